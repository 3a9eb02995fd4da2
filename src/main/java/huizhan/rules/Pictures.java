package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.subject;
import static huizhan.rules.Say.told;
import static huizhan.rules.Say.warning;

import huizhan.call.Call;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import huizhan.material.Picture;
import huizhan.material.PictureFacts;
import huizhan.rules.Finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Pictures: how many, how large, and that they are what they seem to be (A6, C6). */
final class Pictures {
    private static final Map<String, List<String>> EXTENSIONS = Map.of("jpeg", List.of("jpg", "jpeg", "jpe"), "png", List.of("png"),
            "tiff", List.of("tif", "tiff"), "bmp", List.of("bmp"));

    private Pictures() {}

    static List<Finding> count(Material material, Call call, Optional<Zone> zone) {
        int least = call.limits().picturesLeast();
        int most = call.limits().picturesMost();
        return told(material).filter(each -> each.pictures().size() < least || each.pictures().size() > most)
                .map(each -> error("A6.count", each.pictures().size() < least ? "few" : "many", subject(each, "pictures"), place(each, "pictures"),
                        each.pictures().size(), least, most)).toList();
    }

    static List<Finding> size(Material material, Call call, Optional<Zone> zone) {
        long least = call.limits().pictureBytes();
        return each(material).filter(shot -> shot.sound() && shot.facts.size() < least)
                .map(shot -> error("A6.size", "", shot.path(), shot.place(), shot.number, shot.name(), Say.megabytes(shot.facts.size()), limit(least)))
                .toList();
    }

    static List<Finding> sizeNote(Material material, Call call, Optional<Zone> zone) {
        var limits = call.limits();
        return each(material).filter(shot -> shot.sound() && shot.facts.size() >= limits.pictureBytes() && shot.facts.size() < limits.pictureNote())
                .map(shot -> warning("A6.size-note", "", shot.path(), shot.place(), shot.number, shot.name(), limit(limits.pictureBytes()))).toList();
    }

    static List<Finding> image(Material material, Call call, Optional<Zone> zone) {
        return each(material).filter(shot -> !shot.sound())
                .map(shot -> error("A6.image", shot.fault(), shot.path(), shot.place(), shot.number, shot.name())).toList();
    }

    static List<Finding> extension(Material material, Call call, Optional<Zone> zone) {
        return each(material).filter(Shot::sound).filter(shot -> !extensions(shot.picture()).contains(extension(shot.path())))
                .map(shot -> warning("A6.extension", "", shot.path(), shot.place(), shot.number, shot.name(),
                        shot.picture().format().toUpperCase(Locale.ROOT), extensions(shot.picture()).stream().findFirst().orElse(""))).toList();
    }

    static List<Finding> pixels(Material material, Call call, Optional<Zone> zone) {
        var board = call.board();
        return each(material).filter(Shot::sound)
                .filter(shot -> board.ppi(shot.picture().seenWidth(), shot.picture().seenHeight()) < board.ppi())
                .map(shot -> warning("A6.pixels", "", shot.path(), shot.place(), shot.number, shot.name(),
                        shot.picture().seenWidth() + "×" + shot.picture().seenHeight(), board.pictureWidthMm() / 10,
                        (int) board.ppi(shot.picture().seenWidth(), shot.picture().seenHeight()), board.ppi())).toList();
    }

    static List<Finding> upscaled(Material material, Call call, Optional<Zone> zone) {
        return deep(material, "A6.upscaled", shot -> shot.depth().map(PictureFacts.Depth::enlarged).orElse(false));
    }

    static List<Finding> padded(Material material, Call call, Optional<Zone> zone) {
        return deep(material, "A6.padded", shot -> shot.depth().map(depth -> depth.idleBytes() * 4 > shot.facts.size()).orElse(false));
    }

    private static List<Finding> deep(Material material, String rule, Predicate<Shot> found) {
        return each(material).filter(Shot::sound).filter(found)
                .map(shot -> warning(rule, "", shot.path(), shot.place(), shot.number, shot.name())).toList();
    }

    /** Among all pictures of the material; photos of objects don't count. */
    static List<Finding> duplicate(Material material, Call call, Optional<Zone> zone) {
        var findings = new ArrayList<Finding>();
        var earlier = new ArrayList<Shot>();
        each(material).filter(Shot::sound).forEach(shot -> {
            earlier.stream().filter(other -> other.path().equals(shot.path()) || Likeness.same(other.facts, shot.facts)).findFirst()
                    .ifPresent(other -> findings.add(warning("A6.duplicate", "", shot.path(), shot.place(), shot.number, shot.name(), other.path())));
            earlier.add(shot);
        });
        return findings;
    }

    static List<Finding> caption(Material material, Call call, Optional<Zone> zone) {
        return all(material).filter(shot -> shot.entry.caption().isBlank())
                .map(shot -> error("A6.caption", "", shot.path(), shot.place(), shot.number, shot.name())).toList();
    }

    /** A limit as the notice writes it: without a decimal where there is none. */
    private static String limit(long bytes) {
        return Say.megabytes(bytes).replace(".0 ", " ");
    }

    private static List<String> extensions(PictureFacts picture) {
        return EXTENSIONS.getOrDefault(picture.format(), List.of());
    }

    private static String extension(String path) {
        var name = Say.name(path);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Those whose file is there; one that isn't is found by A12.file. */
    private static java.util.stream.Stream<Shot> each(Material material) {
        return all(material).filter(shot -> material.file(shot.path()).isPresent());
    }

    private static java.util.stream.Stream<Shot> all(Material material) {
        return told(material).flatMap(achievement -> java.util.stream.IntStream.range(0, achievement.pictures().size())
                .mapToObj(i -> new Shot(achievement, achievement.pictures().get(i), i + 1,
                        material.file(achievement.pictures().get(i).file()).orElse(new FileFacts(achievement.pictures().get(i).file(), 0)))));
    }

    private record Shot(Achievement achievement, Picture entry, int number, FileFacts facts) {
        String path() {
            return entry.file();
        }

        String name() {
            return entry.originalName().isBlank() ? Say.name(entry.file()) : entry.originalName();
        }

        Place place() {
            return Say.place(achievement, "pictures", number - 1);
        }

        PictureFacts picture() {
            return facts.picture().orElseThrow();
        }

        Optional<PictureFacts.Depth> depth() {
            return picture().depth();
        }

        boolean sound() {
            return facts.picture().map(picture -> !picture.broken()).orElse(false);
        }

        String fault() {
            return facts.picture().flatMap(picture -> picture.fault().or(() -> picture.depth().flatMap(PictureFacts.Depth::fault)))
                    .orElse(PictureFacts.Fault.NOT_A_PICTURE).name().toLowerCase(Locale.ROOT);
        }
    }
}
