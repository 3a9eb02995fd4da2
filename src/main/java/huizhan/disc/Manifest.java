package huizhan.disc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A payload or tag manifest as it was read (RFC 8493 section 2.1.3): what it lists, and what is wrong with its lines. */
record Manifest(String name, boolean forTags, Optional<Algorithm> algorithm, Map<String, String> digests, List<Defect> defects) {
    private static final Pattern NAME = Pattern.compile("(tag)?manifest-([A-Za-z0-9]+)\\.txt");
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]+)([ \t]+)(\\*?)(.+)");

    /** Digest algorithms that the JDK has, under their names in file names. */
    enum Algorithm {
        MD5("MD5", 32), SHA1("SHA-1", 40), SHA224("SHA-224", 56), SHA256("SHA-256", 64), SHA384("SHA-384", 96), SHA512("SHA-512", 128),
        SHA3256("SHA3-256", 64), SHA3512("SHA3-512", 128);

        final String standardName;
        private final int digits;

        Algorithm(String standardName, int digits) {
            this.standardName = standardName;
            this.digits = digits;
        }

        static Optional<Algorithm> of(String name) {
            for (var each : values()) {
                if (each.name().equalsIgnoreCase(name)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    static boolean isName(String path) {
        return NAME.matcher(path).matches();
    }

    static boolean isTagManifest(String path) {
        return isName(path) && path.startsWith("tag");
    }

    static Manifest read(String name, byte[] bytes, Declaration declaration, Profile profile) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name);
        }
        var reader = new Reader(name, matcher.group(1) != null, Algorithm.of(matcher.group(2)), declaration, profile);
        if (reader.algorithm.isEmpty()) {
            reader.defects.add(DefectKind.MANIFEST_ALGORITHM.warning(name, matcher.group(2).toLowerCase(Locale.ROOT)));
        }
        reader.read(bytes);
        return new Manifest(name, reader.forTags, reader.algorithm, reader.digests, reader.defects);
    }

    /** One reading of one manifest; the line number is part of each defect's place. */
    private static final class Reader {
        private final String name;
        private final boolean forTags;
        private final Optional<Algorithm> algorithm;
        private final Declaration declaration;
        private final boolean strict;
        private final Map<String, String> digests = new LinkedHashMap<>();
        private final List<Defect> defects = new ArrayList<>();
        private String place = "";

        Reader(String name, boolean forTags, Optional<Algorithm> algorithm, Declaration declaration, Profile profile) {
            this.name = name;
            this.forTags = forTags;
            this.algorithm = algorithm;
            this.declaration = declaration;
            this.strict = profile == Profile.HUIZHAN;
        }

        void read(byte[] bytes) {
            var text = declaration.decoded(bytes);
            if (text.isEmpty()) {
                defects.add(DefectKind.MANIFEST_BYTES.at(name, declaration.charset()));
                return;
            }
            var lines = TagText.lines(text.get());
            for (int i = 0; i < lines.size(); i++) {
                place = name + ":" + (i + 1);
                line(lines.get(i));
            }
            if (strict && !(text.get().endsWith("\n") && text.get().indexOf('\r') < 0)) {
                defects.add(DefectKind.MANIFEST_LINE.at(name, "LF"));
            }
        }

        private void line(String line) {
            var matcher = LINE.matcher(line);
            if (!matcher.matches() || algorithm.isPresent() && matcher.group(1).length() != algorithm.get().digits) {
                defects.add(DefectKind.MANIFEST_LINE.at(place, line));
                return;
            }
            if (strict && !(matcher.group(2).equals("  ") && matcher.group(1).equals(matcher.group(1).toLowerCase(Locale.ROOT)))) {
                defects.add(DefectKind.MANIFEST_LINE.at(place, line));
            }
            if (!matcher.group(3).isEmpty()) {
                tolerate(DefectKind.MANIFEST_ASTERISK, matcher.group(4));
            }
            entry(matcher.group(1).toLowerCase(Locale.ROOT), decoded(withoutDot(matcher.group(4))));
        }

        private void tolerate(DefectKind kind, String path) {
            defects.add(strict ? kind.at(place, path) : kind.warning(place, path));
        }

        private String withoutDot(String path) {
            if (!path.startsWith("./")) {
                return path;
            }
            tolerate(DefectKind.MANIFEST_DOT_SLASH, path);
            return path.substring(2);
        }

        private String decoded(String path) {
            var decoded = TagText.decoded(path, declaration);
            if (declaration.atLeastOne() && TagText.strayPercent(path)) {
                defects.add(DefectKind.MANIFEST_PERCENT.at(place, path));
            }
            return decoded;
        }

        private void entry(String digest, String path) {
            if (TagText.outOfScope(path) || path.startsWith("data/") == forTags) {
                defects.add(DefectKind.MANIFEST_SCOPE.at(place, path));
                return;
            }
            var before = digests.putIfAbsent(path, digest);
            if (before != null) {
                boolean harmless = !declaration.atLeastOne() && before.equals(digest);
                defects.add(harmless ? DefectKind.MANIFEST_DUPLICATE.warning(place, path) : DefectKind.MANIFEST_DUPLICATE.at(place, path));
            }
        }
    }
}
