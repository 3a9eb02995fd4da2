package huizhan.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The chain of fonts that a character is looked for in: Noto Serif SC, Noto Serif (Latin, Greek, Cyrillic), Noto Sans Symbols 2, and for
 * rare Han characters a reduced BabelStone Han. Each is read once for the process, when it is first needed. Safe for any number of
 * threads.
 */
public final class Fonts {
    private static final Face REGULAR = Face.bundled("noto-serif-sc/NotoSerifSC-Regular.ttf");
    private static final Face BOLD = Face.bundled("noto-serif-sc/NotoSerifSC-Bold-GB2312.ttf");
    private static final Face LATIN = Face.bundled("noto-serif/NotoSerif-Regular-Plain.ttf");
    private static final Face SIGNS = Face.bundled("noto-sans-symbols-2/NotoSansSymbols2-Signs.ttf");
    private static final Face RARE = Face.bundled("rare-han/HuizhanRareHan.ttf");
    private static final Fonts BUNDLED = new Fonts(List.of(REGULAR, LATIN, SIGNS, RARE), List.of(BOLD, REGULAR, LATIN, SIGNS, RARE));

    private final List<Face> regular;
    private final List<Face> bold;

    private Fonts(List<Face> regular, List<Face> bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /** The fonts that come with the program. */
    public static Fonts bundled() {
        return BUNDLED;
    }

    /**
     * The bundled fonts and the ministry's own licensed ones: a 仿宋 sets the text, a 小标宋 the titles, any other is asked last, for
     * characters that no other font has.
     *
     * @param folder  its {@code .ttf} and {@code .ttc} files; a folder that isn't there is an empty one
     * @throws IllegalArgumentException if a font can't be embedded; it names the file and the reason
     */
    public static Fonts with(Path folder) {
        var regular = new ArrayList<>(BUNDLED.regular);
        var bold = new ArrayList<>(BUNDLED.bold);
        for (var file : files(folder)) {
            var face = Face.file(file);
            var name = (file.getFileName() + " " + face.typeface().name(1) + " " + face.typeface().name(4)).toLowerCase(Locale.ROOT);
            if (name.contains("仿宋") || name.contains("fangsong") || name.contains("simfang")) {
                regular.add(0, face);
                bold.add(1, face);
            } else if (name.contains("标宋") || name.contains("biaosong")) {
                bold.add(0, face);
            } else {
                regular.add(face);
                bold.add(face);
            }
        }
        return new Fonts(List.copyOf(regular), List.copyOf(bold));
    }

    /** The first face that has the character. */
    Optional<Face> face(int character, boolean heavy) {
        for (var face : heavy ? bold : regular) {
            if (face.typeface().glyph(character) != 0) {
                return Optional.of(face);
            }
        }
        return Optional.empty();
    }

    Face first(boolean heavy) {
        return (heavy ? bold : regular).get(0);
    }

    /** For words in Latin, Greek and Cyrillic letters that the Chinese font lacks a letter of. */
    Face latin() {
        return LATIN;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.tt[fc]")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
