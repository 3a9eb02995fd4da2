package huizhan.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for words of one stem wherever they may hide, and tells which word it was and where it stood: as they are in the usual encodings, in per
 * cent and other escapes (those leave the stem's letters alone), in base64 at its three offsets with or without line ends, and packed: each zip
 * member, zlib and gzip stream is found by its first bytes wherever it begins, so a file inside a Word file, an image, a database page or a heap
 * dump is looked into like one that lies alone, and what it holds likewise.
 */
public final class Scan {
    /** Letters that no text, name, digest or class of the program has by chance. */
    private static final String STEM = "zqkvx7";
    private static final int DIGITS = 3;
    private static final int DEEPEST = 4;
    /** Enough for every text; what is packed to more is a picture or a film. */
    private static final int LARGEST = 64 << 20;
    private static final Scan WORDS = new Scan(STEM);
    private final String stem;
    private final List<Form> forms;

    private Scan(String stem) {
        this.stem = stem;
        this.forms = forms(stem);
    }

    /** One that looks for another text. */
    public static Scan of(String text) {
        return new Scan(text);
    }

    /**
     * A word that was found.
     *
     * @param number of the word; -1 where only its stem is left
     */
    record Hit(int number, String form, String place) {}

    private record Form(String name, byte[] pattern, Charset charset, int before) {
        boolean base64() {
            return before >= 0;
        }
    }

    /** The word of a number; letters of Chinese stand on both its sides, so that it is stored as Chinese text is. */
    public static String word(int number) {
        return "砆" + STEM + String.format(Locale.ROOT, "%0" + DIGITS + "d", number) + "礵";
    }

    private static List<Form> forms(String stem) {
        var forms = new ArrayList<Form>();
        for (var text : new LinkedHashSet<>(List.of(stem, stem.toUpperCase(Locale.ROOT)))) {
            for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                forms.add(new Form(charset.name(), text.getBytes(charset), charset, -1));
                for (int offset = 0; offset < 3 && text.equals(stem); offset++) forms.add(base64(text.getBytes(charset), offset, charset));
            }
        }
        return List.copyOf(forms);
    }

    /** The letters in the middle; those at both ends depend on what stands beside the word. */
    private static Form base64(byte[] word, int offset, Charset charset) {
        var shifted = new byte[offset + word.length];
        System.arraycopy(word, 0, shifted, offset, word.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int before = offset == 0 ? 0 : offset + 1;
        return new Form("base64 " + offset + " of " + charset.name(), text.substring(before, shifted.length * 8 / 6).getBytes(StandardCharsets.US_ASCII), charset, before);
    }

    static List<Hit> in(Path folder) {
        return WORDS.hits(folder);
    }

    static List<Hit> in(String place, byte[] bytes) {
        return WORDS.hits(place, bytes);
    }

    /** Where any of the words lies below a folder. */
    public static List<String> places(Path folder) {
        return WORDS.found(folder);
    }

    public static List<String> places(String place, byte[] bytes) {
        return WORDS.found(place, bytes);
    }

    public List<String> found(Path folder) {
        return told(hits(folder));
    }

    public List<String> found(String place, byte[] bytes) {
        return told(hits(place, bytes));
    }

    /** Every file below a folder, its name too. */
    private List<Hit> hits(Path folder) {
        var hits = new ArrayList<Hit>();
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                var name = folder.relativize(file).toString();
                hits.addAll(hits("name of " + name, name.getBytes(StandardCharsets.UTF_8)));
                if (Files.isRegularFile(file)) hits.addAll(hits(name, Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hits;
    }

    private List<Hit> hits(String place, byte[] bytes) {
        var hits = new ArrayList<Hit>();
        look(place, bytes, 0, hits);
        return hits;
    }

    private static List<String> told(List<Hit> hits) {
        return hits.stream().map(hit -> hit.place() + " as " + hit.form()).toList();
    }

    /** The numbers of what was found. */
    static Set<Integer> numbers(List<Hit> hits) {
        var numbers = new TreeSet<Integer>();
        hits.forEach(hit -> numbers.add(hit.number()));
        return numbers;
    }

    private void look(String place, byte[] bytes, int depth, List<Hit> hits) {
        plain(place, bytes, hits);
        if (folded(bytes)) plain(place + " without line ends", unfolded(bytes), hits);
        if (depth < DEEPEST) packed(bytes, (inner, at) -> look(place + " packed at " + at, inner, depth + 1, hits));
    }

    private void plain(String place, byte[] bytes, List<Hit> hits) {
        var first = new boolean[256];
        forms.forEach(form -> first[form.pattern()[0] & 0xff] = true);
        for (int at = 0; at < bytes.length; at++) {
            if (!first[bytes[at] & 0xff]) continue;
            for (var form : forms) {
                if (begins(bytes, at, form.pattern()) && !shifted(bytes, at, form)) hits.add(new Hit(number(bytes, at, form), form.name(), place + " at " + at));
            }
        }
    }

    /** Letters of two bytes look, from the second byte on, like letters of the other order. */
    private boolean shifted(byte[] bytes, int at, Form form) {
        return form.charset().equals(StandardCharsets.UTF_16LE) && !form.base64() && begins(bytes, at - 1, stem.getBytes(StandardCharsets.UTF_16BE));
    }

    private static boolean begins(byte[] bytes, int at, byte[] with) {
        return at >= 0 && bytes.length - at >= with.length && Arrays.equals(bytes, at, at + with.length, with, 0, with.length);
    }

    private int number(byte[] bytes, int at, Form form) {
        int width = form.charset().equals(StandardCharsets.UTF_8) ? 1 : 2;
        int length = (stem.length() + DIGITS) * width;
        var plain = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length));
        if (form.base64()) {
            int start = at - form.before();
            var letters = new String(bytes, Math.max(0, start), Math.min(bytes.length - Math.max(0, start), (length + 2) * 4 / 3 / 4 * 4 + 4), StandardCharsets.ISO_8859_1).replaceAll("[^A-Za-z0-9+/].*", "");
            plain = Base64.getDecoder().decode(letters.substring(0, letters.length() / 4 * 4));
            int offset = Math.max(0, form.before() - 1);
            plain = Arrays.copyOfRange(plain, Math.min(offset, plain.length), Math.min(plain.length, offset + length));
        }
        var text = new String(plain, form.charset());
        return text.matches("(?i)" + STEM + "\\d{" + DIGITS + "}") ? Integer.parseInt(text.substring(STEM.length())) : -1;
    }

    /** Base64 as mail and PEM write it: broken after at most 76 letters. */
    private static boolean folded(byte[] bytes) {
        for (int at = 0, run = 0; at < bytes.length && bytes.length < LARGEST; at++) {
            if (letter(bytes[at])) run++;
            else if (run >= 60 && (bytes[at] == '\n' || bytes[at] == '\r')) return true;
            else run = 0;
        }
        return false;
    }

    private static boolean letter(byte one) {
        return one >= 'A' && one <= 'Z' || one >= 'a' && one <= 'z' || one >= '0' && one <= '9' || one == '+' || one == '/';
    }

    private static byte[] unfolded(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        for (byte each : bytes) {
            if (each != '\n' && each != '\r') out.write(each);
        }
        return out.toByteArray();
    }

    private static void packed(byte[] bytes, ObjIntConsumer<byte[]> found) {
        for (int at = 0; at < bytes.length - 10; at++) {
            int one = bytes[at] & 0xff;
            int two = bytes[at + 1] & 0xff;
            if (one == 'P' && two == 'K' && bytes[at + 2] == 3 && bytes[at + 3] == 4 && at + 30 < bytes.length && bytes[at + 8] == 8) {
                inflated(bytes, at + 30 + little(bytes, at + 26) + little(bytes, at + 28), true, at, found);
            } else if (one == 0x1f && two == 0x8b && bytes[at + 2] == 8) {
                inflated(bytes, at + 10, true, at, found);
            } else if ((one & 0x8f) == 8 && one >> 4 == 7 && ((one << 8) + two) % 31 == 0 && (two & 0x20) == 0) {
                inflated(bytes, at, false, at, found);
            }
        }
    }

    private static int little(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    private static void inflated(byte[] bytes, int start, boolean bare, int at, ObjIntConsumer<byte[]> found) {
        if (start >= bytes.length) return;
        var inflater = new Inflater(bare);
        var out = new ByteArrayOutputStream();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            var buffer = new byte[16_384];
            for (int count = inflater.inflate(buffer); count > 0 && out.size() < LARGEST; count = inflater.inflate(buffer)) out.write(buffer, 0, count);
        } catch (DataFormatException e) {
            // what came before the fault counts all the same
        } finally {
            inflater.end();
        }
        // a few bytes come out of anything that happens to begin like that
        if (out.size() >= STEM.length()) found.accept(out.toByteArray(), at);
    }
}
