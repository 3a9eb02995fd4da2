package huizhan.ferry;

import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Plain;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.keys.PublicKeys;
import huizhan.nomination.Tab;
import huizhan.nomination.Tabs;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.organization.cards.KeyCards;
import huizhan.rules.Finding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages about discs show. A clerk reads of what is not public its rank and the word (B27). */
@Component
class DiscViews {
    private static final int SHOWN = 200;
    private final WaitingDiscs waiting;
    private final Arrivals arrivals;
    private final Departments departments;
    private final Tabs tabs;
    private final Inward inward;
    private final Zone zone;

    /** What is known of the open server. */
    @Component
    record Inward(KeyCards cards, Ferries ferries) {}

    DiscViews(WaitingDiscs waiting, Arrivals arrivals, Departments departments, Tabs tabs, Inward inward, Zone zone) {
        this.waiting = waiting;
        this.arrivals = arrivals;
        this.departments = departments;
        this.tabs = tabs;
        this.inward = inward;
        this.zone = zone;
    }

    /** {@code templates/ferry/discs.html}. */
    record ListPage(List<WaitingDiscSql.Waiting> waiting, Ticks ticks, List<Row> rows, List<Department> known, List<Tab> tabs, boolean restricted, boolean handMade, String why, String slot, Optional<Signer> signer, List<Ferries.Row> ferries) {
        public boolean chosen(UUID disc) {
            return !ticks.seen().contains(disc) || ticks.chosen().contains(disc);
        }
    }

    /**
     * The open server's card, for whoever looks after it.
     *
     * @param card empty where none is in force
     * @param seen how many were put so far
     */
    record Signer(Optional<PublicKeys> card, int seen) {
        public String holder() {
            return card.map(each -> Plain.line(each.holder())).orElse("");
        }

        public String fingerprint() {
            return card.map(each -> each.fingerprint().grouped()).orElse("");
        }

        public String hex() {
            return card.map(each -> each.fingerprint().hex()).orElse("");
        }
    }

    private Optional<Signer> signer(Actor me) {
        return zone == Zone.RESTRICTED && me.is(Role.ORGANIZER) ? Optional.of(new Signer(inward.cards().openServers(), inward.cards().openServersSoFar())) : Optional.empty();
    }

    /** Which discs the person has seen in the list, and which of them are ticked; one that is new is. */
    record Ticks(List<UUID> seen, List<UUID> chosen) {}

    /** A set of discs that was taken in. */
    record Row(UUID id, Department department, boolean whole, boolean sealed, boolean draft, int revision, Instant at, List<Delivery.Volume> discs, int gaps) {}

    ListPage list(Actor me, Ticks ticks, String why) {
        var known = departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var gaps = arrivals.gaps();
        var rows = arrivals.all().stream().filter(each -> known.containsKey(each.department()))
            .map(each -> new Row(each.arrival(), known.get(each.department()), each.whole(), each.sealed(), each.draft(), each.revision(), each.at(), each.discs(), gaps.getOrDefault(each.department(), List.of()).size())).toList();
        return new ListPage(waiting.all(), ticks, rows, departments.active(), me.is(Role.ORGANIZER) ? tabs.all() : List.of(), zone == Zone.RESTRICTED, !me.is(Role.CLERK) || zone == Zone.OPEN, why, WaitingDiscs.SLOT, signer(me), inward.ferries().all());
    }

    /** {@code templates/ferry/inspection.html}. */
    record InspectionPage(UUID id, String home, String state, boolean working, boolean takes, String step, List<Objection> objections, int wrong, List<Found> found, List<Became> became, Ahead ahead, boolean allKnown, List<Objection> left, List<Signature> signatures) {
        /** Whether it is a department's own desk. */
        public boolean desk() {
            return !home.equals(DiscPages.HOME);
        }

        public long how(Coming.How how) {
            return ahead.coming().stream().filter(each -> !each.list() && each.how() == how).count();
        }
    }

    /** At a desk: what would become of what came. */
    record Ahead(List<Coming> coming, List<String> gaps) {}

    /** A disc's signature in words; kind is that of a badge. */
    record Signature(String disc, String ferry, String kind, String words) {}

    /** A set of discs as it was found. */
    record Found(Delivery delivery, Department department, boolean known, List<Said> errors, int warnings) {}

    record Said(String subject, String message, String remedy) {}

    /** A department after the import. */
    record Became(Department department, int lines, boolean changed, List<String> gaps) {}

    /** @throws Faults.NotThere anywhere but on the restricted server */
    void requireInner() {
        if (zone != Zone.RESTRICTED) throw new Faults.NotThere();
    }

