package huizhan.reception;

import huizhan.kernel.Disclosure;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.nomination.Content;
import huizhan.reception.Item.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A thing that is expected of a department (A12).
 *
 * @param rank of its achievement; 0 for none
 * @param name the achievement's, as typed
 * @param stub of the summary table, whether it is the version that names nothing non-public
 */
record Due(Item item, int rank, String name, boolean stub) {
    /** The papers of an achievement, and what is looked at on them. */
    private static final List<Kind> OF_ACHIEVEMENT = List.of(Kind.STATEMENT, Kind.BOARD_FORM, Kind.STAMP, Kind.OPINIONS);

    private static Due of(Item item) {
        return new Due(item, 0, "", false);
    }

    /** What is expected of content that was signed off; without any, what a parcel holds that came before the electronic half. */
    static List<Due> of(Optional<Content> content, Zone zone) {
        return content.map(each -> of(each, zone)).orElseGet(() -> unknown(zone));
    }

    private static List<Due> of(Content content, Zone zone) {
        var all = content.material().achievements().stream().sorted(Comparator.comparing(each -> each.rank().orElse(0))).toList();
        var hidden = all.stream().filter(Due::isHidden).toList();
        var due = new ArrayList<Due>();
        due.add(of(Item.of(Part.OPEN, Kind.LETTER)));
        due.add(new Due(Item.of(Part.OPEN, Kind.SUMMARY), 0, "", !hidden.isEmpty()));
        due.add(of(Item.of(Part.OPEN, Kind.STAMP)));
        all.stream().filter(each -> !isHidden(each)).forEach(each -> due.addAll(papers(Part.OPEN, each)));
        if (!hidden.isEmpty() && zone.mayHold(Disclosure.NON_PUBLIC)) {
            due.add(of(Item.of(Part.PRESCRIBED, Kind.SUMMARY)));
            due.add(of(Item.of(Part.PRESCRIBED, Kind.STAMP)));
            hidden.forEach(each -> due.addAll(papers(Part.PRESCRIBED, each)));
        }
        return due;
    }

    /** A stub is hidden here, and so is what may be held here and not shown to everybody. */
    static boolean isHidden(Achievement each) {
        return each.stub() || each.shownTo().filter(Disclosure.NON_PUBLIC::equals).isPresent();
    }

    private static List<Due> papers(Part part, Achievement each) {
        UUID id = each.id().orElseThrow();
        return OF_ACHIEVEMENT.stream().map(kind -> new Due(Item.of(part, kind, id), each.rank().orElse(0), each.name(), false)).toList();
    }

    private static List<Due> unknown(Zone zone) {
        var due = new ArrayList<Due>();
        for (var part : Part.values()) {
            if (part == Part.OPEN || zone.mayHold(Disclosure.NON_PUBLIC)) {
                (part == Part.OPEN ? List.of(Kind.LETTER, Kind.SUMMARY, Kind.STATEMENT, Kind.BOARD_FORM) : List.of(Kind.SUMMARY, Kind.STATEMENT, Kind.BOARD_FORM))
                    .forEach(kind -> due.add(of(Item.of(part, kind))));
            }
        }
        return due;
    }
}
