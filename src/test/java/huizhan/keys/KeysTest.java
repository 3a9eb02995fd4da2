package huizhan.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.kernel.Lang;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, their cards and envelopes (C2). */
class KeysTest {
    static final Instant NOW = Instant.parse("2015-05-20T01:00:00Z");
    private static final String WORD = "雨后新竹 rain-2015";
    private static final byte[] INFO = "a test".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test void a_key_file_opens_with_its_passphrase_alone() throws Exception {
        var keys = PrivateKeys.create(" 示例  组织单位 ", NOW);
        var text = keys.locked(WORD.toCharArray());
        assertThat(PrivateKeys.read(text, WORD.toCharArray()).card()).isEqualTo(keys.card());
        assertThat(keys.card().holder()).isEqualTo("示例 组织单位");
        assertThatThrownBy(() -> PrivateKeys.read(text, "雨后新竹 rain-2016".toCharArray())).isInstanceOf(KeyFault.class)
            .extracting(e -> ((KeyFault) e).reason(Lang.EN)).asString().contains("passphrase is wrong");
        assertThatThrownBy(() -> PrivateKeys.read(keys.card().card(), WORD.toCharArray())).isInstanceOf(KeyFault.class);
    }

    @Test void a_passphrase_of_eleven_letters_is_refused_and_one_of_twelve_is_not() throws Exception {
        var keys = PrivateKeys.create("某单位", NOW);
        assertThatThrownBy(() -> keys.locked("12345678901".toCharArray())).isInstanceOf(KeyFault.class);
        assertThat(PrivateKeys.read(keys.locked("123456789012".toCharArray()), "123456789012".toCharArray()).card()).isEqualTo(keys.card());
    }

    @Test void openssl_reads_the_key_file_too() throws Exception {
        var keys = PrivateKeys.create("某单位", NOW);
        var file = Files.writeString(folder.resolve("a.key"), keys.locked("plain words 2015".toCharArray()));
        var process = new ProcessBuilder("openssl", "pkey", "-in", file.toString(), "-passin", "pass:plain words 2015", "-pubout", "-outform", "DER").start();
        assertThat(process.getInputStream().readAllBytes()).isEqualTo(keys.card().sealing().getEncoded());
        assertThat(process.waitFor()).isZero();
    }

    @Test void a_card_whose_name_day_or_key_was_changed_is_refused() throws Exception {
        var card = PrivateKeys.create("某单位", NOW).card().card();
        var other = PrivateKeys.create("别的单位", NOW).card();
        assertThat(PublicKeys.read(card + "\n").holder()).isEqualTo("某单位");
        var key = PublicKeys.read(card).sealing().getEncoded();
        for (var changed : new String[] {card.replace("某单位", "某部门"), card.replace("2015-05-20", "2015-05-21"),
            card.replace(base64(key), base64(other.sealing().getEncoded()))}) {
            assertThat(changed).isNotEqualTo(card);
            assertThatThrownBy(() -> PublicKeys.read(changed)).isInstanceOf(KeyFault.class).hasMessageContaining("altered");
        }
        for (var none : new String[] {"", "{}", "no card", card.substring(0, card.length() - 2), card.replace("huizhan-key/1", "huizhan-key/2")}) {
            assertThatThrownBy(() -> PublicKeys.read(none)).isInstanceOf(KeyFault.class).hasMessageContaining("no key card");
        }
    }

    private static String base64(byte[] bytes) {
        return java.util.Base64.getEncoder().encodeToString(bytes);
    }

    /** A card that is signed as it should be, with these parts. */
    private static String card(String holder, java.security.PublicKey sealing) {
        var keys = PrivateKeys.create("x", NOW);
        var proof = keys.sign(PublicKeys.statement(holder, NOW, sealing, keys.card().signing()));
        return new PublicKeys(holder, NOW, sealing, keys.card().signing(), base64(proof)).card();
    }

    @Test void a_holder_whose_name_could_hide_the_fingerprint_is_no_holder() throws Exception {
        var sealing = PrivateKeys.create("x", NOW).card().sealing();
        assertThat(PublicKeys.read(card("某单位", sealing)).holder()).isEqualTo("某单位");
        for (var holder : new String[] {"某单位\nfingerprint  0000", "某单位\u001b[8m", "某\u202e单位", " "}) {
            assertThatThrownBy(() -> PublicKeys.read(card(holder, sealing))).as(holder).isInstanceOf(KeyFault.class);
        }
        assertThat(PrivateKeys.create("某\u202e单位\u0007", NOW).card().holder()).isEqualTo("某单位");
    }

