package huizhan.reception;

import huizhan.call.Deadline;
import huizhan.kernel.Zone;
import huizhan.nomination.Content;
import huizhan.nomination.SignOffs;
import huizhan.reception.Item.Kind;
import huizhan.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is expected of a department and what came.
 *
 * @param signed  the sign-off that holds; without one nobody knows how much there will be
 * @param hidden  ranks of the non-public achievements that are not told here or not to this reader
 * @param hiddenAchievements all that are non-public, whoever reads
 * @param parcels the oldest first
 * @param end     the first instant that is too late for it
 */
record Checklist(UUID department, Optional<SignOffs.Standing> signed, List<Standing> items, List<Integer> hidden, List<UUID> hiddenAchievements,
                 List<Parcel> parcels, Instant end) {

    private static final Set<Kind> ORIGINALS = Set.of(Kind.LETTER, Kind.SUMMARY, Kind.BOARD_FORM);

    /** What is told of a department beside its content. */
    record Noted(List<Step> steps, List<Parcel> parcels, Instant end) {}

    static Checklist of(UUID department, Optional<SignOffs.Standing> signed, Optional<Content> content, Noted noted, Zone zone) {
        var due = new ArrayList<>(Due.of(content, zone));
        var known = new ArrayList<>(due.stream().map(Due::item).toList());
        discs(noted.steps(), due).forEach(disc -> {
            due.add(new Due(disc, 0, "", false));
            known.add(disc);
        });
        var items = new ArrayList<>(due.stream().map(each -> Standing.of(each, signed.isPresent() && (each.item().disc() <= 1), noted.steps())).toList());
        noted.steps().stream().map(Step::item).distinct().filter(each -> !known.contains(each))
            .map(each -> Standing.of(new Due(each, 0, "", false), false, noted.steps())).filter(each -> each.counting().isPresent()).forEach(items::add);
        var hidden = content.stream().flatMap(each -> each.material().achievements().stream()).filter(Due::isHidden).toList();
        return new Checklist(department, signed, items, hidden.stream().map(each -> each.rank().orElse(0)).sorted().toList(),
            hidden.stream().flatMap(each -> each.id().stream()).toList(), noted.parcels(), noted.end());
    }

    /** At least one disc for each part that is expected, and as many as were noted. */
    private static List<Item> discs(List<Step> steps, Collection<Due> due) {
        return Stream.of(Part.values()).filter(part -> due.stream().anyMatch(each -> each.item().part() == part)).flatMap(part -> {
            int most = steps.stream().map(Step::item).filter(each -> each.part() == part).mapToInt(Item::disc).max().orElse(0);
            return Stream.iterate(1, number -> number <= Math.max(1, most), number -> number + 1).map(number -> Item.disc(part, number));
        }).toList();
    }

    /** What a reader may see of it. */
    Checklist within(Reach reach) {
        return new Checklist(department, signed, items.stream().filter(each -> reach.has(each.due().item().part())).toList(),
            reach.has(Part.PRESCRIBED) ? List.of() : hidden, hiddenAchievements, parcels.stream().filter(each -> reach.has(each.channel().part())).toList(), end);
    }

    Optional<Standing> find(Item item) {
        return items.stream().filter(each -> each.due().item().equals(item)).findFirst();
    }

    Stream<Parcel> counting() {
        return parcels.stream().filter(Parcel::counts);
    }

    /** The newest of a part: what is found without a word about where lay in it. */
    Optional<Parcel> newest(Part part) {
        return counting().filter(each -> each.channel().part() == part).max(Comparator.comparing(Parcel::at));
    }

    Optional<Parcel> parcel(UUID id) {
        return parcels.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether an item came in time; empty where it is not here, or nobody knows in which parcel it lay. */
    Optional<Lateness> lateness(Standing item, Deadline deadline) {
        return item.firstInHand().flatMap(Step::parcel).flatMap(this::parcel).filter(Parcel::counts).map(each -> each.lateness(deadline, end));
    }

    /** Since when each original lies here, by achievement for annex 2, by its kind for the papers of the nomination. */
    Map<String, LocalDate> originals() {
        var originals = new HashMap<String, LocalDate>();
        items.stream().filter(each -> ORIGINALS.contains(each.due().item().kind()) && each.state().filter(Step.State.HERE::equals).isPresent())
            .forEach(each -> originals.put(each.due().item().achievement().map(UUID::toString).orElse(each.due().item().kind().code()), cameOn(each.counting().orElseThrow())));
        return originals;
    }

    private LocalDate cameOn(Step step) {
        return step.parcel().flatMap(this::parcel).filter(Parcel::counts).map(Parcel::arrived).orElseGet(() -> Dates.dayOf(step.at()));
    }

    /**
     * In figures.
     *
     * @param papers  that are expected: 0 where nothing is signed off
     * @param settled those of them that are here or excepted; where nothing is signed off, whatever is
     * @param discs   that are here
     */
    record Figures(int parcels, Optional<LocalDate> arrived, int papers, int settled, int discs, int discsWanted, int discrepancies, int late, int undecided) {

        public boolean complete() {
            return papers > 0 && settled == papers && discs >= discsWanted && discrepancies == 0;
        }

        public boolean nothing() {
            return parcels == 0 && settled == 0 && discs == 0 && discrepancies == 0;
        }
    }

    Figures figures(Deadline deadline) {
        var papers = items.stream().filter(each -> each.due().item().kind() != Kind.DISC).toList();
        var discs = items.stream().filter(each -> each.due().item().kind() == Kind.DISC).toList();
        var late = counting().map(each -> each.lateness(deadline, end)).toList();
        return new Figures(late.size(), counting().map(Parcel::arrived).max(Comparator.naturalOrder()), (int) papers.stream().filter(Standing::expected).count(),
            (int) papers.stream().filter(each -> each.settled() && (each.expected() || signed.isEmpty())).count(), (int) discs.stream().filter(Standing::settled).count(),
            (int) discs.stream().filter(Standing::expected).count(), (int) items.stream().filter(Standing::isDiscrepancy).count(),
            (int) late.stream().filter(Lateness.LATE::equals).count(), (int) late.stream().filter(Lateness.UNDECIDED::equals).count());
    }
}
