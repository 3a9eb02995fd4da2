package huizhan.achievement;

import huizhan.folder.Sorting;
import huizhan.folder.Sorting.Why;
import huizhan.office.ReadCell;
import huizhan.office.Reading;
import huizhan.rules.SecrecyMark;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a form that was brought in bears a mark anywhere (A4): its name, what was understood, what was not, what was struck out. Its
 * pictures are of what it speaks of, and are not kept then.
 */
final class FormMarks {
    private FormMarks() {}

    /**
     * {@link Why#SECRET}, {@link Why#NOT_PUBLIC} or none.
     *
     * @param name   of the file
     * @param openly whether the achievement is a public one: in one that isn't, the word that it isn't says nothing new
     */
    static Optional<Why> of(String name, Reading read, boolean openly) {
        boolean secret = names(name, read).anyMatch(each -> Sorting.marked(each).filter(Why.SECRET::equals).isPresent()) || texts(read).anyMatch(each -> SecrecyMark.in(seen(each)).isPresent());
        if (secret) return Optional.of(Why.SECRET);
        boolean notPublic = openly && Stream.concat(names(name, read), texts(read)).anyMatch(Sorting::notPublic);
        return notPublic ? Optional.of(Why.NOT_PUBLIC) : Optional.empty();
    }

    /** Words that only name something: in them a level of secrecy stands for itself, which in prose may speak of nature's secrets. */
    private static Stream<String> names(String name, Reading read) {
        return Stream.concat(Stream.of(name), Stream.concat(read.captions().stream().flatMap(each -> Stream.of(each.file(), each.caption())),
            read.pictures().stream().flatMap(each -> Stream.of(each.name(), each.caption()))));
    }

    private static Stream<String> texts(Reading read) {
        var cells = Stream.concat(read.cells().stream(), read.rows().stream().flatMap(row -> row.cells().stream())).flatMap(FormMarks::texts);
        var objects = read.objects().stream().flatMap(each -> Stream.of(each.name(), each.size(), each.note()));
        var unread = Stream.concat(read.leftOver().stream().map(each -> each.text()), read.remarks().stream().map(each -> each.message().zh()));
        return Stream.of(cells, read.captions().stream().flatMap(each -> Stream.of(each.file(), each.caption())), objects, Stream.of(read.prose()), unread).flatMap(each -> each);
    }

    private static Stream<String> texts(ReadCell cell) {
        return Stream.of(cell.label(), cell.text(), cell.draft());
    }

    /** As it looks: a character that nobody sees parts no mark. */
    private static String seen(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{Cf}\\u034f\\ufe00-\\ufe0f]", "");
    }
}
