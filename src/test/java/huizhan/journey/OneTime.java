package huizhan.journey;

import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app does (RFC 6238): SHA-1, 30 seconds, six digits. */
final class OneTime {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP = 30_000;
    private static final int MODULUS = 1_000_000;

    private OneTime() {}

    /** The code of this moment for a secret as the page shows it. */
    static String code(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret.replaceAll("\\s", "")), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(System.currentTimeMillis() / STEP).array());
            return "%06d".formatted((ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0x0f) & 0x7fff_ffff) % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        var bits = new StringBuilder();
        base32.chars().forEach(each -> bits.append("%5s".formatted(Integer.toBinaryString(BASE32.indexOf(each))).replace(' ', '0')));
        var bytes = new byte[bits.length() / Byte.SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * Byte.SIZE, (i + 1) * Byte.SIZE), 2);
        }
        return bytes;
    }

    /** The person has set up codes from now on. */
    static void enrol(TestServer server, Person person) {
        var browser = server.browser();
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("username", person.username(), "password", person.password()));
        var secret = browser.get("/sign-in/enrolment").find("<code class=\"digest\">([A-Z2-7 ]+)</code>");
        var answer = browser.post("/sign-in/enrolment", Map.of("code", code(secret)));
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
    }
}
