package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.DiscWriter.Closing;
import huizhan.disc.Plan.Item;
import huizhan.keys.Chunks;
import huizhan.keys.PrivateKeys;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed disc opens for its addressee, whole and unchanged or not at all, and tells nobody else anything (C2). */
class SealedDiscTest {
    private static final Instant NOW = Instant.parse("2015-05-20T01:00:00Z");
    private static final PrivateKeys ORGANIZER = PrivateKeys.create("组织单位（示例）", NOW);
    private static final PrivateKeys DEPARTMENT = PrivateKeys.create("示例省科学技术厅", NOW);
    private static final UUID SET = UUID.fromString("5b0f6a4e-0001-4000-8000-00000000000a");
    private static final int BLOCK = SealedHead.BLOCK;

    @TempDir
    Path folder;

    private static Seal seal(UUID set, int number, int count) {
        return new Seal(ORGANIZER.card(), set, number, count, "32", 4);
    }

    private Path sealed(String name, Plan plan, Closing closing) throws IOException {
        var outcome = DiscWriter.write(plan, closing, folder.resolve(name), Capacity.BD, Discs.CLOCK);
        return ((DiscWriter.Image) outcome).path();
    }

    private Path sealed(String name, Plan plan) throws IOException {
        return sealed(name, plan, new Closing(Optional.of(seal(SET, 1, 1)), Optional.empty()));
    }

    private static Against with(PrivateKeys key) {
        return new Against(Optional.empty(), Optional.of(key), List.of());
    }

    private static List<String> codes(Path disc, PrivateKeys key) throws IOException {
        return Discs.codes(DiscVerifier.verify(disc, with(key)).defects());
    }

    @Test void it_is_a_whole_bag_from_outside_and_the_disc_itself_inside() throws Exception {
        var image = sealed("s.iso", Discs.aPlan());
        assertThat(DiscVerifier.verify(image, Profile.BAGIT)).isEmpty();
        var outside = DiscVerifier.verify(image, Against.content());
        assertThat(outside.defects()).isEmpty();
        assertThat(outside.sealed()).contains(new DiscVerifier.Sealed("32", 4, ORGANIZER.card().id(), false));
        assertThat(outside.group()).contains(new Plan.Group(SET.toString(), 1, 1));
        var inside = DiscVerifier.verify(image, with(ORGANIZER));
        assertThat(inside.defects()).isEmpty();
        assertThat(inside.sealed().orElseThrow().opened()).isTrue();
        assertThat(codes(image, DEPARTMENT)).containsExactly("sealed.key");
    }

    @Test void unsealed_it_is_byte_for_byte_the_disc_that_would_have_been_written_in_plain() throws Exception {
        var plain = sealed("plain.iso", Discs.aPlan(), Closing.OPEN);
        var image = sealed("s.iso", Discs.aPlan());
        var outcome = Unsealing.into(image, ORGANIZER, folder.resolve("out-is-made-by-the-verb").getParent());
        assertThat(outcome.image().orElseThrow()).hasFileName("s.open.iso").hasSameBinaryContentAs(plain);
        assertThat(Unsealing.into(image, DEPARTMENT, folder).defects()).extracting(Defect::code).containsExactly("sealed.key");
        assertThatThrownBy(() -> Unsealing.into(plain, ORGANIZER, folder)).isInstanceOf(Tree.Unreadable.class);
    }

    private static final List<String> SECRETS = List.of("砷化镓芯片", "gallium", "Bremen", "示例大学");

    private static Plan plan(List<Item> files) {
        return new Plan("HZ2015_TEST", "urn:uuid:" + UUID.nameUUIDFromBytes(files.get(0).path().getBytes(StandardCharsets.UTF_8)), Optional.empty(), files,
            Plan.Later.nothing(), Plan.Later.nothing(), List.of(new Plan.Info("Source-Organization", "示例大学")));
    }