    /** Who may give a private key here: sealed discs are opened on the restricted network alone. */
    boolean opens(Actor me) {
        return zone == Zone.RESTRICTED && me.isAny(Role.ORGANIZER, Role.CONFIDENTIALITY);
    }

    /** A clerk takes in what is public and nothing else. */
    boolean takes(Actor me, Inspections.Inspection each) {
        return zone == Zone.DESK || me.isAny(Role.ORGANIZER, Role.CONFIDENTIALITY) || each.look().seen().stream().allMatch(seen -> Openly.all(seen.delivery().material()));
    }

    /** @param home the page of the discs that it belongs to */
    InspectionPage inspection(Actor me, String home, Inspections.Inspection each, Lang lang) {
        boolean all = takes(me, each);
        var against = each.outcome().objections().isEmpty() ? each.look().objections() : each.outcome().objections();
        var objections = untold(me) ? against.stream().map(DiscViews::untold).distinct().toList() : against;
        var found = each.look().seen().stream().map(seen -> found(seen, all, lang)).toList();
        var became = each.outcome().merged().stream().map(merged -> new Became(merged.department(), merged.lines(), merged.changed(), words(merged.gaps(), lang))).toList();
        var ahead = new Ahead(each.outcome().merged().isEmpty() ? each.look().coming() : each.outcome().merged().get(0).coming(), words(each.look().gaps(), lang));
        return new InspectionPage(each.id(), home, each.state().name().toLowerCase(java.util.Locale.ROOT), each.working(), each.right() && all, each.step(), objections.subList(0, Math.min(SHOWN, objections.size())), objections.size(), found, became,
            ahead, each.outcome().merged().isEmpty() && each.look().old() && each.look().left().isEmpty(),
            (each.state() == Inspections.State.TAKEN ? each.outcome().left() : each.look().left()).stream().map(no -> untold(me) ? untold(no) : no).toList(), each.look().discs().stream().map(disc -> signature(disc, lang)).toList());
    }

    /** Paths and words of a record may tell what a clerk has no part in (B27). */
    private boolean untold(Actor me) {
        return zone == Zone.RESTRICTED && !me.isAny(Role.ORGANIZER, Role.CONFIDENTIALITY);
    }

    private static Objection untold(Objection of) {
        return new Objection(of.code(), "", new Text("有一处不符。由组织单位或保密审核人员检查这张光盘，就能看到是哪里。", "Something is wrong. The organizer or the confidentiality officer, checking this disc, is told what."));
    }

    private static Signature signature(Deliveries.Seen disc, Lang lang) {
        var kind = switch (disc.signature().state()) {
            case RIGHT -> "good";
            case WRONG -> "bad";
            case UNKNOWN -> "warn";
            case NONE -> "info";
        };
        return new Signature(disc.name(), disc.ferry().map(list -> SignatureWords.ferry(list).in(lang)).orElse(""), kind, SignatureWords.of(disc.signature()).in(lang));
    }

    private static Found found(Imports.Seen seen, boolean told, Lang lang) {
        var errors = seen.findings().stream().filter(Finding::stops).map(each -> new Said(each.subject(), each.message(lang), each.remedy(lang))).toList();
        return new Found(seen.delivery(), seen.department(), seen.known(), told ? errors : List.of(), seen.findings().size() - errors.size());
    }

    List<String> words(List<Gap> gaps, Lang lang) {
        return gaps.stream().map(gap -> (zone == Zone.DESK ? GapWords.atDesk(gap) : GapWords.of(gap)).in(lang)).toList();
    }

    /** {@code templates/ferry/department.html}. */
    record DepartmentPage(Department department, List<Line> lines, List<String> gaps, List<Tab> tabs) {}

    /** One line of the merged list. */
    record Line(int rank, String name, boolean nonPublic, boolean missing) {}

    /** @throws Faults.NotThere where nothing came of it */
    DepartmentPage department(Actor me, UUID id, Lang lang) {
        var department = departments.find(id).orElseThrow(Faults.NotThere::new);
        var merged = arrivals.merged(id).orElseThrow(Faults.NotThere::new);
        boolean all = me.isAny(Role.ORGANIZER, Role.CONFIDENTIALITY);
        var lines = merged.material().achievements().stream().map(each -> {
            boolean secret = !each.disclosure().equals(Disclosure.PUBLIC.code());
            return new Line(each.rank().orElse(0), secret && !all ? "" : each.name(), secret, each.stub());
        }).toList();
        return new DepartmentPage(department, lines, words(arrivals.gaps().getOrDefault(id, List.of()), lang), me.is(Role.ORGANIZER) ? tabs.all() : List.of());
    }
}
