package huizhan.achievement;

import huizhan.kernel.Text;

/** What became of a field that was written. */
sealed interface Saved {

    /** It is on the disk. {@code dropped} counts characters that were left out. */
    record Kept(Written now, int dropped) implements Saved {}

    /** Someone else was faster: theirs stands, ours was not kept. */
    record Overtaken(Written theirs) implements Saved {}

    /** It can't be kept; the browser still has it. */
    record Refused(Text why) implements Saved {}
}
