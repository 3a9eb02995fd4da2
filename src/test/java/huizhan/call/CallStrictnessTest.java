package huizhan.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call that can't be used as it stands stops the start, with file, line and remedy (C4). */
class CallStrictnessTest {
    @TempDir Path temp;
    private Path folder;

    @BeforeEach void copyTheBundledCall() throws IOException {
        folder = temp.resolve("2015-cooperation");
        try (var files = Files.walk(Path.of("calls/2015-cooperation"))) {
            for (var file : files.toList()) {
                var target = folder.resolve(Path.of("calls/2015-cooperation").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void change(String file, String old, String replacement) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(replacement)));
    }

    private int line(String file, String words) throws IOException {
        var lines = Files.readAllLines(folder.resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i + 1;
            }
        }
        throw new AssertionError(words);
    }

    @Test void the_bundled_call_has_the_figures_of_the_notice() {
        var call = Calls.bundled(Calls.FIRST);
        assertThat(call.limits()).isEqualTo(new Limits(10, 1000, 200, 2, 4, 5_000_000, 5_242_880, Duration.ofMillis(600_500), Duration.ofMinutes(10),
            1280, 720, 4_294_965_248L));
        assertThat(call.deadline().end()).isEqualTo(Instant.parse("2015-07-20T16:00:00Z"));
        assertThat(call.deadline().passed(Instant.parse("2015-07-20T15:59:59.999Z"))).isFalse();
        assertThat(call.deadline().passed(Instant.parse("2015-07-20T16:00:00Z"))).isTrue();
        assertThat(call.choices("fields")).hasSize(7);
        assertThat(call.choices("natures")).hasSize(4);
        assertThat(call.choices("directions")).extracting(each -> each.label().zh())
            .containsExactly("支撑科技外交", "实现重大科学研究和技术突破", "促进区域经济和社会发展", "推动国际科技合作网络建设");
    }

    @Test void an_unknown_key_is_named_with_its_line() throws IOException {
        change("call.yaml", "  statement: 1000", "  statement: 1000\n  colour: 3");
        assertThatThrownBy(() -> Calls.in(folder)).isInstanceOf(CallFault.class)
            .hasMessageContaining("call.yaml:" + line("call.yaml", "colour: 3")).hasMessageContaining("'colour' is unknown").hasMessageContaining("Known here");
    }

    @Test void limits_that_contradict_each_other_are_refused() throws IOException {
        change("call.yaml", "least: 2, most: 4", "least: 5, most: 4");
        assertThatThrownBy(() -> Calls.in(folder)).isInstanceOf(CallFault.class)
            .hasMessageContaining("call.yaml:" + line("call.yaml", "least: 5")).hasMessageContaining("can't both hold");
    }

    @Test void a_limit_of_nothing_is_refused() throws IOException {
        change("call.yaml", "nominated: 10", "nominated: 0");
        assertThatThrownBy(() -> Calls.in(folder)).isInstanceOf(CallFault.class).hasMessageContaining("'nominated' is 0");
    }

    @Test void a_form_cell_without_its_field_is_refused() throws IOException {
        change("call.yaml", "{id: board.unit,", "{id: board.unity,");
        assertThatThrownBy(() -> Calls.in(folder)).isInstanceOf(CallFault.class)
            .hasMessageContaining("forms/board-form.yaml:" + line("forms/board-form.yaml", "board.unit")).hasMessageContaining("board.unit");
    }

    @Test void a_missing_file_is_named() throws IOException {
        Files.delete(folder.resolve("texts/call.yaml"));
        assertThatThrownBy(() -> Calls.in(folder)).isInstanceOf(CallFault.class).hasMessageContaining("texts/call.yaml").hasMessageContaining("missing");
    }

    @Test void a_key_that_stands_twice_is_refused() throws IOException {
        change("call.yaml", "  nominated: 10", "  nominated: 10\n  nominated: 11");
        assertThatThrownBy(() -> Calls.in(folder)).isInstanceOf(CallFault.class).hasMessageContaining("twice");
    }
}
