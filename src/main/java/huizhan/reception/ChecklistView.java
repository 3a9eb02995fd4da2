package huizhan.reception;

import huizhan.kernel.Text;
import huizhan.stamped.StampedLists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A department's checklist as a page shows it, {@code templates/reception/checklist.html}.
 *
 * @param receipt of the sign-off that holds; empty without one
 * @param heaps   what is looked for, in the order in which it lies on the table
 * @param hidden  ranks of which only the word non-public is told
 * @param last    the last day that is in time
 * @param parcels the newest first
 */
record ChecklistView(Text department, String code, String receipt, Checklist.Figures figures, List<Heap> heaps, List<Integer> hidden, LocalDate last,
                     List<ParcelLine> parcels) {

    /**
     * What belongs together.
     *
     * @param key   its name within the page
     * @param title the end of the key of its heading: papers, achievement, discs, or early for what came before the electronic half
     * @param path  the end of the address under which all of it is ticked off; empty where that can't be
     * @param open  how many items nobody has said anything of
     */
    record Heap(String key, Part part, String title, int rank, String name, String path, List<Line> items, int open, @Nullable String another) {}

    /**
     * One item.
     *
     * @param label  the end of the key of its word
     * @param state  the end of the key of its state's word
     * @param late   late or undecided; empty for in time and for what is not here
     * @param pair   how it stands with the other of the two summary tables: here, none, elsewhere; empty where there is one alone
     * @param said   what the department said of its original
     */
    record Line(String key, String label, int disc, String state, String tone, String way, Optional<Instant> at, String note, String shelf, String late, String pair,
                long seen, List<String> choices, Optional<StampedLists.Half> said, Entered typed, List<Past> past) {}

    /** An item that can go back for correction, with its heap's words. */
    record Wrong(Line line, int rank, String name) {}

    /** What is missing or differs of a part. */
    public List<Wrong> wrong(Part part) {
        return heaps.stream().filter(each -> each.part() == part).flatMap(heap -> heap.items().stream()
            .filter(each -> Step.State.of(each.state()).filter(Step.State::isDiscrepancy).isPresent()).map(each -> new Wrong(each, heap.rank(), heap.name()))).toList();
    }

    /** @param refused why it was not taken; empty where nothing was refused */
    record Entered(String state, String parcel, String note, String shelf, @Nullable Text refused) {}

    record Past(String state, String way, String note, String shelf, Instant at, String by) {}

    record ParcelLine(Parcel parcel, Lateness lateness, String by) {}

    /** What somebody typed and was refused, and where. */
    record Refusal(Item item, ItemForm typed, Text why) {}
}
