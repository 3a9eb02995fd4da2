package huizhan.media;

import static huizhan.media.FilmSamples.QUARTER;
import static huizhan.media.FilmSamples.STRAIGHT;
import static huizhan.media.FilmSamples.box;
import static huizhan.media.FilmSamples.film;
import static huizhan.media.FilmSamples.ftyp;
import static huizhan.media.FilmSamples.ints;
import static huizhan.media.FilmSamples.mvhd;
import static huizhan.media.FilmSamples.picture;
import static huizhan.media.FilmSamples.track;
import static huizhan.media.PictureSamples.concat;
import static org.assertj.core.api.Assertions.assertThat;

import huizhan.material.FilmFacts;
import huizhan.material.FilmFacts.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class Mp4HeaderTest {

    private static final byte[] PICTURE = picture(1280, 720, STRAIGHT, 90_000, 900_000);

    @TempDir Path folder;

    @Test void an_index_at_the_front_is_read() throws IOException {
        var facts = header(film(mvhd(1000, 10_000, false), PICTURE, track("soun", "mp4a", 0, 0, STRAIGHT, 44_100, 441_000, new byte[0], 40)));
        assertThat(facts).isEqualTo(new FilmFacts("mp4", true, Optional.of(Duration.ofSeconds(10)), 1280, 720, "avc1", Optional.of("mp4a"),
                Optional.empty(), Optional.empty()));
    }

    @Test void an_index_at_the_end_behind_a_wide_box_is_read() throws IOException {
        var facts = header(concat(ftyp("qt  "), FilmSamples.wideBox("mdat", new byte[100_000]), box("moov", mvhd(600, 6000, true), PICTURE)));
        assertThat(facts.container()).isEqualTo("mov");
        assertThat(facts.fault()).isEmpty();
        assertThat(facts.duration()).contains(Duration.ofSeconds(10));
    }

    @Test void an_old_mov_without_file_type_is_read() throws IOException {
        var facts = header(concat(box("wide"), box("mdat", new byte[64]), box("moov", mvhd(600, 6000, false), PICTURE)));
        assertThat(facts.container()).isEqualTo("mov");
        assertThat(facts.fault()).isEmpty();
    }

    @Test void a_film_on_its_side_is_measured_as_shown() throws IOException {
        var facts = header(film(mvhd(1000, 10_000, false), picture(1280, 720, QUARTER, 90_000, 900_000)));
        assertThat(facts.width()).isEqualTo(720);
        assertThat(facts.height()).isEqualTo(1280);
    }

    @Test void an_edit_list_decides_how_long_a_track_runs() throws IOException {
        var edited = track("vide", "avc1", 1280, 720, STRAIGHT, 90_000, 900_000, FilmSamples.edits(1500, -1, 0x10000, 4000, 0, 0x10000), 40);
        assertThat(header(film(mvhd(1000, 5500, false), edited)).duration()).contains(Duration.ofMillis(5500));
    }

    @Test void the_boundary_of_ten_minutes_is_told_to_the_millisecond() throws IOException {
        var exact = header(film(mvhd(1000, 600_500, false), picture(1280, 720, STRAIGHT, 1000, 600_500)));
        var over = header(film(mvhd(1000, 600_501, false), picture(1280, 720, STRAIGHT, 1000, 600_501)));
        assertThat(exact.duration()).contains(Duration.ofMillis(600_500));
        assertThat(over.duration()).contains(Duration.ofMillis(600_501));
    }

    @Test void fragments_are_summed_where_the_index_does_not_know() throws IOException {
        var mvex = box("mvex", box("trex", ints(0, 1, 1, 3600, 0, 0)));
        var index = box("moov", mvhd(1000, 0, false), picture(1280, 720, STRAIGHT, 90_000, 0), mvex);
        var fragment = box("moof", box("traf", box("tfhd", ints(0x020000, 1)), box("trun", ints(0, 50))));
        var later = box("moof", box("traf", box("tfhd", ints(0x020000, 1)), box("tfdt", ints(0, 180_000)),
                box("trun", ints(0x000100, 2, 1800, 1800))));
        var facts = header(concat(ftyp("iso5"), index, fragment, box("mdat", new byte[80]), later, box("mdat", new byte[8])));
        assertThat(facts.fault()).isEmpty();
        assertThat(facts.duration()).contains(Duration.ofMillis(2040));
    }

    @Test void a_fragmented_film_that_announces_its_length_is_believed() throws IOException {
        var mvex = box("mvex", box("mehd", ints(0, 42_000)), box("trex", ints(0, 1, 1, 3600, 0, 0)));
        var index = box("moov", mvhd(1000, 0, false), picture(1280, 720, STRAIGHT, 90_000, 0), mvex);
        assertThat(header(concat(ftyp("iso5"), index, box("mdat", new byte[80]))).duration()).contains(Duration.ofSeconds(42));
    }

    @Test void a_film_without_index_says_so() throws IOException {
        assertThat(header(concat(ftyp("isom"), box("mdat", new byte[5000]))).fault()).contains(Fault.NO_INDEX);
        assertThat(header(concat(ftyp("isom"), ints(0), "mdat".getBytes(), new byte[500])).fault()).contains(Fault.NO_INDEX);
    }

    @Test void a_film_whose_pictures_end_past_the_file_is_truncated_and_one_byte_more_is_not() throws IOException {
        var whole = film(mvhd(1000, 10_000, false), PICTURE);
        assertThat(header(Arrays.copyOf(whole, whole.length - 1)).fault()).contains(Fault.TRUNCATED);
        assertThat(header(whole).fault()).isEmpty();
        assertThat(header(concat(ftyp("isom"), ints(Integer.MAX_VALUE), "mdat".getBytes(), new byte[500])).fault()).contains(Fault.TRUNCATED);
    }

    @Test void an_index_that_points_past_the_end_is_truncated() throws IOException {
        var far = track("vide", "avc1", 1280, 720, STRAIGHT, 90_000, 900_000, new byte[0], 50_000_000);
        assertThat(header(film(mvhd(1000, 10_000, false), far)).fault()).contains(Fault.TRUNCATED);
    }

    @Test void sound_alone_is_no_film() throws IOException {
        assertThat(header(film(mvhd(1000, 10_000, false), track("soun", "mp4a", 0, 0, STRAIGHT, 44_100, 441_000, new byte[0], 40))).fault())
                .contains(Fault.NO_PICTURE_TRACK);
    }

    @Test void sizes_that_lie_end_the_walk() throws IOException {
        for (long size : new long[] {0, 1, 7, 15, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 62}) {
            var wide = ByteBuffer.allocate(24).putInt(1).put("moov".getBytes()).putLong(size).array();
            assertThat(header(concat(ftyp("isom"), wide)).fault()).as("64-bit size %d", size).isPresent();
        }
        for (int size : new int[] {2, 7, -1, Integer.MIN_VALUE}) {
            assertThat(header(concat(ftyp("isom"), ints(size), "moov".getBytes(), new byte[40])).fault()).as("size %d", size).isPresent();
        }
    }

    @Test void a_thousand_boxes_within_each_other_are_not_followed() throws IOException {
        var nested = mvhd(1000, 10_000, false);
        for (int i = 0; i < 1000; i++) {
            nested = box(i % 2 == 0 ? "trak" : "moov", nested);
        }
        assertThat(header(concat(ftyp("isom"), box("moov", nested), box("mdat", new byte[9]))).fault()).contains(Fault.NO_PICTURE_TRACK);
    }

    @Test void a_million_empty_boxes_take_no_time() throws IOException {
        var boxes = ByteBuffer.allocate(8_000_000);
        while (boxes.hasRemaining()) {
            boxes.putInt(8).put("free".getBytes());
        }
        assertThat(header(concat(ftyp("isom"), boxes.array())).fault()).contains(Fault.NO_INDEX);
    }

    @Test void tables_that_claim_more_entries_than_there_is_room_for_are_cut() throws IOException {
        var mvex = box("mvex", box("trex", ints(0, 1, 1, 3600, 0, 0)));
        var greedy = box("moof", box("traf", box("tfhd", ints(0, 1)), box("trun", ints(0x000100, -1, 1000))));
        var facts = header(concat(ftyp("isom"), box("moov", mvhd(1000, 0, false), picture(1280, 720, STRAIGHT, 1000, 0), mvex), greedy));
        assertThat(facts.duration()).contains(Duration.ofSeconds(1));
        var edits = track("vide", "avc1", 1280, 720, STRAIGHT, 1000, 5000, box("edts", box("elst", ints(0, -1, 3000, 0, 0x10000))), 40);
        assertThat(header(film(mvhd(1000, 5000, false), edits)).duration()).contains(Duration.ofSeconds(3));
    }

    @Test void a_flipped_byte_anywhere_in_the_index_never_throws() throws IOException {
        var whole = film(mvhd(1000, 10_000, false), PICTURE);
        var random = new SplittableRandom(1);
        for (int at = 0; at < whole.length; at++) {
            var hurt = whole.clone();
            hurt[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(new Examiner(Tools.none()).header("a.mp4", file(hurt)).film()).isPresent();
        }
    }

    @Test void an_index_behind_four_gigabytes_is_found() throws IOException {
        var path = folder.resolve("large.mp4");
        long hole = 4_300_000_000L;
        try (var out = Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.write(ByteBuffer.wrap(ftyp("isom")));
            out.write(ByteBuffer.allocate(16).putInt(1).put("mdat".getBytes()).putLong(hole + 16).flip());
            out.position(out.position() + hole);
            out.write(ByteBuffer.wrap(box("moov", mvhd(1000, 10_000, false), PICTURE)));
        }
        var facts = new Examiner(Tools.none()).header("large.mp4", path);
        assertThat(facts.size()).isGreaterThan(hole);
        assertThat(facts.film().orElseThrow().fault()).isEmpty();
    }

    private FilmFacts header(byte[] bytes) throws IOException {
        return new Examiner(Tools.none()).header("a.mp4", file(bytes)).film().orElseThrow();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("film"), bytes);
    }
}
