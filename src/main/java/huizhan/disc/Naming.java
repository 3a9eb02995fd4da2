package huizhan.disc;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How names are spelled in each of the image's two trees. */
enum Naming {
    /** ECMA-119 interchange level 3: {@code A-Z 0-9 _}, one dot, at most 30 letters, version 1. */
    ISO("ISO 9660") {
        @Override byte[] identifier(String name, boolean directory, Set<String> taken) {
            var unique = unique(name, directory, taken);
            return (directory ? unique : unique + ";1").getBytes(StandardCharsets.US_ASCII);
        }
    },
    /** Joliet: the true name in UCS-2, without a version number, as most writers have it. */
    JOLIET("Joliet") {
        @Override byte[] identifier(String name, boolean directory, Set<String> taken) {
            return name.getBytes(StandardCharsets.UTF_16BE);
        }
    };

    private static final int ISO_LETTERS = 30;
    private static final int ISO_EXTENSION = 8;
    static final int JOLIET_LETTERS = 64;

    private final String label;

    Naming(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The identifier of a name among its siblings; {@code taken} collects those given out in the same directory. */
    abstract byte[] identifier(String name, boolean directory, Set<String> taken);

    static Set<String> nothingTaken() {
        return new HashSet<>();
    }

    private static String unique(String name, boolean directory, Set<String> taken) {
        int dot = directory ? -1 : name.lastIndexOf('.');
        var extension = dot < 0 ? "" : cut(plain(name.substring(dot + 1)), ISO_EXTENSION);
        var stem = plain(dot < 0 ? name : name.substring(0, dot));
        for (int i = 1;; i++) {
            var tail = i == 1 ? "" : "_" + i;
            var candidate = cut(stem, ISO_LETTERS - extension.length() - tail.length()) + tail + (directory ? "" : "." + extension);
            if (taken.add(candidate)) {
                return candidate;
            }
        }
    }

    private static String plain(String text) {
        var plain = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return plain.isEmpty() ? "_" : plain;
    }

    private static String cut(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters);
    }

    /** Why a name can't stand on a disc of ours, in words; empty if it can. */
    static Optional<String> objection(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.of("'" + name + "'");
        }
        if (name.length() > JOLIET_LETTERS) {
            return Optional.of(name.length() + " > " + JOLIET_LETTERS);
        }
        boolean plain = name.chars().allMatch(c -> c >= ' ' && c != 0x7F && !Character.isSurrogate((char) c) && "*/:;?\\\"<>|".indexOf(c) < 0);
        return plain && !name.endsWith(".") && !name.endsWith(" ") ? Optional.empty() : Optional.of(name);
    }
}
