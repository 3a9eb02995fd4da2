package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.folder.FolderReader.Look;
import huizhan.kernel.Lang;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions as receipts and discs tell them, those too that nothing needs any more (B24). */
class ExemptionTest {
    private static final String JSON = """
            {"format": "huizhan-nomination/1", "call": "2015-cooperation", "part": false, "department": {"name": "示例省科学技术厅", "contact": "方知远", "telephone": "0899-5550101"},
             "exceptions": [{"rule": "A6.size", "item": "f0a7d2b6-1c58-4d93-a4e7-90b3c6d5e804/%s", "reason": "历史照片"}, {"rule": "A9.photo", "item": "02", "reason": "实物在境外"},
              {"rule": "A8.length", "item": "f0a7d2b6-1c58-4d93-a4e7-90b3c6d5e805", "reason": "已经移出的"}, {"rule": "A3.limit", "item": "", "reason": "机构合并"},
              {"rule": "A6.count", "item": "", "reason": "只有一张"}],
             "achievements": [{"rank": 1, "disclosure": "public", "name": "甲项目", "kind": "project"}, {"rank": 2, "disclosure": "public", "name": "乙项目", "kind": "project"},
             {"id": "f0a7d2b6-1c58-4d93-a4e7-90b3c6d5e804", "rank": 3, "disclosure": "non-public"}]}
            """.formatted("ab".repeat(32));

    @TempDir
    Path folder;

    @Test void one_that_nothing_needs_keeps_its_rank_and_is_called_by_its_rules_name() throws Exception {
        Samples.file(folder, "nomination.json", JSON);
        var all = Exemption.of(FolderReader.read(folder, Samples.CALL, Look.HEADS).material(), Samples.CALL);
        var idle = all.stream().filter(each -> each.finding().zh().contains("现已无需")).toList();
        assertThat(idle).extracting(Exemption::rank).containsExactly(3, 2, 0, 0);
        assertThat(idle).extracting(each -> each.finding().zh()).containsExactly("图片文件大小（现已无需这项例外）。", "实物或模型照片（现已无需这项例外）。",
            "展板文字超出字数（现已无需这项例外）。", "推荐成果超出数量（现已无需这项例外）。");
        assertThat(idle.get(0).finding().in(Lang.EN)).isEqualTo("File size of a picture (no longer needed).");
        assertThat(all).filteredOn(each -> !idle.contains(each)).isNotEmpty().allMatch(each -> each.reason().equals("只有一张") && each.rank() > 0);
    }
}
