package huizhan.stamped;

import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.rules.SecrecyMark;
import huizhan.stamped.Step.State;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a person says of one side of a paper, as typed.
 *
 * @param state a code of {@link State}, or anything else
 * @param day   as ISO writes it, or anything else
 * @param seen  the number of the last step that the person has seen
 */
record Typed(String state, String note, String day, long seen) {
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST = 300;

    /** @return why it can't be said, and what to do; empty where it can */
    Optional<Text> unfit(Paper.Side side, LocalDate today) {
        var to = State.of(state).filter(State.of(side)::contains);
        return to.isEmpty() ? Optional.of(new Text("请先选一种情况。", "Choose what became of it first.")) : unfitNote(to.get()).or(() -> unfitDay(side, today));
    }

    private Optional<Text> unfitNote(State to) {
        int length = words().codePointCount(0, words().length());
        if (to == State.EXCEPTED && length < SHORTEST_REASON) {
            return Optional.of(new Text("例外要写明理由，%d 至 %d 个字符。".formatted(SHORTEST_REASON, LONGEST),
                "An exception needs its reason, %d to %d characters.".formatted(SHORTEST_REASON, LONGEST)));
        }
        if (length > LONGEST) {
            return Optional.of(new Text("说明最多 %d 个字符，请缩短。".formatted(LONGEST), "The note has at most %d characters; please shorten it.".formatted(LONGEST)));
        }
        return SecrecyMark.in(words()).map(mark -> new Text("这里有密级标志“%s”，没有保存。本系统不处理国家秘密，请交本单位保密部门。".formatted(mark),
            "This carries the secrecy mark “%s” and was not saved. State secrets must not enter this system; turn to your confidentiality office.".formatted(mark)));
    }

    /** A year either way: beyond that a figure was mistyped. */
    private Optional<Text> unfitDay(Paper.Side side, LocalDate today) {
        if (to() == State.HERE || to() == State.SENT) {
            return on(side, today).filter(each -> !each.isAfter(today) && each.isAfter(today.minusYears(1))).isPresent() ? Optional.empty()
                : Optional.of(new Text("盖章或寄出的日期不晚于今天；空着就是今天。", "The day on which it was stamped or sent is today at the latest; left empty, it is today."));
        }
        boolean asked = side == Paper.Side.ORIGINAL && to() == State.EXCEPTED && !day.isBlank();
        return !asked || on(side, today).filter(each -> !each.isBefore(today) && each.isBefore(today.plusYears(1))).isPresent() ? Optional.empty()
            : Optional.of(new Text("补交的日期从今天起，一年以内；还不知道就空着。", "The day by which it follows is today at the earliest and within a year; leave it empty while it isn’t known."));
    }

    State to() {
        return State.of(state).orElseThrow();
    }

    String words() {
        return Plain.text(note).strip();
    }

    /** A scan has no day of its own, and a withdrawal none at all; what was stamped or sent without a day was so today. */
    Optional<LocalDate> on(Paper.Side side, LocalDate today) {
        if (side == Paper.Side.SCAN || to() == State.WITHDRAWN) {
            return Optional.empty();
        }
        if (day.isBlank()) {
            return to() == State.EXCEPTED ? Optional.empty() : Optional.of(today);
        }
        try {
            return Optional.of(LocalDate.parse(day.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
