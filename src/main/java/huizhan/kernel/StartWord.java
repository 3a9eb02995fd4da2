package huizhan.kernel;

import java.util.List;

/** What a module has to say on the console once the server answers: the one-time code of the first start. */
@FunctionalInterface
public interface StartWord {

    /** Lines after READY, possibly none. */
    List<String> lines(String address);
}
