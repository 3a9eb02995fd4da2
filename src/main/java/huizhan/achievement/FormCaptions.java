package huizhan.achievement;

import huizhan.kernel.FileNames;
import huizhan.kernel.Sha256;
import huizhan.media.StoredFile;
import huizhan.office.PhotoLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which board picture a line of 展板照片 speaks of (B2): the one whose original file name it gives, without regard to case, width and
 * extension; where it gives no name of its own, the one in its place. Each picture is spoken of once.
 */
final class FormCaptions {
    /** As the printed form numbers them, or as people do. */
    private static final Pattern NUMBERED = Pattern.compile("(?:照片|图片|图|photo|picture)?([0-9]{1,2})");
    private static final Pattern PRINTED = Pattern.compile("^[0-9]{1,2}\\.[A-Za-z0-9]{1,8}\\s*[（(](.+)[）)]$", Pattern.DOTALL);
    private static final Pattern BEHIND = Pattern.compile("[（(]([^（(]+)[）)]$");
    private final Draft draft;
    private final List<Placed> pictures;
    private final Map<PhotoLine, Placed> found = new LinkedHashMap<>();

    private FormCaptions(Draft draft) {
        this.draft = draft;
        this.pictures = draft.in(Slot.PICTURE);
    }

    /**
     * A line, and the picture that it speaks of; none where that isn't here.
     *
     * @param name of the file that it speaks of
     */
    record Spoken(PhotoLine line, String name, Optional<Placed> placed) {}

    /** Every line that says something; one into which a picture is pasted that isn't here goes with that picture, and is left out. */
    static List<Spoken> of(List<PhotoLine> lines, Draft draft) {
        var said = lines.stream().filter(line -> !line.blank()).toList();
        var captions = new FormCaptions(draft);
        said.forEach(line -> captions.spoken(line, captions.called(line, name(line))));
        said.forEach(line -> captions.spoken(line, captions.called(line, behind(line))));
        said.forEach(line -> captions.spoken(line, captions.pasted(line)));
        said.forEach(line -> captions.spoken(line, captions.numbered(line)));
        return said.stream().filter(line -> captions.found.containsKey(line) || line.picture().isEmpty()).map(captions::spoken).toList();
    }

    private Spoken spoken(PhotoLine line) {
        var placed = Optional.ofNullable(found.get(line));
        return new Spoken(line, placed.map(this::original).orElseGet(() -> name(line)), placed);
    }

    private void spoken(PhotoLine line, Stream<Placed> candidates) {
        if (found.containsKey(line)) return;
        candidates.filter(each -> !found.containsValue(each)).findFirst().ifPresent(each -> found.put(line, each));
    }

    /** Of several with the same name the one in the line's place comes first. */
    private Stream<Placed> called(PhotoLine line, String name) {
        return name.isBlank() ? Stream.empty() : Stream.concat(at(line.number()), pictures.stream()).filter(each -> bare(original(each)).equals(bare(name)));
    }

    private Stream<Placed> pasted(PhotoLine line) {
        return line.picture().map(picture -> Sha256.of(picture.bytes())).stream()
            .flatMap(sha256 -> pictures.stream().filter(each -> draft.file(each).filter(file -> file.sha256().equals(sha256)).isPresent()));
    }

    private Stream<Placed> numbered(PhotoLine line) {
        var own = bare(name(line));
        var number = NUMBERED.matcher(own);
        if (line.picture().isPresent() || !own.isEmpty() && !number.matches()) return Stream.empty();
        return at(own.isEmpty() ? line.number() : Integer.parseInt(number.group(1)));
    }

    private Stream<Placed> at(int number) {
        return number < 1 ? Stream.empty() : pictures.stream().skip(number - 1L).limit(1);
    }

    /** How a line calls its file; the printed form has the name that it came with behind the one that it has on the disc. */
    private static String name(PhotoLine line) {
        return PRINTED.matcher(line.file().strip()).replaceFirst("$1");
    }

    /** What stands in brackets at the end of that name; empty where nothing does. */
    private static String behind(PhotoLine line) {
        return BEHIND.matcher(name(line)).results().map(found -> found.group(1)).findFirst().orElse("");
    }

    private String original(Placed placed) {
        return draft.file(placed).map(StoredFile::originalName).orElse("");
    }

    /** Without folders, and without an extension that a picture may have. */
    private static String bare(String name) {
        var folded = FileNames.folded(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        return Slot.PICTURE.extensions().contains(FileNames.extension(folded)) ? FileNames.stem(folded) : folded;
    }
}
