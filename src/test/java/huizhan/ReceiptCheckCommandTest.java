package huizhan;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Achievements;
import huizhan.achievement.Outcome;
import huizhan.call.Calls;
import huizhan.documents.PaperCode;
import huizhan.folder.RecordReader;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Sha256;
import huizhan.material.Digests;
import huizhan.material.Material;
import huizhan.organization.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReceiptCheckCommandTest {
    private static final String ID = "3f2b8c1e-7d54-4a86-9a3e-1c0de5b7f901";
    private static final String JSON = """
            {"format": "huizhan-nomination/1", "call": "2015-cooperation", "part": true, "achievements": [{"id": "%s", "rank": 1, "disclosure": "public",
             "name": "示例", "kind": "project", "board": {"text": "进展"}}]}""".formatted(ID);
    @TempDir
    Path folder;

    private record Answer(int code, String out, String err) {}

    private static Answer run(String... arguments) {
        var out = System.out;
        var err = System.err;
        var told = new ByteArrayOutputStream();
        var refused = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(refused, true, StandardCharsets.UTF_8));
            int code = Main.run(arguments);
            return new Answer(code, told.toString(StandardCharsets.UTF_8), refused.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String code() throws Exception {
        Files.writeString(folder.resolve("nomination.json"), JSON);
        var call = Calls.bundled(Calls.FIRST);
        var material = RecordReader.read(folder, call).material();
        return new PaperCode("board-form", UUID.fromString(ID), Digests.boardForm(material.achievements().get(0), material, call)).toString();
    }

    @Test void the_text_of_a_code_is_the_same_until_a_word_changes() throws Exception {
        var code = code();
        var same = run("receipt", "check", code, "--against", folder.toString(), "--lang", "en");
        assertThat(same.code()).isZero();
        assertThat(same.out()).contains("Answer: the same, 1 digests.");
        Files.writeString(folder.resolve("nomination.json"), JSON.replace("进展", "进步"));
        var changed = run("receipt", "check", code, "--against", folder.resolve("nomination.json").toString());
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.out()).contains("结论：不一致", PaperCode.of(code).orElseThrow().digest().grouped());
    }

    @Test void json_is_one_document_and_nothing_else() throws Exception {
        var other = code().replace(ID, "00000000-0000-4000-8000-000000000000");
        var answer = run("receipt", "check", other, "--against", folder.toString(), "--json");
        assertThat(answer.code()).isEqualTo(1);
        var tree = JsonMapper.builder().build().readTree(answer.out());
        assertThat(tree.propertyNames()).containsExactly("same", "known", "paper", "missing", "lines");
        assertThat(tree.get("known").asBoolean()).isFalse();
    }

    @Test void wrong_use_is_told_in_one_line_on_stderr() throws Exception {
        var code = code();
        for (var wrong : new String[][] {{"receipt", "check"}, {"receipt", "check", "nothing.pdf", "--against", folder.toString()},
            {"receipt", "check", code, "--against", folder.resolve("none").toString()}, {"receipt", "check", code, "--data", folder.resolve("none").toString()},
            {"receipt", "check", code, "--against", folder.toString(), "--lang", "fr"}, {"receipt", "check", code, "--against", folder.toString(), "--call", "2099-none"}}) {
            var answer = run(wrong);
            assertThat(answer.code()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err().lines()).hasSize(1);
        }
    }

    @Test void a_data_folder_knows_a_paper_that_was_printed_before_any_sign_off() {
        try (var server = TestServer.inTheCall()) {
            var person = server.people().of(server.people().department("53"), Role.DRAFTER);
            var achievements = server.get(Achievements.class);
            var id = ((Outcome.Done) achievements.begin(person.actor(), Disclosure.PUBLIC, Optional.empty())).achievement();
            var call = Calls.bundled(Calls.FIRST);
            Material material = achievements.recorded(id).orElseThrow().part(call.id());
            var code = new PaperCode("board-form", id, Digests.boardForm(material.achievements().get(0), material, call));
            server.running().stop();
            var data = server.folder().toString();
            var same = run("receipt", "check", code.toString(), "--data", data, "--demo-clock", "--json");
            assertThat(same.out()).startsWith("{\"same\":true");
            assertThat(same.code()).isZero();
            var forged = new PaperCode("board-form", id, Sha256.of("forged"));
            assertThat(run("receipt", "check", forged.toString(), "--data", data, "--demo-clock").code()).isEqualTo(1);
            var unknown = run("receipt", "check", new PaperCode("receipt", id, Sha256.of("x")).toString(), "--data", data, "--demo-clock");
            assertThat(unknown.out()).contains("记录里没有这份文件");
            assertThat(unknown.code()).isEqualTo(1);
        }
    }
}
