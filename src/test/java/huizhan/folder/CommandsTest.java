package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
    private static final String CALL = Path.of("calls/2015-cooperation").toString();

    @TempDir
    Path folder;

    private record Answer(int code, String out, String err) {}

    private static Answer run(Callable<Integer> verb, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandLine(verb).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
        return new Answer(code, out.toString(), err.toString());
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {"中国国际科技合作|8", "与MIT合作|4", "''|0", "50kg±2%|1", "𠮷野家|3", "№5样机，25℃|7"})
    void count_prints_one_number(String text, int number) throws Exception {
        var file = Files.writeString(folder.resolve("t.txt"), text);
        assertThat(run(new CountCommand(), file.toString())).isEqualTo(new Answer(0, number + System.lineSeparator(), ""));
    }

    @Test void count_reads_standard_input_without_a_file_or_with_a_hyphen() {
        var before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("\uFEFF字数\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(run(new CountCommand(), "-").out().strip()).isEqualTo("2");
            System.setIn(new ByteArrayInputStream("一".getBytes(StandardCharsets.UTF_8)));
            assertThat(run(new CountCommand()).out().strip()).isEqualTo("1");
        } finally {
            System.setIn(before);
        }
    }

    @Test void count_refuses_what_is_no_utf_8_and_what_is_not_there() throws Exception {
        var file = Files.write(folder.resolve("gbk.txt"), new byte[] {(byte) 0xD6, (byte) 0xD0});
        assertThat(run(new CountCommand(), file.toString()).code()).isEqualTo(2);
        var missing = run(new CountCommand(), folder.resolve("none.txt").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err().lines()).hasSize(1);
    }

    @Test void check_answers_2_and_one_line_where_the_folder_is_not_there() {
        var answer = run(new CheckCommand(), folder.resolve("none").toString(), "--call", CALL);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test void check_answers_2_for_a_call_a_zone_or_a_language_that_is_not_there() throws Exception {
        Samples.file(folder, "nomination.json", Samples.json(true, "a.jpg", "b.jpg"));
        assertThat(run(new CheckCommand(), folder.toString(), "--call", "2099-nothing").code()).isEqualTo(2);
        assertThat(run(new CheckCommand(), folder.toString(), "--call", CALL, "--zone", "moon").code()).isEqualTo(2);
        assertThat(run(new CheckCommand(), folder.toString(), "--call", CALL, "--lang", "fr").code()).isEqualTo(2);
        assertThat(run(new CheckCommand()).code()).isEqualTo(2);
    }

    @Test void check_prints_one_json_document_and_nothing_else() throws Exception {
        Samples.file(folder, "nomination.json", Samples.json(true, "a.jpg", "b.jpg"));
        var answer = run(new CheckCommand(), folder.toString(), "--call", CALL, "--json", "--lang", "en");
        assertThat(answer.code()).isEqualTo(1);
        var document = JsonMapper.builder().build().readTree(answer.out());
        assertThat(document.propertyNames()).containsExactly("findings", "errors", "warnings");
        assertThat(document.get("findings").get(0).propertyNames()).containsExactly("rule", "severity", "subject", "message", "remedy");
        assertThat(document.get("errors").asInt()).isPositive();
    }

    @Test void check_tells_a_person_what_is_wrong_and_what_to_do_in_lines_that_fit() throws Exception {
        Samples.file(folder, "nomination.json", Samples.json(true, "a.jpg", "b\u202Egpj.jpg"));
        var answer = run(new CheckCommand(), folder.toString(), "--call", CALL);
        assertThat(answer.out()).contains("01  示例", "A12.file  a.jpg", "→ ").contains("改正错误后再报送").doesNotContain("\u202E");
        assertThat(answer.out().lines()).allSatisfy(line -> assertThat(Printed.columns(line)).isLessThanOrEqualTo(100));
        assertThat(run(new CheckCommand(), folder.toString(), "--call", CALL, "--lang", "en").out()).contains("Mend the errors before handing it in.");
    }

    @Test void the_name_of_a_non_public_achievement_is_not_printed_as_a_heading() throws Exception {
        Samples.file(folder, "nomination.json", Samples.json(true, "a.jpg", "b.jpg").replace("\"public\"", "\"non-public\""));
        assertThat(run(new CheckCommand(), folder.toString(), "--call", CALL).out()).doesNotContain("示例");
    }

    @Test void forms_prints_the_papers_of_a_folder_and_refuses_a_format_that_it_cannot_make() throws Exception {
        Samples.file(folder, "nomination.json", Samples.json(true, "a.jpg", "b.jpg"));
        var out = folder.resolve("out");
        assertThat(run(new FormsCommand(), folder.toString(), "--call", CALL, "--out", out.toString(), "--format", "docx,ofd").code()).isZero();
        assertThat(out.resolve("01/board-form.docx")).isNotEmptyFile();
        assertThat(out.resolve("01/statement.docx")).isNotEmptyFile();
        assertThat(out.resolve("01/board-form.ofd")).isNotEmptyFile();
        assertThat(out.resolve("summary.docx")).doesNotExist();
        assertThat(run(new FormsCommand(), folder.toString(), "--call", CALL, "--out", out.toString(), "--format", "wps").code()).isEqualTo(2);
    }

    @Test void disc_write_stops_at_errors_and_refuses_to_seal() throws Exception {
        Samples.file(folder, "nomination.json", Samples.json(true, "a.jpg", "b.jpg"));
        var out = folder.resolve("discs");
        var stopped = run(new DiscWriteCommand(), "--folder", folder.toString(), "--out", out.toString(), "--call", CALL);
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.out()).contains("A12.file", "--draft");
        assertThat(out).doesNotExist();
        assertThat(run(new DiscWriteCommand(), "--folder", folder.toString(), "--out", out.toString(), "--call", CALL, "--seal", "k").code()).isEqualTo(2);
        assertThat(run(new DiscWriteCommand(), "--folder", folder.toString(), "--out", out.toString(), "--call", CALL, "--capacity", "floppy").code()).isEqualTo(2);
    }
}