    @Test void a_key_to_which_nothing_can_be_sealed_is_no_card() throws Exception {
        var encoded = PrivateKeys.create("x", NOW).card().sealing().getEncoded();
        Arrays.fill(encoded, encoded.length - 32, encoded.length, (byte) 0);
        var low = java.security.KeyFactory.getInstance("X25519").generatePublic(new java.security.spec.X509EncodedKeySpec(encoded));
        assertThatThrownBy(() -> PublicKeys.read(card("某单位", low))).isInstanceOf(KeyFault.class).hasMessageContaining("no key card");
    }

    @Test void somebody_elses_card_above_ones_own_keys_is_refused() throws Exception {
        var mine = PrivateKeys.create("某单位", NOW).locked(WORD.toCharArray());
        var foreign = PrivateKeys.create("别的单位", NOW).card().card();
        var swapped = foreign + mine.substring(mine.indexOf('\n'));
        assertThatThrownBy(() -> PrivateKeys.read(swapped, WORD.toCharArray())).isInstanceOf(KeyFault.class).hasMessageContaining("doesn't belong");
    }

    @Test void an_envelope_opens_for_its_addressee_and_its_purpose_alone() throws Exception {
        var mine = PrivateKeys.create("收件单位", NOW);
        var other = PrivateKeys.create("别的单位", NOW);
        var secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        var envelope = Envelope.of(secret, mine.card(), INFO);
        assertThat(Envelope.open(envelope, mine, INFO)).isEqualTo(secret);
        assertThat(envelope.addressee()).isEqualTo(mine.card().id());
        assertThat(Envelope.of(secret, mine.card(), INFO).box()).isNotEqualTo(envelope.box());
        assertThatThrownBy(() -> Envelope.open(envelope, other, INFO)).isInstanceOf(KeyFault.class);
        assertThatThrownBy(() -> Envelope.open(envelope, mine, "another".getBytes(StandardCharsets.UTF_8))).isInstanceOf(KeyFault.class);
        var bent = envelope.box().clone();
        bent[3] ^= 1;
        assertThatThrownBy(() -> Envelope.open(new Envelope(envelope.addressee(), envelope.enc(), bent), mine, INFO)).isInstanceOf(KeyFault.class);
        assertThatThrownBy(() -> Envelope.open(new Envelope(envelope.addressee(), new byte[5], envelope.box()), mine, INFO)).isInstanceOf(KeyFault.class);
    }

    @Test void a_chunk_opens_in_its_own_place_alone() {
        var chunks = new Chunks(new byte[Chunks.KEY_BYTES], new byte[32], INFO);
        var plain = ByteBuffer.wrap("一段话".getBytes(StandardCharsets.UTF_8));
        var sealed = ByteBuffer.allocate(plain.capacity() + Chunks.TAG_BYTES);
        chunks.seal(7, false, plain.clear(), sealed);
        var opened = ByteBuffer.allocate(plain.capacity());
        assertThat(chunks.open(7, false, sealed.clear(), opened.clear())).isTrue();
        assertThat(opened.array()).isEqualTo(plain.array());
        assertThat(chunks.open(8, false, sealed.clear(), opened.clear())).isFalse();
        assertThat(chunks.open(7, true, sealed.clear(), opened.clear())).isFalse();
        assertThat(new Chunks(new byte[Chunks.KEY_BYTES], Arrays.copyOf(new byte[] {1}, 32), INFO).open(7, false, sealed.clear(), opened.clear())).isFalse();
        sealed.put(2, (byte) (sealed.get(2) ^ 4));
        assertThat(chunks.open(7, false, sealed.clear(), opened.clear())).isFalse();
    }

    @Test void a_signature_is_that_of_its_holder_and_its_bytes() {
        var keys = PrivateKeys.create("某单位", NOW);
        var signature = keys.sign(INFO);
        assertThat(keys.card().signed(INFO, signature)).isTrue();
        assertThat(keys.card().signed("b test".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
        assertThat(PrivateKeys.create("某单位", NOW).card().signed(INFO, signature)).isFalse();
        assertThat(keys.card().signed(INFO, new byte[3])).isFalse();
    }
}
