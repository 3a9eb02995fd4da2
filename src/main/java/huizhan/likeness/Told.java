package huizhan.likeness;

import huizhan.kernel.Sha256;
import huizhan.material.Achievement;
import huizhan.material.ExhibitObject;
import huizhan.material.Figure;
import huizhan.material.Picture;
import huizhan.media.PictureFingerprint;
import huizhan.media.StoredFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One achievement as it is compared.
 *
 * @param text     statement and board text
 * @param partners each body that it names on the foreign side; units on the Chinese side
 * @param shots    its pictures, figures and photos of objects
 */
record Told(Pair.Place place, Shingles name, Shingles text, List<Shingles> partners, List<Shingles> units, List<Shot> shots, Optional<StoredFile> film) {
    private static final Set<String> NOTHING = Set.of("", "无", "没有", "暂无", "none", "n", "a", "na");

    /**
     * A picture in its place.
     *
     * @param counts whether it is one of the pictures of A6: only these must not come twice within one achievement
     * @param print  the fingerprint's bits; empty until the file was examined
     */
    record Shot(StoredFile file, boolean counts, long[] print) {

        /** How much two files are the same picture, in thousandths; 0 for two pictures. */
        int alike(Shot other) {
            if (file.sha256().equals(other.file.sha256())) {
                return 1000;
            }
            int bits = PictureFingerprint.distance(print, other.print);
            return bits <= PictureFingerprint.SAME ? 999 - bits * 1000 / 256 : 0;
        }
    }

    static Told of(Achievement from, UUID revision, Map<String, StoredFile> files) {
        var values = from.values();
        var texts = new ArrayList<String>();
        from.statement().all().keySet().forEach(id -> texts.add(values.text(id)));
        texts.add(from.prose());
        texts.add(values.text("board.text"));
        return new Told(new Pair.Place(from.id().orElseThrow(), revision), Shingles.of(from.name(), Scale.NAME_RUN),
            Shingles.of(String.join("\n", texts), Scale.TEXT_RUN), bodies(values.text("foreignPartner"), values.text("board.foreignPartner")),
            bodies(values.text("undertaker"), values.text("board.unit")), shots(from, files), Optional.ofNullable(files.get(from.video())));
    }

    /** Each picture once, however often it is shown. */
    List<Shot> shotsOnce() {
        var once = new LinkedHashMap<Sha256, Shot>();
        shots.forEach(shot -> once.putIfAbsent(shot.file().sha256(), shot));
        return List.copyOf(once.values());
    }

    /** Several bodies in one cell are parted by whatever people part them with. */
    private static List<Shingles> bodies(String... cells) {
        return Stream.of(cells).flatMap(cell -> Stream.of(cell.split("[;；,，、/\\n]"))).map(Shingles::signs)
            .map(signs -> String.join(" ", signs)).filter(body -> !NOTHING.contains(body)).distinct().map(body -> Shingles.of(body, Scale.NAME_RUN)).toList();
    }

    private static List<Shot> shots(Achievement from, Map<String, StoredFile> files) {
        return Stream.concat(shots(from.pictures().stream().map(Picture::file), true, files),
            shots(Stream.concat(from.figures().stream().map(Figure::file), from.objects().stream().map(ExhibitObject::photos).flatMap(List::stream)),
                false, files)).toList();
    }

    private static Stream<Shot> shots(Stream<String> paths, boolean counts, Map<String, StoredFile> files) {
        return paths.filter(files::containsKey).map(files::get).map(file -> new Shot(file, counts, PictureFingerprint.bits(file.facts().picture()
            .flatMap(picture -> picture.depth()).map(depth -> depth.fingerprint()).orElse(""))));
    }
}
