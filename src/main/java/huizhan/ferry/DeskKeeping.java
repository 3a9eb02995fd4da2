package huizhan.ferry;

import huizhan.achievement.Bringing;
import huizhan.call.Call;
import huizhan.ferry.Coming.How;
import huizhan.ferry.DraftedSql.Drafted;
import huizhan.ferry.Imports.Merged;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.nomination.ListBringing;
import huizhan.opening.OpenCall;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.organization.LocalPerson;
import huizhan.organization.Unit;
import huizhan.organization.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** At a department's desk all that came becomes drafts: achievements to be mended, and the list to be ranked and signed off by the department's own pages (C1). */
@Component
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class DeskKeeping implements Keeping {
    private final ArrivalSql sql;
    private final DraftedSql drafted;
    private final MediaFiles media;
    private final Bringing bringing;
    private final ListBringing list;
    private final Desk desk;

    /** Whose desk it is, for which call. */
    @Component
    @ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
    record Desk(LocalPerson person, Departments departments, Units units, OpenCall open) {
        Call call() {
            return open.call();
        }
    }

    DeskKeeping(ArrivalSql sql, DraftedSql drafted, MediaFiles media, Bringing bringing, ListBringing list, Desk desk) {
        this.sql = sql;
        this.drafted = drafted;
        this.media = media;
        this.bringing = bringing;
        this.list = list;
        this.desk = desk;
    }

    @Override public Optional<Department> own() {
        return Optional.of(desk.person().actor()).filter(Actor::ofDepartment).flatMap(Actor::department).flatMap(desk.departments()::find);
    }

    @Override public Optional<Objection> closed(Optional<UUID> department, String place) {
        if (department.isEmpty()) {
            return Optional.of(new Objection("import.desk", place, new Text("这里不是推荐部门的工作台，不收光盘。请先用组织单位发来的征集包设好本机工作台。",
                "This is no department's desk and takes in no discs. Set it up first, with the call kit that the organizer has sent.")));
        }
        if (!desk.open().isOpen(department.get())) return Optional.of(new Objection("import.late", place, desk.open().tooLate(department.get())));
        return list.closed(department.get()).map(why -> new Objection("import.signed", place, why));
    }

    @Override public Stream<Objection> unfit(Delivery delivery) {
        var head = list.unfit(head(delivery.material().department())).stream().map(why -> new Objection("import.unfit", delivery.name(), why));
        return Stream.concat(head, delivery.material().achievements().stream().filter(each -> !each.stub()).flatMap(each -> bringing.unfit(each).stream()
            .map(why -> new Objection("import.unfit", delivery.name() + " · " + each.folder(), why))));
    }

    private Map<String, String> head(huizhan.material.Values values) {
        var head = new LinkedHashMap<String, String>();
        desk.call().head().forEach(field -> head.put(field.id(), values.text(field.id())));
        return head;
    }

    @Override public Ahead look(UUID department, List<Arrival> fresh) {
        var came = new ArrayList<>(sql.of(department, desk.call()));
        came.addAll(fresh);
        return came.isEmpty() ? Ahead.NONE : new View(department, came).ahead();
    }

    @Override public Merged keep(Actor me, Department department, Predicate<Coming> yes, List<UUID> gone) {
        var view = new View(department.id(), sql.of(department.id(), desk.call()));
        var coming = view.coming();
        var known = drafted.find(department.id(), view.order()).keySet();
        boolean changed = false;
        for (var each : coming) {
            if (each.list() || each.how() == How.SAME || each.asks() && !yes.test(each)) continue;
            bring(me, department, view, each.id());
            changed = true;
        }
        changed |= listed(me, view, known, coming.stream().filter(Coming::list).findFirst().filter(each -> each.how() == How.NEW || each.asks() && yes.test(each)));
        var after = new View(department.id(), view.came);
        return new Merged(department, after.present.order().size(), after.gaps(after.present.order(), after.here.keySet()), changed, after.coming());
    }

    private void bring(Actor me, Department department, View view, UUID id) {
        var part = view.part(id);
        var files = view.files(part);
        if (!view.here.containsKey(id)) bringing.begin(me, part.achievement(), unit(me, department, part.achievement()), files);
        else bringing.replace(me, part.achievement(), files);
        var now = bringing.here(department.id(), List.of(id)).get(id);
        note(department.id(), id, Drafted.of(view.content(part), java.util.Objects.requireNonNull(now).digest()));
    }

    private void note(UUID department, UUID subject, Drafted what) {
        drafted.put(department, desk.call().id(), subject, what, desk.open().arrived());
    }

    /** Whose it is, as its board form says; where that is the department itself, nobody's else. */
    private Optional<UUID> unit(Actor me, Department department, Achievement each) {
        var name = each.values().text("board.unit").strip();
        if (!LocalPerson.isName(name) || name.equals(department.name().zh())) return Optional.empty();
        return desk.units().of(me.owner()).stream().filter(one -> one.name().equals(name)).findFirst().or(() -> Optional.of(desk.units().add(me, name, Optional.empty()))).map(Unit::id);
    }

    /**
     * Whether anything of the list is other than before.
     *
     * @param known   what was drafted before anything of this came
     * @param adopted the list that takes the place of the one here
     */
    private boolean listed(Actor me, View view, Set<UUID> known, Optional<Coming> adopted) {
        var here = bringing.here(me.owner(), view.everything());
        view.hidden().filter(id -> here.containsKey(id) && here.get(id).disclosure() == Disclosure.PUBLIC).forEach(id -> bringing.hide(me, id));
        adopted.ifPresent(each -> {
            list.adopt(me, view.came(here.keySet()), view.film());
            note(me.owner(), each.id(), Drafted.of(view.sketch().digest(), list.present(me.owner()).digest()));
        });
        list.fill(me, here.keySet(), adopted.isPresent() ? List.of() : view.order().stream().filter(id -> !known.contains(id)).toList());
        view.order().stream().filter(id -> !known.contains(id) && !here.containsKey(id)).forEach(id -> note(me.owner(), id, Drafted.STUB));
        return !list.present(me.owner()).digest().equals(view.present.digest());
    }

    /** All that came of the department, beside what stands here. */
    private final class View {
        private final UUID department;
        private final List<Arrival> came;
        private final Map<UUID, StoredFile> stored;
        private final Merge.Plan plan;
        private final Map<UUID, Bringing.Here> here;
        private final ListBringing.Sketch present;

        View(UUID department, List<Arrival> came) {
            this.department = department;
            this.came = came;
            this.stored = media.find(came.stream().flatMap(each -> each.files().values().stream()).distinct().toList()).stream().collect(Collectors.toMap(StoredFile::id, file -> file));
            this.plan = Merge.plan(came, desk.call(), stored);
            this.present = list.present(department);
            this.here = bringing.here(department, everything());
        }

        /** Ids of the list that came; without one, none. */
        List<UUID> order() {
            return plan.list().isEmpty() ? List.of() : plan.lines().stream().flatMap(each -> each.id().stream()).toList();
        }

        Set<UUID> everything() {
            var all = new LinkedHashSet<>(plan.chosen().keySet());
            all.addAll(order());
            all.addAll(present.order());
            return all;
        }

        /** What the newest list or a sealed part calls non-public; a part that took its stub's place doesn't change what the list says of it. */
        Stream<UUID> hidden() {
            var stubs = plan.list().stream().flatMap(each -> each.material().achievements().stream()).filter(Achievement::stub).flatMap(each -> each.id().stream());
            return Stream.concat(stubs, plan.chosen().values().stream().filter(each -> !isPublic(each.achievement())).map(Merge.Part::id)).distinct();
        }

        private static boolean isPublic(Achievement each) {
            return each.disclosure().equals(Disclosure.PUBLIC.code());
        }

        Merge.Part part(UUID id) {
            return java.util.Objects.requireNonNull(plan.chosen().get(id));
        }

        Sha256 content(Merge.Part part) {
            return Merge.content(part, desk.call(), stored);
        }

        Map<String, StoredFile> files(Merge.Part part) {
            var files = new LinkedHashMap<String, StoredFile>();
            part.from().files().forEach((path, id) -> Optional.ofNullable(stored.get(id)).ifPresent(file -> files.put(path, file)));
            return files;
        }

        Ahead ahead() {
            var coming = coming();
            var after = new LinkedHashSet<>(here.keySet());
            after.addAll(plan.chosen().keySet());
            boolean adopts = coming.stream().anyMatch(each -> each.list() && (each.how() == How.NEW || each.how() == How.NEWER));
            return new Ahead(coming, gaps(adopts ? order() : present.order(), after));
        }

        List<Coming> coming() {
            var known = drafted.find(department, Stream.concat(plan.chosen().keySet().stream(), nomination().stream()).toList());
            var coming = new ArrayList<Coming>();
            plan.list().ifPresent(any -> coming.add(ofList(Optional.ofNullable(known.get(nomination().orElseThrow())))));
            var ranked = new LinkedHashSet<>(order());
            ranked.addAll(plan.chosen().keySet());
            ranked.stream().filter(plan.chosen()::containsKey).map(this::part).forEach(part -> coming.add(ofOne(part, Optional.ofNullable(known.get(part.id())))));
            return coming;
        }

        /** The list's id; one that has none is known by its department's. */
        private Optional<UUID> nomination() {
            return plan.list().map(each -> each.material().id().orElse(department));
        }

        private Coming ofList(Optional<Drafted> before) {
            var now = present.digest().hex();
            var how = present.blank() ? How.NEW : how(sketch().digest(), now, before);
            boolean opened = present.film().filter(each -> each.disclosure() == Disclosure.NON_PUBLIC).isPresent() && sketch().film().filter(each -> each.disclosure() == Disclosure.PUBLIC).isPresent();
            return new Coming(nomination().orElseThrow(), true, "", false, opened ? How.OPENED : how, new Coming.Digests(sketch().digest().hex(), present.blank() ? "" : now));
        }

        private Coming ofOne(Merge.Part part, Optional<Drafted> before) {
            boolean hidden = !isPublic(part.achievement());
            var one = Optional.ofNullable(here.get(part.id()));
            var now = one.map(each -> each.digest().hex()).orElse("");
            var how = one.isEmpty() ? How.NEW : how(content(part), now, before);
            boolean secret = one.map(each -> each.disclosure() == Disclosure.NON_PUBLIC).orElseGet(() -> present.order().contains(part.id()) || before.filter(Drafted.STUB::equals).isPresent());
            return new Coming(part.id(), false, part.achievement().name(), hidden, secret && !hidden ? How.OPENED : how, new Coming.Digests(content(part).hex(), now));
        }

        private static How how(Sha256 came, String now, Optional<Drafted> before) {
            if (came.hex().equals(now) || before.filter(each -> each.came().equals(came.hex())).isPresent()) return How.SAME;
            return before.filter(each -> each.digest().equals(now)).isPresent() ? How.NEWER : How.CHANGED;
        }

        ListBringing.Sketch sketch() {
            var film = plan.film().flatMap(each -> Optional.ofNullable(Merge.facts(each.from(), stored).get(each.film().file())).flatMap(facts -> facts.sha256())
                .map(sha256 -> new ListBringing.Film(sha256, Disclosure.of(each.film().disclosure()).orElseThrow())));
            return new ListBringing.Sketch(order(), head(plan.list().orElseThrow().material().department()), film);
        }

        Optional<StoredFile> film() {
            return plan.film().flatMap(each -> Optional.ofNullable(each.from().files().get(each.film().file()))).flatMap(id -> Optional.ofNullable(stored.get(id)));
        }

        ListBringing.Came came(Set<UUID> withContent) {
            var from = plan.list().orElseThrow().material();
            return new ListBringing.Came(from.id(), from.revision(), sketch(), withContent);
        }

        /** What doesn't fit, with the list as it stands after. */
        List<Gap> gaps(List<UUID> order, Set<UUID> content) {
            var gaps = new ArrayList<Gap>();
            var told = plan.gaps().stream().filter(each -> each.kind() == Gap.Kind.PUBLIC_ON_DISC).map(Gap::about).toList();
            order.stream().filter(id -> !content.contains(id) && !told.contains(id)).forEach(id -> gaps.add(Gap.at(Gap.Kind.STUB_WITHOUT_DISC, order.indexOf(id) + 1, id)));
            plan.gaps().stream().filter(each -> switch (each.kind()) {
                case STUB_WITHOUT_DISC, TWO_VERSIONS -> false;
                case DISC_WITHOUT_STUB -> !order.contains(each.about());
                case NO_LIST -> order.isEmpty();
                default -> true;
            }).forEach(gaps::add);
            return gaps;
        }
    }
}
