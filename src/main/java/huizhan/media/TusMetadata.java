package huizhan.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The client's {@code Upload-Metadata} (tus 1.0, extension creation): pairs of key and Base64, separated by commas.
 *
 * @param header   as it came, given back on HEAD
 * @param filename made safe
 * @param slot     where the file belongs
 */
record TusMetadata(String header, String filename, String slot) {
    private static final int LONGEST_HEADER = 4096;
    private static final int LONGEST_SLOT = 200;

    static TusMetadata parse(String header) throws UploadRefused {
        if (header.length() > LONGEST_HEADER) {
            throw new UploadRefused(UploadFault.BAD_REQUEST, "Upload-Metadata");
        }
        var pairs = new HashMap<String, String>();
        for (var pair : header.split(",")) {
            add(pair.strip(), pairs);
        }
        var slot = pairs.getOrDefault("slot", "");
        if (slot.isBlank() || slot.length() > LONGEST_SLOT) {
            throw new UploadRefused(UploadFault.NO_SLOT);
        }
        return new TusMetadata(header, UploadName.safe(pairs.getOrDefault("filename", "")), slot);
    }

    private static void add(String pair, Map<String, String> pairs) throws UploadRefused {
        if (pair.isEmpty()) {
            return;
        }
        var parts = pair.split(" +", 2);
        try {
            var value = Base64.getDecoder().decode(parts.length < 2 ? "" : parts[1].strip());
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
            if (pairs.putIfAbsent(parts[0], text) != null) {
                throw new UploadRefused(UploadFault.BAD_REQUEST, "Upload-Metadata");
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new UploadRefused(UploadFault.BAD_REQUEST, "Upload-Metadata");
        }
    }
}
