package huizhan.folder;

import huizhan.call.Call;
import huizhan.documents.FormValues;
import huizhan.documents.PaperFormat;
import huizhan.documents.Papers;
import huizhan.material.Achievement;
import huizhan.material.Material;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The official papers of a material (A5, A7, A11): the summary table of a whole nomination, and for each achievement its statement and its
 * board form. A stub has none.
 */
public final class PaperSet {
    private final Call call;
    private final Papers papers;
    private final PaperValues values;
    private final LocalDate day;
    private final Material material;

    /** One paper: its path in a folder of papers ({@code 01/board-form.pdf}) and its bytes. */
    public record Paper(String path, byte[] bytes) {}

    /** Opens one of the material's files by the name that the material has for it. */
    public interface Opener {
        InputStream open(String path) throws IOException;
    }

    /**
     * @param material with the SHA-256 of its files, which the papers' digests cover; ids that are missing are made
     * @param lines    short words at the foot of each page; empty for none
     * @param day      the day that a format which tells one says it was made on
     */
    public PaperSet(Material material, Call call, Opener files, List<String> lines, LocalDate day, Papers papers) {
        this.material = Identified.of(material);
        this.call = call;
        this.papers = papers;
        this.day = day;
        this.values = new PaperValues(this.material, call, files, lines);
    }

    /** One of them by its path; empty where there is no such paper. */
    public Optional<Paper> named(String path) {
        return PaperFormat.ofFile(path).flatMap(format -> named(path, format));
    }

    private Optional<Paper> named(String path, PaperFormat format) {
        var end = "." + format.extension();
        var set = new ArrayList<Paper>();
        if (path.equals(FormsIn.SUMMARY + end)) {
            add(FormsIn.SUMMARY, "", values.summary(), List.of(format), set);
        }
        for (var each : material.achievements()) {
            if (!each.stub() && path.equals(each.folder() + "/" + "statement" + end)) {
                add("statement", each, values.statement(each), List.of(format), set);
            }
            if (!each.stub() && path.equals(each.folder() + "/" + FormsIn.BOARD + end)) {
                add(FormsIn.BOARD, each, values.boardForm(each), List.of(format), set);
            }
        }
        return set.stream().findFirst();
    }

    public List<Paper> in(List<PaperFormat> formats) {
        var set = new ArrayList<Paper>();
        if (!material.part() && material.achievements().stream().anyMatch(each -> each.rank().isPresent())) {
            add(FormsIn.SUMMARY, "", values.summary(), formats, set);
        }
        for (var each : material.achievements()) {
            if (!each.stub()) {
                add("statement", each, values.statement(each), formats, set);
                add(FormsIn.BOARD, each, values.boardForm(each), formats, set);
            }
        }
        return set;
    }

    private void add(String form, Achievement achievement, FormValues filled, List<PaperFormat> formats, List<Paper> set) {
        add(form, achievement.folder() + "/", filled, formats, set);
    }

    private void add(String form, String folder, FormValues filled, List<PaperFormat> formats, List<Paper> set) {
        if (!call.forms().containsKey(form)) {
            return;
        }
        for (var format : formats) {
            set.add(new Paper(folder + form + "." + format.extension(), papers.form(format, call.form(form), filled, call, day)));
        }
    }
}
