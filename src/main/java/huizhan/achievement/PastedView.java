package huizhan.achievement;

import java.util.List;
import java.util.UUID;

/**
 * A picture found in a Word form, as it is looked at before it is put anywhere (B2).
 *
 * @param where   its place in the form
 * @param look    its picture and its verdict
 * @param notes   what is to be known before it is taken: full, twice, already there, made smaller
 * @param caption that the form gives it
 * @param slot    the place that is offered first
 * @param ticked  whether it would be taken as it stands
 * @param able    whether it can be taken at all
 * @param original whether there ought to be an original that has more
 */
record PastedView(UUID id, String name, String where, Look look, List<String> notes, String caption, String slot, boolean ticked, boolean able, boolean original,
                  List<Choice> choices) {

    /**
     * @param media   the stored file
     * @param preview whether there is a small picture of it
     * @param pending whether one may come
     * @param kind    of the verdict, good, warn or bad
     */
    record Look(UUID media, String name, boolean preview, boolean pending, String kind, String verdict) {}

    record Choice(String slot, String label) {}
}
