package huizhan.kernel;

import java.util.List;
import java.util.Optional;

/** What a module has to say on the console once the server answers: the one-time code of the first start. */
@FunctionalInterface
public interface StartWord {

    /** Lines after READY, possibly none. */
    List<String> lines(String address);

    /** Where the one person of a desk comes in, once, behind the address after READY; empty elsewhere. */
    default Optional<String> entry() {
        return Optional.empty();
    }
}
