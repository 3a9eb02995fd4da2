package huizhan.media;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The checksum of one request's bytes (tus 1.0, extension checksum): {@code sha1 BASE64} or {@code sha256 BASE64}. */
final class UploadChecksum {
    static final String ALGORITHMS = "sha1,sha256";
    private static final Map<String, String> NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256");
    private final MessageDigest digest;
    private final byte[] expected;

    private UploadChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    static UploadChecksum parse(String header) throws UploadRefused {
        var parts = header.strip().split(" +", 2);
        var name = NAMES.get(parts[0]);
        if (name == null || parts.length < 2) {
            throw new UploadRefused(UploadFault.BAD_CHECKSUM_HEADER, ALGORITHMS);
        }
        try {
            var digest = MessageDigest.getInstance(name);
            var expected = Base64.getDecoder().decode(parts[1].strip());
            if (expected.length != digest.getDigestLength()) {
                throw new UploadRefused(UploadFault.BAD_CHECKSUM_HEADER, ALGORITHMS);
            }
            return new UploadChecksum(digest, expected);
        } catch (IllegalArgumentException e) {
            throw new UploadRefused(UploadFault.BAD_CHECKSUM_HEADER, ALGORITHMS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the bytes without moving the buffer. */
    void add(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
    }

    /** Closes the digest. */
    boolean matches() {
        return MessageDigest.isEqual(expected, digest.digest());
    }
}
