package huizhan.reception;

import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import huizhan.organization.Accounts;
import huizhan.organization.Departments;
import huizhan.reception.ChecklistView.Entered;
import huizhan.reception.ChecklistView.Heap;
import huizhan.reception.ChecklistView.Line;
import huizhan.reception.ChecklistView.ParcelLine;
import huizhan.reception.ChecklistView.Past;
import huizhan.reception.ChecklistView.Refusal;
import huizhan.reception.Item.Kind;
import huizhan.reception.Step.State;
import huizhan.stamped.StampedLists;
import huizhan.web.Dates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a checklist in the words of a page. */
@Component
class ChecklistViews {
    private static final String NONE = "none";
    private final SignOffs signOffs;
    private final StampedLists stamped;
    private final Departments departments;
    private final Accounts accounts;
    private final OpenCall open;

    ChecklistViews(SignOffs signOffs, StampedLists stamped, Departments departments, Accounts accounts, OpenCall open) {
        this.signOffs = signOffs;
        this.stamped = stamped;
        this.departments = departments;
        this.accounts = accounts;
        this.open = open;
    }

    /** What one page needs of all its lines. */
    private record Known(Checklist list, Map<UUID, String> names, Map<String, StampedLists.Half> said, Optional<Refusal> refusal) {}

    ChecklistView of(Checklist list, Optional<Refusal> refusal) {
        var department = departments.find(list.department()).orElseThrow();
        var known = new Known(list, names(list), said(list), refusal);
        var parcels = list.parcels().stream().sorted(Comparator.comparing(Parcel::at).reversed())
            .map(each -> new ParcelLine(each, each.lateness(open.call().deadline(), list.end()), known.names().getOrDefault(each.by(), ""))).toList();
        return new ChecklistView(department.name(), department.code(), list.signed().map(SignOffs.Standing::receipt).orElse(""),
            list.figures(open.call().deadline()), heaps(known), list.hidden(), Dates.dayOf(list.end().minusMillis(1)), parcels);
    }

    private Map<UUID, String> names(Checklist list) {
        var names = new HashMap<UUID, String>();
        Stream.concat(list.items().stream().flatMap(each -> each.steps().stream()).map(Step::by), list.parcels().stream().map(Parcel::by)).distinct()
            .forEach(by -> names.put(by, accounts.nameOf(by).orElse("")));
        return names;
    }

    /** What the department says of the original of each stamped paper (B16), by the paper's kind and achievement. */
    private Map<String, StampedLists.Half> said(Checklist list) {
        var said = new HashMap<String, StampedLists.Half>();
        list.signed().ifPresent(signed -> signOffs.content(signed.revision()).ifPresent(content ->
            stamped.of(List.of(signed), Map.of(signed.revision(), content)).getOrDefault(list.department(), List.of()).stream()
                .filter(each -> !each.original().stateKey().endsWith("." + NONE))
                .forEach(each -> said.put(each.paperKey() + each.achievement().map(UUID::toString).orElse(""), each.original()))));
        return said;
    }

    private List<Heap> heaps(Known known) {
        var heaps = new LinkedHashMap<String, List<Standing>>();
        known.list().items().forEach(each -> heaps.computeIfAbsent(heap(each), any -> new ArrayList<>()).add(each));
        return heaps.values().stream().map(each -> heap(each, known))
            .sorted(Comparator.comparing(Heap::part).thenComparing(each -> ORDER.indexOf(each.title())).thenComparing(Heap::rank)).toList();
    }

    private static final List<String> ORDER = List.of("papers", "achievement", "early", "discs");

    private static String heap(Standing each) {
        var item = each.due().item();
        return item.part().code() + "." + title(item) + item.achievement().map(id -> "." + id).orElse("");
    }

    private static String title(Item item) {
        if (item.disc() > 0) {
            return "discs";
        }
        if (item.achievement().isPresent()) {
            return "achievement";
        }
        return item.early() ? "early" : "papers";
    }

    private Heap heap(List<Standing> items, Known known) {
        var first = items.get(0).due();
        var title = title(first.item());
        boolean papers = title.equals("papers") || title.equals("achievement");
        var path = papers ? first.item().part().code() + "/" + first.item().achievement().map(UUID::toString).orElse("-") : "";
        int open = papers ? (int) items.stream().filter(each -> each.counting().isEmpty()).count() : 0;
        var another = title.equals("discs") && items.stream().allMatch(each -> each.counting().isPresent())
            ? Item.disc(first.item().part(), items.size() + 1).key() : null;
        return new Heap(heap(items.get(0)), first.item().part(), title, first.rank(), first.name(), path, items.stream().map(each -> line(each, known)).toList(), open, another);
    }

    private Line line(Standing of, Known known) {
        var item = of.due().item();
        var step = of.counting();
        var late = known.list().lateness(of, open.call().deadline()).filter(each -> each != Lateness.IN_TIME).map(Lateness::code).orElse("");
        var said = Optional.ofNullable(known.said().get("stamped.paper." + item.kind().code() + item.achievement().map(UUID::toString).orElse("")));
        return new Line(item.key(), label(of.due()), item.disc(), step.map(each -> each.state().code()).orElse(NONE), step.map(each -> each.state().tone()).orElse("open"),
            step.map(each -> each.way().code()).orElse(""), step.map(Step::at), step.map(Step::note).orElse(""), step.map(Step::shelf).orElse(""), late, pair(of.due(), known.list()), of.number(),
            ItemForm.states(item).stream().filter(each -> each != State.WITHDRAWN || step.isPresent()).map(State::code).toList(), said, entered(of, known), past(of, known));
    }

    /** A whole table and a stub of it are two papers; a stamp is another's on each. */
    static String label(Due due) {
        var kind = due.item().kind();
        if (kind == Kind.SUMMARY) {
            return due.item().part() == Part.PRESCRIBED ? "summary.whole" : due.stub() ? "summary.stub" : "summary";
        }
        return kind == Kind.STAMP && due.item().achievement().isEmpty() ? "stamp.summary" : kind.code();
    }

    /** What names nothing non-public lies in the open parcel, the whole in the other; each is told of the other as far as this reader may know (A12). */
    private static String pair(Due due, Checklist list) {
        var item = due.item();
        if (item.kind() != Kind.SUMMARY || item.part() == Part.OPEN && !due.stub() || item.part() == Part.PRESCRIBED && list.signed().isEmpty()) {
            return "";
        }
        var other = list.find(Item.of(item.part() == Part.OPEN ? Part.PRESCRIBED : Part.OPEN, Kind.SUMMARY));
        return other.isEmpty() ? "elsewhere" : other.get().settled() ? State.HERE.code() : NONE;
    }

    private static Entered entered(Standing of, Known known) {
        return known.refusal().filter(no -> no.item().equals(of.due().item()))
            .map(no -> new Entered(no.typed().state(), no.typed().parcel(), no.typed().note(), no.typed().shelf(), no.why()))
            .orElseGet(() -> new Entered("", of.counting().flatMap(Step::parcel).map(UUID::toString).orElse(""), "", of.counting().map(Step::shelf).orElse(""), null));
    }

    /** The newest first. */
    private static List<Past> past(Standing of, Known known) {
        var past = new ArrayList<>(of.steps().stream().map(each -> new Past(each.state().code(), each.way().code(), each.note(), each.shelf(), each.at(),
            known.names().getOrDefault(each.by(), ""))).toList());
        Collections.reverse(past);
        return List.copyOf(past);
    }
}
