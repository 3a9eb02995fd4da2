package huizhan.nomination;

import java.util.UUID;

/** Told of every sign-off and every withdrawal, in its transaction: the seam for modules that work on what came in. */
@FunctionalInterface
public interface SignOffTold {

    /** @param holds true where it was signed off, false where it was withdrawn */
    void told(UUID revision, boolean holds);
}
