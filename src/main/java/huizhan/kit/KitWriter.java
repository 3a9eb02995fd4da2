package huizhan.kit;

import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import huizhan.keys.Signed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes call kits. The same content gives the same bytes. */
public final class KitWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** An archive's entries want a time; the day of making stands in the kit itself. */
    private static final LocalDateTime ANY = LocalDateTime.of(2000, 1, 1, 0, 0);

    private KitWriter() {}

    /** @param call files of the call's folder by their names in it */
    public static byte[] write(Kit kit, Map<String, byte[]> call, PrivateKeys organizer) {
        var entries = new LinkedHashMap<String, byte[]>();
        var json = bytes(json(kit));
        entries.put(Kit.FILE, json);
        entries.put(Kit.SIGNATURE, Signed.of(Kit.FORMAT, json, organizer).file());
        new TreeMap<>(call).forEach((name, bytes) -> entries.put(kit.place(name), bytes));
        return zip(entries);
    }

    /** The digests that a kit names. */
    public static Map<String, Sha256> digests(Map<String, byte[]> call) {
        var digests = new TreeMap<String, Sha256>();
        call.forEach((name, bytes) -> digests.put(name, Sha256.of(bytes)));
        return digests;
    }

    /**
     * A department's kit with what one of its units needs to know.
     *
     * @param read a kit that holds
     * @param name the unit's, one line
     */
    public static byte[] forUnit(KitReading read, String name, PrivateKeys department, Instant made) {
        var unit = new LinkedHashMap<String, Object>();
        unit.put("format", Kit.UNIT_FORMAT);
        unit.put("kit", digest(read).hex());
        unit.put("unit", name);
        unit.put("made", made.toString());
        unit.put("department", tree(department.card()));
        var json = bytes(unit);
        var entries = new LinkedHashMap<>(read.entries());
        entries.put(Kit.UNIT_FILE, json);
        entries.put(Kit.UNIT_SIGNATURE, Signed.of(Kit.UNIT_FORMAT, json, department).file());
        return zip(entries);
    }

    /** By which a unit's kit names the department's that it was made of. */
    public static Sha256 digest(KitReading read) {
        return Sha256.of(read.entries().get(Kit.FILE));
    }

    private static Map<String, Object> json(Kit kit) {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", Kit.FORMAT);
        json.put("call", kit.call());
        json.put("made", kit.made().toString());
        json.put("department", new TreeMap<>(Map.of("code", kit.department().code(), "name", both(kit.department().name()))));
        json.put("organizer", tree(kit.organizer()));
        kit.permit().ifPresent(permit -> json.put("deadline", new TreeMap<>(Map.of("until", permit.until().toString(), "reason", permit.reason()))));
        var exceptions = new ArrayList<Map<String, String>>();
        kit.exceptions().forEach(each -> exceptions.add(new TreeMap<>(Map.of("rule", each.rule(), "item", each.item(), "reason", each.reason()))));
        json.put("exceptions", exceptions);
        var files = new TreeMap<String, String>();
        kit.files().forEach((name, digest) -> files.put(name, digest.hex()));
        json.put("files", files);
        return json;
    }

    private static Map<String, String> both(Text text) {
        return new TreeMap<>(Map.of("zh", text.zh(), "en", text.en()));
    }

    private static Object tree(PublicKeys card) {
        return JSON.readTree(card.card());
    }

    private static byte[] bytes(Map<String, Object> json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : List.copyOf(entries.entrySet())) {
                var entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(ANY);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
