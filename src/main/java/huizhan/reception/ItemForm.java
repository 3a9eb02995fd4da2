package huizhan.reception;

import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.opening.Typed;
import huizhan.reception.Step.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person typed about an item.
 *
 * @param state  a code of {@link State}, or anything else
 * @param parcel in which it lay: an id, or anything else for the newest
 * @param seen   the number of the last step that the person has seen
 */
record ItemForm(String state, String parcel, String note, String shelf, long seen) {
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST = 300;
    private static final int LONGEST_SHELF = 40;

    static ItemForm of(Map<String, String> form) {
        var seen = form.getOrDefault("seen", "");
        return new ItemForm(form.getOrDefault("state", ""), form.getOrDefault("parcel", ""), form.getOrDefault("note", ""), form.getOrDefault("shelf", ""),
            seen.matches("[0-9]{1,9}") ? Long.parseLong(seen) : -1);
    }

    /** What can be said of an item: a disc can be unreadable, and does not differ from a record before it was taken in. */
    static List<State> states(Item item) {
        return item.disc() > 0 ? List.of(State.HERE, State.MISSING, State.UNREADABLE, State.EXCEPTED, State.WITHDRAWN)
            : List.of(State.HERE, State.MISSING, State.DIFFERS, State.EXCEPTED, State.WITHDRAWN);
    }

    /** @return why it can't be said, and what to do; empty where it can */
    Optional<Text> unfit(Standing of) {
        var to = State.of(state).filter(states(of.due().item())::contains);
        if (to.isEmpty()) {
            return Optional.of(new Text("请先选一种情况。", "Choose what was found first."));
        }
        if (to.get() == State.WITHDRAWN && of.counting().isEmpty()) {
            return Optional.of(new Text("这里没有登记，不需要撤销。", "Nothing is noted here; there is nothing to take back."));
        }
        return unfitWords(of.due().item());
    }

    private Optional<Text> unfitWords(Item item) {
        if (item.disc() > 0 && to() == State.HERE && place().isEmpty()) {
            return Optional.of(new Text("请写光盘放在哪里，例如 A-03。", "Say where the disc lies, for instance A-03."));
        }
        if ((to() == State.EXCEPTED || to() == State.DIFFERS) && words().codePointCount(0, words().length()) < SHORTEST_REASON) {
            return Optional.of(to() == State.EXCEPTED ? new Text("例外要写明理由，%d 至 %d 个字符。".formatted(SHORTEST_REASON, LONGEST),
                    "An exception needs its reason, %d to %d characters.".formatted(SHORTEST_REASON, LONGEST))
                : new Text("请写明哪里不符，%d 至 %d 个字符：对方会看到。".formatted(SHORTEST_REASON, LONGEST),
                    "Say what differs, %d to %d characters; the department will read it.".formatted(SHORTEST_REASON, LONGEST)));
        }
        return Typed.optional(note, LONGEST).refusal().or(() -> Typed.optional(shelf, LONGEST_SHELF).refusal());
    }

    State to() {
        return State.of(state).orElseThrow();
    }

    String words() {
        return Plain.text(note).strip();
    }

    String place() {
        return Plain.text(shelf).strip();
    }

    /** The parcel that was chosen, or the newest of the part; none for what is not there. */
    Optional<UUID> in(Checklist list, Item item) {
        if (!to().inHand()) {
            return Optional.empty();
        }
        return list.counting().filter(each -> each.channel().part() == item.part() && each.id().toString().equals(parcel)).findFirst()
            .or(() -> list.newest(item.part())).map(Parcel::id);
    }
}
