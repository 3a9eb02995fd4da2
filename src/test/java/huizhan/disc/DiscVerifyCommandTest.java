package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** {@code disc verify} as a script sees it. */
class DiscVerifyCommandTest {
    @TempDir
    Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var line = new CommandLine(new DiscVerifyCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
    }

    @Test void a_sound_disc_is_zero_and_a_broken_one_is_one() throws IOException {
        var image = Discs.anImage(folder);
        assertThat(run(image)).isZero();
        assertThat(out.toString().strip()).isEqualTo(image + "：完好（huizhan）");
        Files.write(image, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        assertThat(run(image, "--lang", "en")).isOne();
        assertThat(out.toString()).contains("[image.trailing]", "defective, errors: 1 (huizhan)");
    }

    @Test void json_stands_alone_on_stdout() throws IOException {
        var bag = new BagFolder(folder).delete("data/overview.mp4");
        assertThat(run(bag.path, folder.resolve("disc.iso"), "--json", "--profile", "huizhan")).isOne();
        var document = JsonMapper.builder().build().readTree(out.toString());
        assertThat(document.get("errors").asInt()).isEqualTo(2);
        assertThat(document.get("warnings").asInt()).isZero();
        assertThat(document.get("discs").get(0).get("valid").asBoolean()).isFalse();
        assertThat(document.get("discs").get(0).get("defects").get(0).get("place").asString()).isEqualTo("data/overview.mp4");
        assertThat(document.get("discs").get(1).get("valid").asBoolean()).isTrue();
        assertThat(err.toString()).isEmpty();
    }

    @Test void what_is_no_disc_and_wrong_usage_are_two_with_one_line_on_stderr() throws IOException {
        var letter = Files.writeString(folder.resolve("letter.txt"), "Dear all,");
        assertThat(run(letter)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(out.toString()).isEmpty();
        assertThat(run(folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run(letter, "--profile", "other")).isEqualTo(2);
    }
}
