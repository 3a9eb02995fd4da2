package huizhan.achievement;

import java.util.List;
import java.util.UUID;

/**
 * What a filled form says beside what stands here now, for one look before it is taken over (B2).
 *
 * @param document which of the call's papers it is
 * @param refused  why nothing of it could be read; empty where it was
 * @param sheets   one, or one for each row of the list of all
 * @param remarks  what wants a look
 * @param leftOver words of the file that belong nowhere
 * @param objects  things of an object note
 * @param pictures how many are pasted in
 */
record FormView(String file, String document, String refused, List<Sheet> sheets, List<Remark> remarks, List<Said> leftOver, List<Thing> objects,
                int pictures) {

    /** How a line of the form stands to what is here. */
    enum State {
        NEW("info"), CHANGED("warn"), SAME("good"), REFUSED("bad");

        private final String kind;

        State(String kind) {
            this.kind = kind;
        }

        /** For the badge, and the end of the key of its word. */
        public String kind() {
            return kind;
        }

        public boolean takes() {
            return this == NEW || this == CHANGED;
        }
    }

    /** @param title the row's number and name in the list of all; empty for a form about one achievement */
    record Sheet(String title, List<Line> lines) {
        public boolean takes() {
            return lines.stream().anyMatch(line -> line.state().takes());
        }
    }

    /**
     * One field.
     *
     * @param now     what stands here, in words; empty for nothing
     * @param then    what the form says, in words
     * @param value   the same as a draft keeps it
     * @param version of what stands here, as the reader of the page has seen it
     * @param why     it can't be taken, or empty
     */
    record Line(String field, String label, String where, String now, String then, String value, long version, State state, String why) {}

    record Said(String where, String text) {}

    record Remark(String where, String text, String remedy) {}

    /** @param parts of its note, by their names in {@link Catalogue#OBJECT_PARTS} */
    record Thing(String name, String size, List<Part> parts) {}

    record Part(String name, String value) {}

    /**
     * A picture at its new place.
     *
     * @param position that it was given in its slot, by which it is told later whether somebody has moved it
     */
    record Put(UUID id, String name, String slot, long position) {}
}
