package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.material.FilmFacts;
import huizhan.material.FilmFacts.Depth;
import huizhan.material.FilmFacts.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films encoded by ffmpeg: the one on the search path, else the one that comes with the program. */
class FilmVerdictTest {

    @TempDir static Path folder;
    private static Tools tools;
    private static Path film;

    @BeforeAll static void encode() throws IOException {
        tools = Tools.withBundled(folder.resolve("tools"));
        film = FilmSamples.encoded(tools, folder.resolve("film.mp4"), "1280x720", 2, "-f", "lavfi", "-i", "sine=d=2", "-c:a", "aac", "-c:v", "mpeg4", "-q:v", "6");
    }

    @Test void a_whole_film_passes_both_stages() throws IOException {
        var facts = deep("film.mp4", film);
        assertThat(facts.fault()).isEmpty();
        assertThat(facts.depth()).contains(new Depth(true, Optional.empty()));
        assertThat(facts.codec()).isEqualTo("mp4v");
        assertThat(facts.sound()).contains("mp4a");
        assertThat(facts.width()).isEqualTo(1280);
        assertThat(facts.duration().orElseThrow()).isBetween(Duration.ofMillis(1990), Duration.ofMillis(2060));
    }

    @Test void without_a_decoder_the_header_verdict_stands_alone() throws IOException {
        var facts = new Examiner(Tools.none()).deep("film.mp4", film).film().orElseThrow();
        assertThat(facts.fault()).isEmpty();
        assertThat(facts.depth()).contains(new Depth(false, Optional.empty()));
    }

    @Test void a_film_cut_at_its_end_has_no_index_or_is_truncated() throws IOException {
        var bytes = Files.readAllBytes(film);
        var cut = write("cut.mp4", Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(deep("cut.mp4", cut).fault()).contains(Fault.TRUNCATED);
    }

    @Test void a_film_with_zeros_in_its_middle_is_found_by_decoding() throws IOException {
        var bytes = Files.readAllBytes(film);
        Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 0x5a);
        var facts = deep("hurt.mp4", write("hurt.mp4", bytes));
        assertThat(facts.fault()).isEmpty();
        assertThat(facts.depth().flatMap(Depth::fault)).isPresent();
    }

    @Test void containers_that_only_a_decoder_reads_are_measured_at_the_second_stage() throws IOException {
        for (var name : List.of("film.wmv", "film.avi", "film.mpg", "film.mkv")) {
            var codec = name.endsWith("wmv") ? "wmv2" : name.endsWith("avi") ? "mpeg4" : "mpeg2video";
            var sound = name.endsWith("wmv") ? "wmav2" : "mp2";
            var path = FilmSamples.encoded(tools, folder.resolve(name), "640x360", 2, "-f", "lavfi", "-i", "sine=d=2", "-c:v", codec, "-c:a", sound);
            var header = new Examiner(tools).header(name, path).film().orElseThrow();
            assertThat(header.container()).as(name).isEqualTo(name.substring(5));
            assertThat(header.examinable()).as(name).isFalse();
            assertThat(header.fault()).as(name).isEmpty();
            var facts = deep(name, path);
            assertThat(facts.depth()).as(name).contains(new Depth(true, Optional.empty()));
            assertThat(facts.width()).as(name).isEqualTo(640);
            assertThat(facts.sound()).as(name).isPresent();
            assertThat(facts.duration().orElseThrow()).as(name).isBetween(Duration.ofMillis(1800), Duration.ofMillis(2300));
        }
    }

    @Test void a_play_list_that_names_another_file_is_no_film() throws IOException {
        var list = write("list.mp4", ("#EXTM3U\n#EXTINF:2,\nfile:" + film + "\n#EXT-X-ENDLIST\n").getBytes());
        assertThat(deep("list.mp4", list).fault()).contains(Fault.NOT_A_FILM);
    }

    @Test void a_name_that_looks_like_an_option_is_a_name() throws IOException {
        var odd = Files.copy(film, folder.resolve("-i %d [x];$(id) 影.mp4"));
        assertThat(deep("-i.mp4", odd).depth()).contains(new Depth(true, Optional.empty()));
        assertThat(FilmPoster.write(tools, odd, folder.resolve("%d [p] 图.jpg"), 320)).contains(new Preview(320, 180));
    }

    @Test void a_poster_shows_a_frame_without_metadata() throws IOException {
        var poster = folder.resolve("poster.jpg");
        assertThat(FilmPoster.write(tools, film, poster, 640)).contains(new Preview(640, 360));
        assertThat(new Examiner(tools).deep("poster.jpg", poster).picture().orElseThrow().broken()).isFalse();
        assertThat(FilmPoster.write(Tools.none(), film, folder.resolve("none.jpg"), 640)).isEmpty();
    }

    @Test void a_preview_is_h264_with_its_index_first_and_not_longer_than_asked() throws IOException {
        var preview = folder.resolve("preview.mp4");
        assertThat(FilmPreview.write(tools, film, preview, Duration.ofSeconds(1))).isTrue();
        var facts = deep("preview.mp4", preview);
        assertThat(facts.codec()).isEqualTo("avc1");
        assertThat(facts.height()).isEqualTo(720);
        assertThat(facts.duration().orElseThrow()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1100));
        var bytes = new String(Files.readAllBytes(preview), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isLessThan(bytes.indexOf("mdat"));
    }

    @Test void a_run_that_takes_too_long_is_ended() throws IOException {
        var endless = List.of("-hide_banner", "-loglevel", "quiet", "-re", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=5", "-f", "null", "-");
        var run = ToolRun.of(tools, Duration.ofMillis(700), tools.ffmpeg().orElseThrow(), endless);
        assertThat(run.late()).isTrue();
        assertThat(run.well()).isFalse();
    }

    @Test void a_studio_film_is_hd_with_sound() throws IOException {
        var path = folder.resolve("studio.mp4");
        assertThat(FilmStudio.write(tools, List.of(PictureStudio.Scene.DUNES, PictureStudio.Scene.NEBULA), 1, 2, path)).isTrue();
        FilmFacts facts = deep("studio.mp4", path);
        assertThat(facts.broken()).isFalse();
        assertThat(facts.width()).isEqualTo(1280);
        assertThat(facts.height()).isEqualTo(720);
        assertThat(facts.sound()).contains("mp4a");
    }

    @Test void the_program_brings_a_decoder_for_machines_without_one() throws IOException {
        var bundled = BundledFfmpeg.unpack(folder.resolve("bundled")).orElseThrow();
        var own = new Tools(Optional.empty(), Optional.of(bundled.resolve("ffmpeg")), Optional.of(bundled.resolve("ffprobe")), Optional.empty());
        assertThat(new Examiner(own).deep("film.mp4", film).film().orElseThrow().depth()).contains(new Depth(true, Optional.empty()));
        assertThat(BundledFfmpeg.unpack(folder.resolve("bundled"))).contains(bundled);
    }

    private static FilmFacts deep(String name, Path path) throws IOException {
        return new Examiner(tools).deep(name, path).film().orElseThrow();
    }

    private static Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
