package huizhan.achievement;

import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * How an achievement stands to a person: which part of it is closed, and why. What has to be looked up is looked up once, at first need,
 * however often it is asked.
 */
final class Standing {
    private final Actor me;
    private final Entry entry;
    private final Words words;
    private final Supplier<Boolean> open;
    private final Supplier<Optional<Text>> signed;
    private final Supplier<Optional<Text>> late;

    /**
     * @param open   whether the department's end has not come
     * @param signed why it is fixed by a sign-off
     * @param late   why the day of the department's units is over
     */
    Standing(Actor me, Entry entry, Words words, Supplier<Boolean> open, Supplier<Optional<Text>> signed, Supplier<Optional<Text>> late) {
        this.me = me;
        this.entry = entry;
        this.words = words;
        this.open = SingletonSupplier.of(open);
        this.signed = SingletonSupplier.of(signed);
        this.late = SingletonSupplier.of(late);
    }

    /** Why a part is closed. */
    Optional<Text> closed(Field.By part) {
        return held(part).or(() -> part == Field.By.UNIT ? late.get() : Optional.empty());
    }

    /** Why a part is closed whatever the day. */
    Optional<Text> held(Field.By part) {
        if (signed.get().isPresent()) return signed.get();
        if (part == Field.By.DEPARTMENT) {
            return me.ofDepartment() ? Optional.empty() : Optional.of(words.say("closed.department"));
        }
        if (!entry.filledBy(me)) return Optional.of(words.say("closed.unit"));
        return entry.away() ? Optional.of(words.say("closed." + entry.last().orElseThrow().kind().code())) : Optional.empty();
    }

    /** Open for a part: neither late nor closed. */
    boolean writable(Field.By part) {
        return open.get() && closed(part).isEmpty();
    }

    /** Whether it can move at all: neither late nor signed off. */
    boolean movable() {
        return open.get() && signed.get().isEmpty();
    }

    /** Why its content can't be sent away; empty where it can. */
    Optional<Text> turnable() {
        return me.ofDepartment() && (entry.byDepartment() || entry.handed()) ? signed.get() : held(Field.By.UNIT);
    }

    /** At any time: what should never have been written here (A4). */
    boolean erasable() {
        return held(Field.By.UNIT).isEmpty();
    }
}
