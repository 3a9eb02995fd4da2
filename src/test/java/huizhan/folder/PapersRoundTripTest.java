package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.documents.PaperFormat;
import huizhan.documents.Papers;
import huizhan.folder.FolderReader.Look;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program prints in Word, it reads back to the letter. */
class PapersRoundTripTest {
    private static final String JSON = """
            {"format": "huizhan-nomination/1", "call": "2015-cooperation", "part": false, "department": {"name": "示例省科学技术厅", "contact": "欧阳𠮷", "telephone": "0899-5550101", "fax": ""},
             "achievements": [{"rank": 1, "disclosure": "public", "name": "“一带一路”联合实验室：二期", "kind": "activity", "undertaker": "甲单位", "foreignPartner": "无",
             "listContact": {"name": "方知远", "details": "13900000000"}, "exhibitForms": ["object", "graphic"],
             "statement": {"background": "第一段。\\n\\n  第二段，50% < 60%。", "content": "“引号”开头。", "significance": "意义", "time": "2013年", "place": "石河", "attendees": "罗清", "results": "成果：3项"},
             "figures": [{"file": "01/figures/none.jpg", "caption": "产量变化"}],
             "board": {"unit": "甲单位", "countries": ["RU", "UNESCO", "other:非洲多国", "HK"], "fields": ["life", "other"], "foreignPartner": "Institute for A & B",
             "chineseInvestment": "经费：1200万元", "foreignInvestment": "无", "natures": ["departmental", "other"], "otherNature": "学会间", "startAndCompletion": "2011年3月启动\\n2015年完成",
             "contact": {"name": "沈若禾", "telephone": "0899-5550111", "fax": "", "mobile": "13900000000", "email": "a@example.org"}, "text": "“十二五”期间，进展明显。\\n第二行。",
             "intellectualProperty": "共有", "wishes": "", "confidentialityOpinion": "", "departmentOpinion": "同意"},
             "attachments": [{"kind": "confidentiality", "file": "01/attachments/o.pdf"}],
             "pictures": [{"file": "01/pictures/1.jpg", "originalName": "现场（一）.JPG", "caption": "签约现场"}, {"file": "01/pictures/2.jpg", "caption": "试验田"}]},
             {"rank": 2, "disclosure": "non-public"}]}
            """;

    @TempDir
    Path folder;

    @BeforeEach void papers_are_printed_into_the_folder_itself() throws Exception {
        Samples.file(folder, "nomination.json", JSON);
        var read = FolderReader.read(folder, Samples.CALL, Look.DIGESTS);
        for (var paper : new PaperSet(read.material(), Samples.CALL, path -> {
            throw new IOException(path);
        }, List.of(), LocalDate.of(2015, 7, 10), Papers.bundled()).in(List.of(PaperFormat.WORD))) {
            Samples.file(folder, paper.path(), paper.bytes());
        }
    }

    @Test void printed_forms_beside_the_record_agree_with_it() throws Exception {
        var read = FolderReader.read(folder, Samples.CALL, Look.SIZES).material();
        assertThat(read.readings()).hasSize(5);
        assertThat(Rules.findings(read, Samples.CALL, Optional.empty()).stream().filter(each -> each.rule().startsWith("form.")).map(Finding::toString)).isEmpty();
    }

    @Test void printed_forms_alone_say_all_that_the_annexes_ask_for() throws Exception {
        var record = FolderReader.read(folder, Samples.CALL, Look.SIZES).material();
        Files.delete(folder.resolve("nomination.json"));
        for (var picture : List.of("01/pictures/1.jpg", "01/pictures/2.jpg")) {
            Samples.file(folder, picture, "x");
        }
        var read = FolderReader.read(folder, Samples.CALL, Look.SIZES).material();
        assertThat(read.department().text("contact")).isEqualTo("欧阳𠮷");
        assertThat(read.achievements()).hasSize(2);
        assertThat(read.achievements().get(1).disclosure()).isEqualTo("non-public");
        assertThat(read.achievements().get(1).stub()).isTrue();
        var told = read.achievements().get(0);
        var wanted = record.achievements().get(0).values();
        for (var id : wanted.all().keySet()) {
            if (!id.equals("board.confidentialityOpinion") && !id.equals("statement.background")) {
                assertThat(told.values().codes(id)).as(id).containsExactlyInAnyOrderElementsOf(wanted.codes(id));
            }
        }
        assertThat(told.values().text("statement.background")).isEqualTo("第一段。\n第二段，50% < 60%。");
        assertThat(told.values().blank("board.confidentialityOpinion")).isTrue();
        assertThat(told.pictures()).extracting(each -> each.caption()).containsExactly("签约现场", "试验田");
    }

    @Test void one_changed_letter_is_a_disagreement() throws Exception {
        Samples.file(folder, "nomination.json", JSON.replace("进展明显", "进展显著"));
        var read = FolderReader.read(folder, Samples.CALL, Look.SIZES).material();
        assertThat(Rules.findings(read, Samples.CALL, Optional.empty()).stream().filter(each -> each.rule().startsWith("form.")).map(Finding::subject))
                .containsExactly("01/board-form.docx");
    }
}
