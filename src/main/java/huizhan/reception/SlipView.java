package huizhan.reception;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Optional;

/**
 * A sheet as a page shows it, {@code templates/reception/receipt.html} and {@code return.html}.
 *
 * @param slip    the receipt or the return
 * @param parcels those of its part that had come by then and count
 * @param home    the page that it is reached from
 */
record SlipView(Slip slip, Text department, List<Line> lines, List<Parcel> parcels, String by, String home) {

    /**
     * @param label the end of the key of its word
     * @param name  the achievement's as it is signed off now; empty where nobody knows it any more
     * @param now   the state today where it is another, the end of the key of its word
     */
    record Line(Slip.Line line, String label, String name, Optional<String> now) {}

    public Slip.Receipt receipt() {
        return (Slip.Receipt) slip;
    }

    public Slip.Return back() {
        return (Slip.Return) slip;
    }

    /** Lines in a state, for a heading. */
    public List<Line> in(boolean here) {
        return lines.stream().filter(each -> List.of("here", "excepted").contains(each.line().state()) == here).toList();
    }
}
