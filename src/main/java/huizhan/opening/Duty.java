package huizhan.opening;

import java.util.function.IntSupplier;

/**
 * One of the organizer's duties while a call is open, each with a page of its own; beans in their order.
 *
 * @param name its address and the key of its words go by it
 * @param work how many things wait there for an answer
 */
public record Duty(String name, IntSupplier work) {

    public String href() {
        return "/" + name;
    }

    public int waiting() {
        return work.getAsInt();
    }
}
