package huizhan.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest (FIPS 180-4) as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {

    public Sha256 {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 lower-case hexadecimal digits");
        }
    }

    /** A fresh digest from the JDK, whose SHA-256 uses the processor's own instructions. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes the digest and takes its value. */
    public static Sha256 of(MessageDigest finished) {
        return new Sha256(HexFormat.of().formatHex(finished.digest()));
    }

    public static Sha256 of(byte[] bytes) {
        var digest = digest();
        digest.update(bytes);
        return of(digest);
    }

    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest in groups of four, as a person reads it aloud from a receipt. */
    public String grouped() {
        return hex.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Override public String toString() {
        return hex;
    }
}
