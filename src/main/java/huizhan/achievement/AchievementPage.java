package huizhan.achievement;

import huizhan.documents.PaperFormat;
import huizhan.kernel.Disclosure;
import huizhan.web.Stencils;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of one achievement.
 *
 * @param name     as typed, or the word for none
 * @param state    good, warn or open, with its word
 * @param closed   why nothing can be written now, or empty
 * @param compares whether it was handed over and is written again since, so that two versions stand side by side
 * @param step     the number of the last step between unit and department, 0 for none
 * @param since    when it was looked at, by the business clock in epoch milliseconds
 * @param sections anchor and title, in the page's order
 */
record AchievementPage(UUID id, String name, String unit, String stateKind, String state, @Nullable Correction correction, String closed, boolean byDepartment,
                       boolean compares, int step, long since, Disclosure disclosure, Actions may,
                       Map<String, String> sections, List<Control> basics, List<Control> list, StatementView statement, List<Grid> grids,
                       List<Control> extras, SlotView pictures, SlotView video, List<ObjectView> objects, List<AttachmentView> attachments,
                       List<PaperView> papers, Checklist checklist, String pictureSize, long pictureBytes, long filmMinutes) {

    /** What the person may do with it now. */
    record Actions(boolean fill, boolean handOver, boolean takeBack, boolean giveBack, boolean erase, boolean turn) {}

    /**
     * @param kind     the kind's label, or null while none is chosen
     * @param counted  the ids of the controls that count together
     */
    record StatementView(@Nullable String kind, List<Control> controls, String counted, int count, int limit, SlotView figures) {}

    /**
     * A slot with its files.
     *
     * @param name    as the upload calls it
     * @param list    its name in addresses
     * @param accept  which files a browser offers
     * @param removed what was taken away lately
     */
    record SlotView(String name, String list, List<FileView> files, int least, int most, boolean open, String accept, List<FileView> removed) {

        /** For a stencil of all of it: what belongs to these files alone is marks. */
        SlotView framed(Stencils.Marks marks) {
            return new SlotView("", list, files.stream().map(each -> each.framed(marks)).toList(), 0, 0, open, "",
                removed.stream().map(each -> each.framed(marks)).toList());
        }

        /** The same without its files. */
        SlotView around(Stencils.Marks marks) {
            return new SlotView("", list, List.of(), 0, 0, open, "", removed.stream().map(each -> each.framed(marks)).toList());
        }

        /** Its name within the page. */
        public String getKey() {
            return name.substring(name.indexOf(':', name.indexOf(':') + 1) + 1).replace(':', '-');
        }

        public int getEmpty() {
            return Math.max(0, most - files.size());
        }
    }

    /**
     * @param media    the stored file's id, for its addresses
     * @param verdict  one line, and how good
     * @param examined whether the whole file has been looked at; before that the preview may not be there
     */
    record FileView(UUID id, UUID media, int number, String name, String verdictKind, String verdict, @Nullable Control caption, boolean first,
                    boolean last, boolean preview, boolean film) {

        /** For a stencil: what belongs to this file alone is marks. */
        FileView framed(Stencils.Marks marks) {
            return new FileView(marks.id(id), marks.id(media), number, marks.text(name), verdictKind, marks.text(verdict),
                caption == null ? null : caption.framed(marks), first, last, preview, film);
        }

        /** What a picture shows, for those who don't see it. */
        String alt() {
            return caption == null || caption.value().isEmpty() ? name : caption.value();
        }

        /** No preview will ever come of it. */
        public boolean getBroken() {
            return verdictKind.equals("bad") && !preview;
        }
    }

    record ObjectView(UUID id, int number, String name, List<Control> controls, SlotView photos) {}

    /** A paper to print, by its form's id. */
    record PaperView(String id, String title, List<PaperFormat> formats) {}

    /** A kind of separate sheets. */
    record AttachmentView(String kind, String label, SlotView slot) {}
}
