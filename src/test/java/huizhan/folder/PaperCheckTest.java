package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.documents.PaperCode;
import huizhan.documents.PaperFormat;
import huizhan.documents.PaperProof;
import huizhan.documents.PaperProof.Claim;
import huizhan.documents.Papers;
import huizhan.folder.FolderReader.Look;
import huizhan.folder.PaperCheck.Answer;
import huizhan.folder.PaperCheck.Line;
import huizhan.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paper held against the folder that it was printed from, and against one that was changed since. */
class PaperCheckTest {
    private static final String JSON = """
            {"format": "huizhan-nomination/1", "call": "2015-cooperation", "part": false, "department": {"name": "示例省科学技术厅", "contact": "王示例", "telephone": "1", "fax": ""},
             "achievements": [{"rank": 1, "disclosure": "public", "name": "联合实验室", "kind": "project", "undertaker": "甲单位", "foreignPartner": "无",
             "statement": {"problem": "难题", "breakthrough": "突破", "effect": "成效"}, "board": {"unit": "甲单位", "text": "进展明显。"},
             "pictures": [{"file": "01/pictures/1.jpg", "caption": "甲"}]}]}
            """;
    @TempDir
    Path folder;
    private PaperProof board;
    private PaperProof summary;

    @BeforeEach void papers_of_a_folder() throws Exception {
        Samples.file(folder, "nomination.json", JSON);
        Samples.file(folder, "01/pictures/1.jpg", "one");
        board = printed("01/board-form.pdf");
        summary = printed("summary.pdf");
    }

    private PaperProof printed(String path) throws Exception {
        var read = FolderReader.read(folder, Samples.CALL, Look.DIGESTS);
        var set = new PaperSet(read.material(), Samples.CALL, file -> {
            throw new IOException(file);
        }, List.of(), LocalDate.of(2015, 7, 10), Papers.bundled());
        assertThat(PaperFormat.ofFile(path)).isPresent();
        return PaperProof.read(Files.write(folder.resolve("paper.pdf"), set.named(path).orElseThrow().bytes()));
    }

    private PaperCheck.Verdict check(PaperProof paper) throws Exception {
        return PaperCheck.of(paper, RecordReader.read(folder, Samples.CALL).material(), Optional.empty(), Samples.CALL);
    }

    @Test void a_paper_is_the_same_as_what_it_was_printed_from() throws Exception {
        assertThat(check(board).same()).isTrue();
        assertThat(check(summary).same()).isTrue();
        assertThat(check(board).lines()).extracting(Line::answer).containsExactly(Answer.SAME);
        assertThat(RecordReader.read(folder.resolve("nomination.json"), Samples.CALL).missing()).isEmpty();
    }

    @Test void one_changed_character_is_told_with_both_digests_and_other_papers_stay_right() throws Exception {
        Samples.file(folder, "nomination.json", JSON.replace("进展明显。", "进展明显！"));
        var verdict = check(board);
        assertThat(verdict.same()).isFalse();
        assertThat(verdict.lines()).singleElement().satisfies(line -> {
            assertThat(line.answer()).isEqualTo(Answer.DIFFERENT);
            assertThat(line.paper()).contains(board.code().digest());
            assertThat(line.record()).isPresent().isNotEqualTo(line.paper());
        });
        assertThat(check(summary).same()).isFalse();
        Samples.file(folder, "nomination.json", JSON.replace("\"fax\": \"\"", "\"fax\": \"2\""));
        assertThat(check(board).same()).isTrue();
        assertThat(check(summary).same()).isFalse();
    }

    @Test void a_changed_picture_is_a_changed_board_form_and_a_missing_one_is_named() throws Exception {
        Samples.file(folder, "01/pictures/1.jpg", "two");
        assertThat(check(board).same()).isFalse();
        Files.delete(folder.resolve("01/pictures/1.jpg"));
        assertThat(RecordReader.read(folder, Samples.CALL).missing()).containsExactly("01/pictures/1.jpg");
        assertThat(check(board).same()).isFalse();
    }

    @Test void a_document_that_the_record_does_not_have_is_unknown() throws Exception {
        var other = PaperCode.of(board.code().toString().replace(board.code().document().toString(), "3f2b8c1e-7d54-4a86-9a3e-1c0de5b7f901")).orElseThrow();
        assertThat(check(PaperProof.of(other)).known()).isFalse();
        assertThat(check(PaperProof.of(other)).same()).isFalse();
        assertThat(check(PaperProof.of(new PaperCode("guest", board.code().document(), board.code().digest()))).known()).isFalse();
    }

    @Test void a_claim_that_nothing_stands_for_and_a_digest_that_no_claim_stands_for_are_both_told() throws Exception {
        var receipt = new PaperProof(new PaperCode("receipt", summary.code().document(), summary.code().digest()),
                List.of(new Claim("", "", summary.code().digest()), new Claim("9. 没有 · 文字说明", "", Sha256.of("x"))));
        var lines = check(receipt).lines();
        assertThat(lines).extracting(Line::answer).startsWith(Answer.SAME, Answer.SAME, Answer.ONLY_ON_PAPER).endsWith(Answer.ONLY_IN_RECORD).doesNotContain(Answer.DIFFERENT);
        assertThat(lines).extracting(line -> line.name().en()).contains("1. 联合实验室 · Statement", "1. 联合实验室 · Board form · 01/pictures/1.jpg");
    }

    @Test void what_is_no_record_is_refused_in_both_languages() {
        assertThatThrownBy(() -> RecordReader.read(folder.resolve("none"), Samples.CALL)).isInstanceOf(FolderFault.class);
        assertThatThrownBy(() -> RecordReader.read(folder.resolve("paper.pdf"), Samples.CALL)).isInstanceOf(FolderFault.class);
    }
}
