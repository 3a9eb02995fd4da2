package huizhan.material;

import huizhan.kernel.Disclosure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One achievement (成果) of a material.
 *
 * @param folder        how findings name it: its folder, {@code 01} … {@code 10}
 * @param rank          its place in the department's order, 1 the first; absent in a unit's part
 * @param disclosure    as written, {@code public} or {@code non-public}; empty where nothing was said
 * @param statementFile the statement as a Word file, empty where it was typed
 * @param prose         the statement as running text without sections, read from that file
 * @param video         the film's file, empty where there is none
 */
public record Achievement(Optional<UUID> id, int revision, String folder, Optional<Integer> rank, String disclosure, Values values,
                          String statementFile, String prose, List<Figure> figures, List<Attachment> attachments, List<Picture> pictures,
                          String video, List<ExhibitObject> objects) {

    /** An achievement about which only rank and disclosure are known (A4). */
    public static Achievement stub(UUID id, int rank) {
        return new Achievement(Optional.of(id), 1, folder(rank), Optional.of(rank), Disclosure.NON_PUBLIC.code(), Values.NONE, "", "",
                List.of(), List.of(), List.of(), "", List.of());
    }

    public static String folder(int rank) {
        return "%02d".formatted(rank);
    }

    public Optional<Disclosure> shownTo() {
        return Disclosure.of(disclosure);
    }

    /** Non-public and without any content: what a server on the open network may hold of it. */
    public boolean stub() {
        return disclosure.equals(Disclosure.NON_PUBLIC.code()) && values.blank() && prose.isBlank() && files().isEmpty() && objects.isEmpty();
    }

    public String name() {
        return values.text("name");
    }

    /** The statement's sections that were typed; not the headings, which are ours. */
    public Values statement() {
        return values.under(Values.STATEMENT);
    }

    public boolean ticked(String exhibitForm) {
        return values.codes("exhibitForms").contains(exhibitForm);
    }

    public boolean attached(String kind) {
        return attachments.stream().anyMatch(each -> each.kind().equals(kind) && !each.file().isBlank());
    }

    /** Each file that it names, in the order of the annexes. */
    public List<String> files() {
        var files = new ArrayList<String>();
        files.add(statementFile);
        figures.forEach(each -> files.add(each.file()));
        attachments.forEach(each -> files.add(each.file()));
        pictures.forEach(each -> files.add(each.file()));
        files.add(video);
        objects.forEach(each -> files.addAll(each.photos()));
        files.removeIf(String::isBlank);
        return files;
    }

    /** The same with its files elsewhere. */
    public Achievement filed(UnaryOperator<String> path) {
        return new Achievement(id, revision, folder, rank, disclosure, values, path.apply(statementFile), prose,
                figures.stream().map(each -> new Figure(path.apply(each.file()), each.caption())).toList(),
                attachments.stream().map(each -> new Attachment(each.kind(), path.apply(each.file()))).toList(),
                pictures.stream().map(each -> new Picture(path.apply(each.file()), each.originalName(), each.caption())).toList(),
                path.apply(video), objects.stream().map(each -> each.filed(path)).toList());
    }

    public Achievement shownAs(Disclosure other) {
        return new Achievement(id, revision, folder, rank, other.code(), values, statementFile, prose, figures, attachments, pictures, video, objects);
    }

    public Achievement ranked(int newRank) {
        return new Achievement(id, revision, folder, Optional.of(newRank), disclosure, values, statementFile, prose, figures, attachments,
                pictures, video, objects);
    }
}
