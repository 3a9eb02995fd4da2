package huizhan.turning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipInputStream;

/**
 * Looks for a word wherever it may hide in a folder: as it is in the usual encodings, in per cent, in base64 at its three offsets, in the
 * members of zip and Word files and the streams of PDFs, whatever a file is called.
 */
public final class Canary {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DEEPEST = 3;
    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    public Canary(String word) {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"))) {
            forms.put(charset.name(), word.getBytes(charset));
        }
        forms.put("per cent", URLEncoder.encode(word, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            var shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // the letters at both ends depend on what stands beside the word
            forms.put("base64 " + offset, text.substring(offset == 0 ? 0 : offset + 1, text.length() - 2).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Where the word is: file and form. */
    public List<String> in(Path folder) {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                var name = folder.relativize(file).toString();
                look(name, name.getBytes(StandardCharsets.UTF_8), 0, found);
                if (Files.isRegularFile(file)) {
                    look(name, Files.readAllBytes(file), 0, found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    public List<String> in(String name, byte[] bytes) {
        var found = new ArrayList<String>();
        look(name, bytes, 0, found);
        return found;
    }

    private void look(String name, byte[] bytes, int depth, List<String> found) {
        forms.forEach((form, word) -> {
            if (holds(bytes, word)) {
                found.add(name + " as " + form);
            }
        });
        if (depth < DEEPEST && begins(bytes, ZIP)) {
            members(name, bytes, depth, found);
        }
        if (depth < DEEPEST && begins(bytes, PDF)) {
            streams(name, bytes, depth, found);
        }
    }

    private void members(String name, byte[] bytes, int depth, List<String> found) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                look(name + "!" + entry.getName(), zip.readAllBytes(), depth + 1, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF keeps glyph numbers, not letters; but its titles, its maps from glyphs to letters and its attachments are text. */
    private void streams(String name, byte[] bytes, int depth, List<String> found) {
        for (int at = 0; at < bytes.length - STREAM.length; at++) {
            if (bytes[at] == 's' && Arrays.equals(bytes, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                int start = at + STREAM.length + (bytes[at + STREAM.length] == '\r' ? 2 : 1);
                look(name + " stream " + at, inflated(bytes, start), depth + 1, found);
            }
        }
    }

    private static byte[] inflated(byte[] bytes, int start) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            var out = new java.io.ByteArrayOutputStream();
            var buffer = new byte[65_536];
            for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    static boolean holds(byte[] bytes, byte[] word) {
        for (int at = 0; at <= bytes.length - word.length; at++) {
            if (bytes[at] == word[0] && Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
