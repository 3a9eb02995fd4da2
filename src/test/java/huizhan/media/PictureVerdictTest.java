package huizhan.media;

import static huizhan.media.PictureSamples.concat;
import static huizhan.media.PictureSamples.insert;
import static huizhan.media.PictureSamples.jpeg;
import static huizhan.media.PictureSamples.photo;
import static huizhan.media.PictureSamples.png;
import static huizhan.media.PictureSamples.segment;
import static org.assertj.core.api.Assertions.assertThat;

import huizhan.material.FilmFacts;
import huizhan.material.PictureFacts;
import huizhan.material.PictureFacts.Fault;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureVerdictTest {

    private static final byte[] PDF = "%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final Examiner examiner = new Examiner(Tools.none());

    @TempDir Path folder;

    @Test void a_baseline_jpeg_passes_both_stages() throws IOException {
        var facts = deep("a.jpg", jpeg(photo(640, 480)));
        assertThat(facts.format()).isEqualTo("jpeg");
        assertThat(facts.width()).isEqualTo(640);
        assertThat(facts.height()).isEqualTo(480);
        assertThat(facts.colour()).isEqualTo("rgb");
        assertThat(facts.bits()).isEqualTo(8);
        assertThat(facts.orientation()).isEqualTo(1);
        assertThat(facts.broken()).isFalse();
        assertThat(facts.depth().orElseThrow().fingerprint()).hasSize(64);
    }

    @Test void a_progressive_and_a_gray_jpeg_pass() throws IOException {
        assertThat(deep("a.jpg", PictureSamples.progressive(photo(320, 200))).broken()).isFalse();
        var gray = deep("a.jpg", jpeg(PictureSamples.as(photo(320, 200), BufferedImage.TYPE_BYTE_GRAY)));
        assertThat(gray.colour()).isEqualTo("gray");
        assertThat(gray.broken()).isFalse();
    }

    @Test void cmyk_and_ycck_jpegs_are_named_and_pass() throws IOException {
        var inks = PictureSamples.inks(photo(320, 200));
        var plain = deep("a.jpg", PictureSamples.fourBands(inks, -1));
        var adobe = deep("a.jpg", PictureSamples.fourBands(inks, 0));
        var ycck = deep("a.jpg", PictureSamples.fourBands(inks, 2));
        assertThat(plain.colour()).isEqualTo("cmyk");
        assertThat(adobe.colour()).isEqualTo("cmyk");
        assertThat(ycck.colour()).isEqualTo("ycck");
        assertThat(plain.broken() || adobe.broken() || ycck.broken()).isFalse();
    }

    @Test void a_cmyk_copy_is_the_same_picture_as_its_original() throws IOException {
        var original = deep("a.jpg", jpeg(photo(640, 400))).depth().orElseThrow().fingerprint();
        var inks = deep("a.jpg", PictureSamples.fourBands(PictureSamples.inks(photo(640, 400)), 0)).depth().orElseThrow().fingerprint();
        assertThat(PictureFingerprint.distance(original, inks)).isLessThanOrEqualTo(PictureFingerprint.SAME);
    }

    @Test void orientation_is_read_in_both_byte_orders() throws IOException {
        var plain = jpeg(photo(64, 48));
        for (int orientation = 1; orientation <= 8; orientation++) {
            var big = header("a.jpg", PictureSamples.exif(plain, orientation, ByteOrder.BIG_ENDIAN));
            var little = header("a.jpg", PictureSamples.exif(plain, orientation, ByteOrder.LITTLE_ENDIAN));
            assertThat(big.orientation()).isEqualTo(orientation);
            assertThat(little.orientation()).isEqualTo(orientation);
            assertThat(little.seenWidth()).isEqualTo(orientation < 5 ? 64 : 48);
        }
        assertThat(header("a.jpg", PictureSamples.exif(plain, 9, ByteOrder.BIG_ENDIAN)).orientation()).isEqualTo(1);
    }

    @Test void a_thumbnails_end_mark_is_not_the_pictures() throws IOException {
        var whole = insert(jpeg(photo(640, 480)), 2, segment(0xe1, concat("Exif\0\0".getBytes(), jpeg(photo(64, 48)))));
        assertThat(deep("a.jpg", whole).broken()).isFalse();
        assertThat(header("a.jpg", Arrays.copyOf(whole, whole.length - 3000)).fault()).contains(Fault.TRUNCATED);
    }

    @Test void a_jpeg_cut_anywhere_is_truncated_and_one_cut_nowhere_is_not() throws IOException {
        var whole = jpeg(photo(640, 480));
        for (int left : new int[] {whole.length - 1, whole.length - 2, whole.length - 3, whole.length / 2, whole.length / 3, 700, 300, 20, 3}) {
            assertThat(header("a.jpg", Arrays.copyOf(whole, left)).fault()).as("%d of %d bytes", left, whole.length).contains(Fault.TRUNCATED);
        }
        assertThat(header("a.jpg", whole).fault()).isEmpty();
    }

    @Test void a_cut_jpeg_with_an_end_mark_stuck_on_is_found_by_decoding() throws IOException {
        for (var whole : new byte[][] {jpeg(photo(640, 480)), PictureSamples.progressive(photo(640, 480))}) {
            var stuck = concat(Arrays.copyOf(whole, whole.length * 3 / 4), new byte[] {(byte) 0xff, (byte) 0xd9});
            assertThat(header("a.jpg", stuck).fault()).isEmpty();
            assertThat(deep("a.jpg", stuck).depth().orElseThrow().fault()).contains(Fault.TRUNCATED);
        }
    }

    @Test void what_follows_the_end_mark_is_counted_and_no_error() throws IOException {
        var whole = jpeg(photo(640, 480));
        long before = deep("a.jpg", whole).depth().orElseThrow().idleBytes();
        assertThat(before).isEqualTo(18);
        for (int added : new int[] {1, 5_000, 3_000_000}) {
            var padded = deep("a.jpg", concat(whole, new byte[added]));
            assertThat(padded.broken()).isFalse();
            assertThat(padded.depth().orElseThrow().idleBytes()).isEqualTo(before + added);
        }
    }

    @Test void a_second_picture_behind_the_first_is_idle() throws IOException {
        var whole = jpeg(photo(640, 480));
        assertThat(deep("a.jpg", concat(whole, whole)).depth().orElseThrow().idleBytes()).isEqualTo(18 + whole.length);
    }

    @Test void comments_and_metadata_are_counted_but_not_a_colour_profile() throws IOException {
        var whole = jpeg(photo(320, 240));
        var comment = insert(whole, 2, segment(0xfe, new byte[60_000]));
        var profile = insert(whole, 2, segment(0xe2, concat("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), new byte[60_000])));
        assertThat(deep("a.jpg", comment).depth().orElseThrow().idleBytes()).isEqualTo(18 + 60_004);
        assertThat(deep("a.jpg", profile).depth().orElseThrow().idleBytes()).isEqualTo(18);
    }

    @Test void a_flipped_byte_in_the_picture_never_throws() throws IOException {
        var whole = jpeg(photo(320, 240));
        for (int at = 2; at < whole.length; at += 211) {
            var hurt = whole.clone();
            hurt[at] ^= 0x55;
            assertThat(deep("a.jpg", hurt)).isNotNull();
        }
    }

    @Test void a_renamed_pdf_is_refused() throws IOException {
        assertThat(header("a.jpg", PDF).fault()).contains(Fault.NOT_A_PICTURE);
        assertThat(header("图.TIFF", PDF).fault()).contains(Fault.NOT_A_PICTURE);
        assertThat(examiner.header("a.pdf", file(PDF)).picture()).isEmpty();
        assertThat(examiner.header("a.mp4", file(PDF)).film().flatMap(FilmFacts::fault)).contains(FilmFacts.Fault.NOT_A_FILM);
    }

    @Test void an_empty_file_is_no_picture() throws IOException {
        assertThat(header("a.jpg", new byte[0]).fault()).contains(Fault.NOT_A_PICTURE);
        assertThat(header("a.jpg", new byte[] {(byte) 0xff, (byte) 0xd8}).fault()).contains(Fault.NOT_A_PICTURE);
    }

    @Test void the_content_decides_and_not_the_name() throws IOException {
        assertThat(header("a.jpg", png(photo(64, 48))).format()).isEqualTo("png");
        assertThat(header("a.docx", jpeg(photo(64, 48))).format()).isEqualTo("jpeg");
        assertThat(header("a", jpeg(photo(64, 48))).broken()).isFalse();
    }

    @Test void a_jpeg_of_some_hundred_bytes_is_a_picture_like_any_other() throws IOException {
        var dot = jpeg(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY));
        assertThat(dot.length).isLessThan(400);
        var facts = deep("a.jpg", dot);
        assertThat(facts.broken()).isFalse();
        assertThat(facts.width()).isEqualTo(2);
    }

    @Test void a_png_of_few_bytes_that_claims_four_gigapixels_is_never_decoded() throws IOException {
        var bomb = deep("a.png", PictureSamples.hollowPng(65535, 65535));
        assertThat(bomb.fault()).contains(Fault.TOO_LARGE);
        assertThat(bomb.width()).isEqualTo(65535);
        assertThat(bomb.depth()).isEmpty();
        assertThat(header("a.png", PictureSamples.hollowPng(20_000, 10_000)).fault()).isEmpty();
        assertThat(header("a.png", PictureSamples.hollowPng(20_001, 10_000)).fault()).contains(Fault.TOO_LARGE);
        assertThat(deep("a.png", PictureSamples.hollowPng(20_000, 10_000)).depth().flatMap(PictureFacts.Depth::fault)).isPresent();
    }

    @Test void png_in_eight_and_sixteen_bits_passes() throws IOException {
        var plain = deep("a.png", png(photo(320, 200)));
        var fine = deep("a.png", png(PictureSamples.as(photo(320, 200), BufferedImage.TYPE_USHORT_GRAY)));
        var palette = deep("a.png", png(PictureSamples.as(photo(320, 200), BufferedImage.TYPE_BYTE_INDEXED)));
        var clear = deep("a.png", png(PictureSamples.as(photo(320, 200), BufferedImage.TYPE_INT_ARGB)));
        assertThat(plain.broken() || fine.broken() || palette.broken() || clear.broken()).isFalse();
        assertThat(fine.bits()).isEqualTo(16);
        assertThat(palette.colour()).isEqualTo("palette");
        assertThat(plain.depth().orElseThrow().idleBytes()).isZero();
    }

    @Test void a_png_without_its_end_is_truncated_and_one_with_a_wrong_check_sum_corrupt() throws IOException {
        var whole = png(photo(320, 200));
        assertThat(header("a.png", Arrays.copyOf(whole, whole.length - 1)).fault()).contains(Fault.TRUNCATED);
        assertThat(header("a.png", Arrays.copyOf(whole, whole.length / 2)).fault()).contains(Fault.TRUNCATED);
        var hurt = whole.clone();
        hurt[whole.length / 2] ^= 1;
        assertThat(header("a.png", hurt).fault()).isEmpty();
        assertThat(deep("a.png", hurt).depth().orElseThrow().fault()).contains(Fault.CORRUPT);
    }

    @Test void idle_chunks_and_what_follows_the_end_of_a_png_are_counted() throws IOException {
        var whole = png(photo(320, 200));
        var chunk = PictureSamples.chunk("tEXt", new byte[10_000]);
        assertThat(deep("a.png", insert(whole, 33, chunk)).depth().orElseThrow().idleBytes()).isEqualTo(10_012);
        var trailing = deep("a.png", concat(whole, new byte[100_000]));
        assertThat(trailing.broken()).isFalse();
        assertThat(trailing.depth().orElseThrow().idleBytes()).isEqualTo(100_000);
    }

    @Test void tiff_passes_in_both_byte_orders_plain_packed_and_sixteen_bits() throws IOException {
        for (var order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            for (var compression : new String[] {"None", "LZW", "Deflate", "PackBits"}) {
                var facts = deep("a.tif", PictureSamples.tiff(photo(320, 200), compression, order));
                assertThat(facts.broken()).as(compression + order).isFalse();
                assertThat(facts.format()).isEqualTo("tiff");
                assertThat(facts.depth().orElseThrow().idleBytes()).as(compression).isLessThan(4096);
            }
        }
        var fine = deep("a.tif", PictureSamples.tiff(PictureSamples.as(photo(320, 200), BufferedImage.TYPE_USHORT_GRAY), "LZW", ByteOrder.LITTLE_ENDIAN));
        assertThat(fine.bits()).isEqualTo(16);
        assertThat(fine.broken()).isFalse();
    }

    @Test void a_cut_tiff_is_truncated_and_bigtiff_named_as_unsupported() throws IOException {
        var whole = PictureSamples.tiff(photo(320, 200), "None", ByteOrder.LITTLE_ENDIAN);
        assertThat(header("a.tif", Arrays.copyOf(whole, whole.length - 200)).fault()).contains(Fault.TRUNCATED);
        assertThat(header("a.tif", Arrays.copyOf(whole, 6)).fault()).contains(Fault.TRUNCATED);
        whole[2] = 43;
        assertThat(header("a.tif", whole).fault()).contains(Fault.UNSUPPORTED);
        assertThat(header("a.tif", whole).format()).isEqualTo("tiff");
    }

    @Test void an_unpacked_tiff_or_bmp_is_not_padding_but_what_lies_beside_it_is() throws IOException {
        var tiff = PictureSamples.tiff(photo(320, 200), "None", ByteOrder.BIG_ENDIAN);
        var bmp = PictureSamples.bmp(photo(320, 200));
        assertThat(deep("a.bmp", bmp).depth().orElseThrow().idleBytes()).isZero();
        assertThat(deep("a.bmp", concat(bmp, new byte[777])).depth().orElseThrow().idleBytes()).isEqualTo(777);
        long before = deep("a.tif", tiff).depth().orElseThrow().idleBytes();
        assertThat(deep("a.tif", concat(tiff, new byte[50_000])).depth().orElseThrow().idleBytes()).isEqualTo(before + 50_000);
    }

    @Test void a_bmp_passes_and_a_cut_one_does_not() throws IOException {
        var whole = PictureSamples.bmp(photo(321, 200));
        assertThat(deep("a.bmp", whole).broken()).isFalse();
        assertThat(header("a.bmp", Arrays.copyOf(whole, whole.length - 1)).fault()).contains(Fault.TRUNCATED);
    }

    @Test void other_formats_are_named() throws IOException {
        assertThat(header("a.jpg", "GIF89a..............".getBytes()).fault()).contains(Fault.UNSUPPORTED);
        assertThat(header("a.jpg", "GIF89a..............".getBytes()).format()).isEqualTo("gif");
        assertThat(header("a.heic", "\0\0\0\30ftypheic........".getBytes(StandardCharsets.ISO_8859_1)).format()).isEqualTo("heif");
        assertThat(header("a.webp", "RIFF....WEBPVP8 ....".getBytes()).format()).isEqualTo("webp");
    }

    @Test void a_file_of_another_kind_has_no_verdict() throws IOException {
        var facts = examiner.header("statement.docx", file("PK\3\4.................".getBytes()));
        assertThat(facts.picture()).isEqualTo(Optional.empty());
        assertThat(facts.film()).isEqualTo(Optional.empty());
    }

    @Test void a_digest_comes_with_the_deep_verdict_where_it_is_wanted() throws IOException {
        var bytes = jpeg(photo(64, 48));
        assertThat(examiner.deepWithDigest("a.jpg", file(bytes)).sha256()).contains(huizhan.kernel.Sha256.of(bytes));
    }

    private PictureFacts header(String name, byte[] bytes) throws IOException {
        return examiner.header(name, file(bytes)).picture().orElseThrow();
    }

    private PictureFacts deep(String name, byte[] bytes) throws IOException {
        return examiner.deep(name, file(bytes)).picture().orElseThrow();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }
}
