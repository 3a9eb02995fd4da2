package huizhan.nomination;

import huizhan.achievement.Candidate;
import huizhan.call.Field;
import huizhan.call.Choice;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.opening.Permit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The department's page of its nomination, {@code templates/nomination/list.html}.
 *
 * @param rows     the ranked lines, with the candidate behind each that is no stub
 * @param spare    candidates that are not on the list
 * @param open     achievements that are still with their units
 * @param free     how many places are left empty
 * @param editable whether the list can be changed now
 * @param why      why it can't, else empty
 * @param extension by which the department may hand in later than others
 * @param approval where it stands between drafting and approving
 * @param digest   of the content that is shown
 */
record ListPage(RankedList list, List<Row> rows, List<Candidate> spare, List<Candidate> open, int limit, List<HeadField> head,
                Optional<Heads.Film> film, Remarks remarks, boolean editable, Optional<Text> why, Optional<Permit> extension, boolean approver,
                String department, Approval approval, String digest) {

    /**
     * @param own  whether the department fills it in itself, and hasn't marked it as ready (again)
     * @param back whether it is a stub that could become public again here
     */
    record Row(int rank, Line line, @Nullable Candidate candidate, String forms, boolean own, boolean back) {}

    /** One field of the head; {@code version} is what the page sends back when it saves. */
    record HeadField(Field field, String value, long version, @Nullable Instant at) {}

    /** What a stub is marked with. */
    public Disclosure nonPublic() {
        return Disclosure.NON_PUBLIC;
    }

    /** Whether it can be put before the approver: nothing stops it, and it doesn't wait there already as it stands. */
    public boolean submittable() {
        return editable && !rows.isEmpty() && remarks.errors() == 0 && !approval.waitsFor(digest);
    }

    /** Whose a line is that hasn't reached the department (again): its name and all else in it are not the department's to see then. Empty for all others. */
    public String unitOf(UUID line) {
        return open.stream().filter(each -> each.id().equals(line)).map(Candidate::unitName).findFirst().orElse("");
    }

    public int free() {
        return Math.max(0, limit - rows.size());
    }

    public boolean over() {
        return rows.size() > limit;
    }

    static String forms(List<String> codes, List<Choice> choices, Lang lang) {
        return String.join(" · ", codes.stream().flatMap(code -> choices.stream().filter(each -> each.code().equals(code)))
            .map(each -> each.label().in(lang)).toList());
    }
}
