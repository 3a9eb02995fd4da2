package huizhan.disc;

import huizhan.kernel.Json;
import huizhan.kernel.Sha256;
import huizhan.keys.Chunks;
import huizhan.keys.Envelope;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a sealed disc says of itself to everybody (C2): one block of {@value #BLOCK} bytes, a JSON object and zeros. The key of the
 * chunks is derived from the envelope's key and the digest of this block, so no letter of it can be changed without closing the disc for good.
 *
 * @param set        of the discs that were written together; random, so that it tells nothing
 * @param department its code in the call, or empty
 * @param items      how many achievements the whole set holds
 * @param envelopes  one for each addressee
 */
record SealedHead(UUID set, int number, int count, String department, int items, List<Envelope> envelopes) {
    static final int BLOCK = 1 << 16;
    static final String FORMAT = "huizhan-sealed/1";
    /** HPKE and STREAM as in {@code docs/disc-format.md}, section 8; SM2 with SM4 will be another name here. */
    static final String SUITE = "x25519-hkdf-sha256-aes-256-gcm";
    private static final int MOST_ENVELOPES = 16;
    /** More discs than anybody has; each missing one is named. */
    private static final int MOST_VOLUMES = 9_999;
    private static final JsonMapper JSON = Json.mapper().build();
    private static final byte[] FOR_KEY = (FORMAT + " key").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FOR_STREAM = (FORMAT + " stream").getBytes(StandardCharsets.US_ASCII);

    SealedHead {
        envelopes = List.copyOf(envelopes);
    }

    /** An envelope with this key for an addressee. */
    static Envelope envelope(byte[] secret, PublicKeys to) {
        return Envelope.of(secret, to, FOR_KEY);
    }

    byte[] block() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("format", FORMAT);
        fields.put("suite", SUITE);
        fields.put("set", set.toString());
        fields.put("volume", number);
        fields.put("volumes", count);
        fields.put("department", department);
        fields.put("items", items);
        fields.put("envelopes", envelopes.stream().map(SealedHead::told).toList());
        return Arrays.copyOf(JSON.writeValueAsBytes(fields), BLOCK);
    }

    private static Map<String, String> told(Envelope envelope) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", envelope.addressee());
        fields.put("enc", Base64.getEncoder().encodeToString(envelope.enc()));
        fields.put("box", Base64.getEncoder().encodeToString(envelope.box()));
        return fields;
    }

    /** The cipher of a disc with this head block. */
    static Chunks chunks(byte[] secret, byte[] block) {
        return new Chunks(secret, java.util.HexFormat.of().parseHex(Sha256.of(block).hex()), FOR_STREAM);
    }

    boolean addressedTo(PublicKeys card) {
        return envelopes.stream().anyMatch(each -> each.addressee().equals(card.id()));
    }

    /** @throws KeyFault if the envelope doesn't open, or there is none for this holder */
    byte[] secret(PrivateKeys mine) throws KeyFault {
        var own = envelopes.stream().filter(each -> each.addressee().equals(mine.card().id())).findFirst().orElse(envelopes.get(0));
        return Envelope.open(own, mine, FOR_KEY);
    }

    /** Empty if the block isn't a head of this version. */
    static Optional<SealedHead> read(byte[] block) {
        int end = 0;
        while (end < block.length && block[end] != 0) {
            end++;
        }
        for (int i = end; i < block.length; i++) {
            if (block[i] != 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(read(JSON.readTree(block, 0, end)));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SealedHead read(JsonNode head) {
        if (!head.required("format").stringValue().equals(FORMAT) || !head.required("suite").stringValue().equals(SUITE)) {
            throw new IllegalArgumentException("another format");
        }
        var envelopes = new ArrayList<Envelope>();
        for (var each : head.required("envelopes")) {
            if (envelopes.size() == MOST_ENVELOPES) {
                throw new IllegalArgumentException("too many envelopes");
            }
            envelopes.add(new Envelope(each.required("key").stringValue(), Base64.getDecoder().decode(each.required("enc").stringValue()),
                    Base64.getDecoder().decode(each.required("box").stringValue())));
        }
        int number = head.required("volume").intValue();
        int count = head.required("volumes").intValue();
        if (number < 1 || number > count || count > MOST_VOLUMES || envelopes.isEmpty()) {
            throw new IllegalArgumentException("volume " + number + " of " + count);
        }
        return new SealedHead(UUID.fromString(head.required("set").stringValue()), number, count, head.required("department").stringValue(), head.required("items").intValue(), envelopes);
    }
}