    @Test void two_contents_of_the_same_total_differ_in_ciphertext_alone() throws Exception {
        var one = plan(List.of(Discs.text("data/nomination.json", "{\"name\":\"砷化镓芯片 gallium Bremen\"}"), Discs.noise("data/01/pictures/gallium-1.jpg", 900_000),
            Discs.noise("data/01/pictures/gallium-2.jpg", 900_000), Discs.noise("data/01/pictures/gallium-3.jpg", 900_000)));
        var other = plan(List.of(Discs.text("data/nomination.json", "{\"name\":\"x\"}"), Discs.noise("data/01/video/a.mp4", 2_400_000)));
        var first = sealed("1.iso", one);
        var second = sealed("2.iso", other);
        assertThat(Files.size(first)).isEqualTo(Files.size(second));
        assertThat(content(first).keySet()).isEqualTo(content(second).keySet());
        var bytes = Files.readAllBytes(first);
        var others = Files.readAllBytes(second);
        var allowed = extents(first);
        assertThat(extents(second)).isEqualTo(allowed);
        for (int at = Arrays.mismatch(bytes, others); at < bytes.length; at++) {
            long here = at;
            assertThat(bytes[at] == others[at] || allowed.values().stream().anyMatch(extent -> here >= extent.start() && here < extent.end())).as("byte %d", at).isTrue();
        }
        for (var secret : SECRETS) {
            for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"))) {
                assertThat(contains(bytes, secret.getBytes(charset))).as(secret).isFalse();
            }
        }
        var open = Unsealing.into(first, ORGANIZER, folder).image().orElseThrow();
        assertThat(contains(Files.readAllBytes(open), "砷化镓芯片".getBytes(StandardCharsets.UTF_8))).as("the scan finds a word that is there").isTrue();
    }

    /** Where ciphertext and the digests of ciphertext lie. */
    private static TreeMap<String, ImageFile.Extent> extents(Path image) throws IOException {
        var extents = new TreeMap<String, ImageFile.Extent>();
        try (var file = new ImageFile(ImageBytes.of(image))) {
            for (var node : IsoReader.read(file, Volume.of(file, new Findings()).get(1), new Findings()).files()) {
                if (node.path.startsWith("data/sealed/") || node.path.endsWith("manifest-sha256.txt")) {
                    extents.put(node.path, node.extent());
                }
            }
        }
        assertThat(extents).hasSize(4);
        return extents;
    }

    private static boolean contains(byte[] where, byte[] what) {
        for (int at = 0; at <= where.length - what.length; at++) {
            if (where[at] == what[0] && Arrays.equals(where, at, at + what.length, what, 0, what.length)) {
                return true;
            }
        }
        return false;
    }

    private static TreeMap<String, byte[]> content(Path disc) throws IOException {
        var content = new TreeMap<String, byte[]>();
        try (var tree = Tree.open(disc)) {
            for (var file : tree.files()) {
                content.put(file.path(), Channels.newInputStream(tree.open(file)).readAllBytes());
            }
        }
        return content;
    }

    /** The sealed files as a folder with right manifests: what somebody makes who changes a disc and knows BagIt. */
    private Path bagged(String name, TreeMap<String, byte[]> content) throws IOException {
        var payload = content.entrySet().stream().filter(each -> each.getKey().startsWith("data/")).map(each -> Item.ofBytes(each.getKey(), each.getValue())).toList();
        var tags = content.entrySet().stream().filter(each -> each.getKey().startsWith("index") || each.getKey().startsWith("viewer")).map(each -> Item.ofBytes(each.getKey(), each.getValue())).toList();
        var plan = new Plan("HZS_FORGED", "forged", Optional.of(new Plan.Group(SET.toString(), 1, 1)), payload, Plan.Later.nothing(), before -> tags, List.of());
        return sealed(name, plan, Closing.OPEN);
    }

    private interface Forgery {
        void on(TreeMap<String, byte[]> content);
    }

    private List<String> forged(Path image, Forgery forgery) throws IOException {
        var content = content(image);
        forgery.on(content);
        var disc = bagged("forged.iso", content);
        assertThat(DiscVerifier.verify(disc, Profile.BAGIT)).as("the bag itself is right").isEmpty();
        return codes(disc, ORGANIZER);
    }

    @Test void whatever_is_changed_is_refused_with_its_reason() throws Exception {
        var image = sealed("s.iso", Discs.aPlan());
        assertThat(forged(image, content -> {})).isEmpty();
        assertThat(forged(image, content -> content.get(SealedSink.HEAD)[40] ^= 1)).containsExactly("sealed.head");
        assertThat(forged(image, content -> content.get(SealedSink.HEAD)[BLOCK - 1] ^= 1)).as("filling of the head").containsExactly("sealed.head");
        assertThat(forged(image, content -> replace(content.get(SealedSink.HEAD), "\"items\":4", "\"items\":5"))).as("number of items").containsExactly("sealed.chunk");
        assertThat(forged(image, content -> content.get(SealedSink.HEAD)[BLOCK + 33_000] ^= 1)).as("first chunk").contains("sealed.chunk");
        assertThat(forged(image, content -> content.get(SealedSink.part(1))[7] ^= 1)).as("a chunk with files").contains("sealed.chunk");
        assertThat(forged(image, content -> content.get(SealedSink.part(1))[253 * BLOCK + 9] ^= 1)).as("last chunk").containsExactly("sealed.chunk");
        assertThat(forged(image, content -> exchange(content.get(SealedSink.part(1)), 3, 4))).as("two chunks exchanged").contains("sealed.chunk");
        assertThat(forged(image, content -> content.put(SealedSink.part(1), Arrays.copyOf(content.get(SealedSink.part(1)), 200 * BLOCK)))).as("cut off").containsExactly("sealed.parts");
        assertThat(forged(image, content -> content.put("data/extra.txt", new byte[] {1}))).containsExactly("sealed.parts");
        assertThat(forged(image, content -> content.remove(SealedSink.part(1)))).containsExactly("sealed.parts");
        assertThat(forged(image, content -> bendEnvelope(content.get(SealedSink.HEAD)))).as("the envelope").containsExactly("sealed.closed");
    }

    @Test void a_chunk_that_the_verdict_does_not_need_is_checked_too() throws Exception {
        var image = sealed("s.iso", Discs.aPlan());
        assertThat(forged(image, content -> content.get(SealedSink.part(1))[200 * BLOCK] ^= 1)).as("filling").contains("sealed.chunk");
    }

    @Test void the_end_of_another_disc_or_a_head_of_another_set_does_not_fit() throws Exception {
        var image = sealed("s.iso", Discs.aPlan());
        var other = content(sealed("o.iso", Discs.aPlan()));
        var foreign = content(sealed("f.iso", Discs.aPlan(), new Closing(Optional.of(seal(UUID.randomUUID(), 1, 1)), Optional.empty())));
        assertThat(forged(image, content -> content.put(SealedSink.HEAD, foreign.get(SealedSink.HEAD)))).as("the head of another set").containsExactly("sealed.set");
        assertThat(forged(image, content -> content.put(SealedSink.HEAD, other.get(SealedSink.HEAD)))).containsExactly("sealed.chunk");
        assertThat(forged(image, content -> content.put(SealedSink.part(1), other.get(SealedSink.part(1))))).containsExactly("sealed.chunk");
        var longer = content(sealed("l.iso", plan(List.of(Discs.text("data/nomination.json", "{}"), Discs.noise("data/a.bin", 20_000_000)))));
        assertThat(forged(sealed("l2.iso", plan(List.of(Discs.text("data/nomination.json", "{}"), Discs.noise("data/a.bin", 20_000_000)))),
            content -> content.put(SealedSink.part(1), Arrays.copyOf(content.get(SealedSink.part(1)), 254 * BLOCK)))).as("cut at a multiple of 16 MiB").containsExactly("sealed.chunk");
        assertThat(longer.get(SealedSink.part(1))).hasSize(510 * BLOCK);
    }

    private static void replace(byte[] bytes, String what, String by) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(what);
        System.arraycopy(by.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, by.length());
    }

    private static void bendEnvelope(byte[] head) {
        int at = new String(head, StandardCharsets.ISO_8859_1).indexOf("\"enc\":\"") + 12;
        head[at] = (byte) (head[at] == 'A' ? 'B' : 'A');
    }

    private static void exchange(byte[] bytes, int one, int other) {
        var kept = Arrays.copyOfRange(bytes, one * BLOCK, (one + 1) * BLOCK);
        System.arraycopy(bytes, other * BLOCK, bytes, one * BLOCK, BLOCK);
        System.arraycopy(kept, 0, bytes, other * BLOCK, BLOCK);
    }

    @Test void a_large_disc_lies_in_several_files() throws Exception {
        var secret = new byte[Chunks.KEY_BYTES];
        var head = seal(SET, 1, 1).head(secret).block();
        var image = folder.resolve("parts.iso");
        var plain = Discs.noise(50_000_000, 3);
        try (var out = new ImageOutput(Sink.file(image))) {
            var sink = new SealedSink(out, head, SealedHead.chunks(secret, head), 300);
            sink.write(ByteBuffer.wrap(plain, 0, 1_000), 0);
            sink.write(ByteBuffer.wrap(plain, 70_000, plain.length - 70_000).slice(), 70_000);
            sink.write(ByteBuffer.wrap(plain, 1_000, 64_000).slice(), 1_000);
            sink.finish();
            assertThat(sink.files()).extracting(Plan.Written::path).containsExactly("data/sealed/body-01.bin", "data/sealed/body-02.bin", "data/sealed/body-03.bin", "data/sealed/head.bin");
            assertThat(sink.files()).extracting(Plan.Written::size).containsExactly(300L * BLOCK, 300L * BLOCK, 166L * BLOCK, 2L * BLOCK);
            assertThatThrownBy(() -> sink.write(ByteBuffer.allocate(10), 100_000)).isInstanceOf(IllegalStateException.class);
            out.finish(new IsoLayout("PARTS", NOW, out.files()));
        }
        Arrays.fill(plain, 65_000, 70_000, (byte) 0);
        try (var tree = Tree.open(image); var bytes = new SealedBytes(tree, ordered(tree), secret, head)) {
            bytes.whole();
            var read = ByteBuffer.allocate(plain.length);
            while (read.hasRemaining()) {
                assertThat(bytes.read(read, read.position())).isPositive();
            }
            assertThat(read.array()).isEqualTo(plain);
            assertThat(bytes.size()).isEqualTo(767L * SealedSink.CHUNK);
            assertThat(bytes.read(ByteBuffer.allocate(1), bytes.size())).isEqualTo(-1);
        }
    }

    private static List<Tree.Entry> ordered(Tree tree) {
        var files = new ArrayList<>(tree.files());
        files.add(0, files.remove(files.size() - 1));
        return files;
    }

    @Test void room_on_a_disc_is_what_a_sealed_image_can_hold() throws Exception {
        var capacity = new Capacity("36000000", 36_000_000);
        var room = Seal.room(capacity).bytes();
        assertThat(room).isEqualTo(511L * SealedSink.CHUNK);
        var fitting = plan(List.of(Discs.text("data/nomination.json", "{}"), Discs.noise("data/a.bin", (int) room - 400_000)));
        assertThat(DiscWriter.write(fitting, new Closing(Optional.of(seal(SET, 1, 1)), Optional.empty()), folder.resolve("f.iso"), capacity, Discs.CLOCK))
            .isInstanceOfSatisfying(DiscWriter.Image.class, image -> assertThat(image.bytes()).isBetween(2L << 24, capacity.bytes()));
        var large = plan(List.of(Discs.text("data/nomination.json", "{}"), Discs.noise("data/a.bin", (int) room - 100_000)));
        assertThat(DiscWriter.write(large, new Closing(Optional.of(seal(SET, 1, 1)), Optional.empty()), folder.resolve("l.iso"), capacity, Discs.CLOCK))
            .isInstanceOfSatisfying(DiscWriter.Refused.class, refused -> assertThat(Discs.codes(refused.defects())).containsExactly("plan.over-capacity"));
        assertThat(folder.resolve("l.iso")).doesNotExist();
        assertThat(Seal.fits(new Capacity("17000000", 17_000_000))).isFalse();
        assertThat(Seal.fits(new Capacity("18000000", 18_000_000))).isTrue();
    }

    @Test void a_signature_counts_for_the_whole_disc_outside_and_inside() throws Exception {
        var image = sealed("s.iso", Discs.aPlan(), new Closing(Optional.of(seal(SET, 1, 1)), Optional.of(DEPARTMENT)));
        assertThat(DiscVerifier.verify(image, Profile.BAGIT)).isEmpty();
        assertThat(DiscVerifier.verify(image, with(ORGANIZER)).defects()).extracting(each -> each.code() + " " + each.severity())
            .containsExactly("signature.unknown WARNING", "signature.unknown WARNING");
        assertThat(DiscVerifier.verify(image, new Against(Optional.empty(), Optional.of(ORGANIZER), List.of(DEPARTMENT.card()))).defects()).isEmpty();
        assertThat(signedBy(image, ORGANIZER)).containsExactly("signature.unknown");
        assertThat(signedBy(sealed("u.iso", Discs.aPlan()), DEPARTMENT)).containsExactly("signature.missing");
        var content = content(image);
        var signature = content.get(BagSignature.FILE);
        signature[30] = (byte) (signature[30] == 'A' ? 'B' : 'A');
        assertThat(signedBy(unpacked(content), DEPARTMENT)).containsExactly("signature.wrong");
        content.put(BagSignature.FILE, "signed, a friend\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(signedBy(unpacked(content), DEPARTMENT)).containsExactly("signature.malformed");
        var other = content(sealed("o.iso", Discs.aPlan(), new Closing(Optional.of(seal(UUID.randomUUID(), 1, 1)), Optional.of(DEPARTMENT))));
        content.put(BagSignature.FILE, other.get(BagSignature.FILE));
        assertThat(signedBy(unpacked(content), DEPARTMENT)).as("the signature of another disc").containsExactly("signature.wrong");
    }

    private static List<String> signedBy(Path disc, PrivateKeys signer) throws IOException {
        return Discs.codes(DiscVerifier.verify(disc, new Against(Optional.of(Profile.HUIZHAN), Optional.empty(), List.of(signer.card()))).defects());
    }

    private Path unpacked(TreeMap<String, byte[]> content) throws IOException {
        var bag = Files.createTempDirectory(folder, "bag");
        for (var file : content.entrySet()) {
            Files.createDirectories(bag.resolve(file.getKey()).getParent());
            Files.write(bag.resolve(file.getKey()), file.getValue());
        }
        return bag;
    }

    @Test void what_bag_info_says_of_the_set_cannot_make_a_volume_of_another_one_pass() throws Exception {
        var one = content(sealed("one.iso", Discs.aPlan(), new Closing(Optional.of(seal(SET, 1, 2)), Optional.empty())));
        var disc = bagged("one-of-one.iso", one);
        var verdict = DiscVerifier.verify(disc, with(ORGANIZER));
        assertThat(Discs.codes(verdict.defects())).containsExactly("sealed.set");
        assertThat(DiscVerifier.sets(List.of(verdict))).extracting(Defect::code).containsExactly("set.missing");
    }

    @Test void a_signature_that_is_asked_for_is_missed_in_any_profile() throws Exception {
        var plan = new Plan("PLAIN", "plain", Optional.empty(), List.of(Discs.text("data/letter.txt", "hello")), Plan.Later.nothing(), Plan.Later.nothing(), List.of());
        var disc = sealed("plain.iso", plan, Closing.OPEN);
        assertThat(DiscVerifier.verify(disc, Against.content()).valid()).isTrue();
        for (var profile : List.of(Optional.<Profile>empty(), Optional.of(Profile.BAGIT))) {
            assertThat(Discs.codes(DiscVerifier.verify(disc, new Against(profile, Optional.empty(), List.of(DEPARTMENT.card()))).defects())).contains("signature.missing");
        }
    }

    @Test void thousands_of_parts_and_of_strange_names_are_refused_with_a_few_words() throws Exception {
        var content = content(sealed("s.iso", Discs.aPlan()));
        var parts = new TreeMap<>(content);
        for (int i = 1; i <= 20_000; i++) {
            parts.put(SealedSink.part(i), new byte[0]);
        }
        var disc = unpacked(parts);
        try (var tree = Tree.open(disc)) {
            var sealed = SealedDisc.in(tree).orElseThrow();
            assertThat(sealed.defects()).extracting(Defect::code).containsOnly("sealed.parts");
            assertThat(sealed.defects()).hasSizeBetween(1, 20);
        }
    }

    @Test void a_head_that_speaks_of_ten_thousand_discs_is_none() {
        var secret = new byte[Chunks.KEY_BYTES];
        assertThat(SealedHead.read(seal(SET, 1, 9_999).head(secret).block())).isPresent();
        assertThat(SealedHead.read(seal(SET, 1, 10_000).head(secret).block())).isEmpty();
    }

    @Test void a_scratch_names_the_sealed_file_and_not_a_wrong_key() throws Exception {
        var image = sealed("s.iso", Discs.aPlan());
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.seek(5_000_000);
            file.write(new byte[100]);
        }
        assertThat(codes(image, ORGANIZER)).contains("file.digest", "sealed.chunk");
    }

    /** A reader written after the documentation and RFC 9180 in another language opens what we sealed. */
    @Test void another_program_opens_it_after_the_documentation() throws Exception {
        var python = List.of("python3", "/usr/bin/python3").stream().filter(SealedDiscTest::knowsCryptography).findFirst();
        assumeTrue(python.isPresent(), "python3-cryptography is not installed");
        var image = sealed("s.iso", Discs.aPlan());
        var bag = unpacked(content(image));
        var encoded = privateKey(ORGANIZER);
        Discs.run(python.get(), "src/test/scripts/unseal.py", bag.resolve("data/sealed").toString(), encoded, folder.resolve("python.iso").toString());
        assertThat(DiscVerifier.verify(folder.resolve("python.iso"), Profile.HUIZHAN)).isEmpty();
        var ours = Files.readAllBytes(Unsealing.into(image, ORGANIZER, folder).image().orElseThrow());
        assertThat(Arrays.copyOf(Files.readAllBytes(folder.resolve("python.iso")), ours.length)).isEqualTo(ours);
    }

    private static boolean knowsCryptography(String python) {
        try {
            return new ProcessBuilder(python, "-c", "import cryptography").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** As a person would get it: out of the key file, by openssl. */
    private String privateKey(PrivateKeys keys) throws Exception {
        var file = Files.writeString(folder.resolve("organizer.key"), keys.locked("a long passphrase".toCharArray()));
        var process = new ProcessBuilder("openssl", "pkey", "-in", file.toString(), "-passin", "pass:a long passphrase", "-outform", "DER").start();
        var der = process.getInputStream().readAllBytes();
        return HexFormat.of().formatHex(der, der.length - 32, der.length);
    }
}
