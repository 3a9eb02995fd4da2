package huizhan.demo;

import static huizhan.demo.StudioWord.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The annexes as a unit fills them in Word: the notice's labels, its own table, ticks typed by hand. */
final class StudioForms {
    private static final Map<String, String> COUNTRIES = Map.of("DE", "德国", "NL", "荷兰", "SE", "瑞典");
    private static final Map<String, String> FIELDS = Map.of("life", "生命科学技术", "environment", "环境科学技术", "materials", "材料科学技术");
    private static final Map<String, String> SECTIONS = Map.ofEntries(Map.entry("problem", "要解决的问题"), Map.entry("breakthrough", "取得的突破"),
            Map.entry("effect", "作用和成效"), Map.entry("background", "背景"), Map.entry("content", "内容"), Map.entry("significance", "意义"),
            Map.entry("time", "时间"), Map.entry("place", "地点"), Map.entry("attendees", "主要出席人员"), Map.entry("results", "取得的成果或产生的影响"),
            Map.entry("building", "基本建设情况"), Map.entry("operation", "运行情况"), Map.entry("innovation", "提升科技创新能力"),
            Map.entry("sustainability", "促进可持续发展"), Map.entry("synergy", "引领协同合作"));

    private StudioForms() {}

    /** Annex 2 of an achievement; its rows can still be changed. */
    static List<List<String>> boardForm(Map<String, Object> achievement) {
        var board = map(achievement, "board");
        var contact = map(board, "contact");
        var rows = new ArrayList<List<String>>();
        rows.add(row("项目名称", text(achievement, "name")));
        rows.add(row("单位名称", text(board, "unit")));
        rows.add(row("合作国别", String.join("、", ((List<?>) board.get("countries")).stream().map(COUNTRIES::get).toList())));
        rows.add(row("项目领域", FIELDS.get(((List<?>) board.get("fields")).get(0))));
        rows.add(row("外方合作单位", text(board, "foreignPartner")));
        rows.add(row("中方投入情况", text(board, "chineseInvestment")));
        rows.add(row("外方投入情况", text(board, "foreignInvestment")));
        rows.add(row("合作性质", "√政府间", "□部门、地方间", "□院所、企业间", "□其他："));
        rows.add(row("项目起始时间及完成情况：\n" + text(board, "startAndCompletion")));
        rows.add(row("单位联系人", text(contact, "name"), "电 话", text(contact, "telephone"), "传 真", text(contact, "fax")));
        rows.add(row("手 机", text(contact, "mobile"), "电子信箱", text(contact, "email")));
        rows.add(row("展板文字 (不超过 200 字):\n" + text(board, "text")));
        rows.add(row("展板照片 (2-4 张)", "序号", "文件名称", "照片简要说明"));
        int number = 1;
        for (var picture : list(achievement, "pictures")) {
            var file = text(picture, "file");
            rows.add(row("", String.valueOf(number++), file.substring(file.lastIndexOf('/') + 1), text(picture, "caption")));
        }
        rows.add(row("保密部门审核意见(可另附纸):\n" + text(board, "confidentialityOpinion")));
        rows.add(row("知识产权归属情况说明 (可另附纸):\n" + text(board, "intellectualProperty")));
        rows.add(row("其他制作要求:\n" + text(board, "wishes")));
        rows.add(row("推荐部门意见:\n" + text(board, "departmentOpinion")));
        rows.add(row("参展单位 (盖章)\n2015 年 月 日"));
        return rows;
    }

    static byte[] word(String title, List<List<String>> rows) throws IOException {
        return new StudioWord().paragraph(title).table(rows).bytes();
    }

    /** The statement with the headings of its kind. */
    static byte[] statement(Map<String, Object> achievement) throws IOException {
        var word = new StudioWord().paragraph("成果文字说明").paragraph(text(achievement, "name"));
        map(achievement, "statement").forEach((code, text) -> word.paragraph(SECTIONS.get(code)).paragraph(String.valueOf(text)));
        return word.bytes();
    }

    /** Annex 1. */
    static byte[] summary(Map<String, Object> department, List<Map<String, Object>> achievements) throws IOException {
        var rows = new ArrayList<List<String>>();
        rows.add(row("序号", "项目或者活动名称", "中方承担或者主办（承办单位）", "外方合作单位", "联系人", "联系方式", "展出形式", "其他要求"));
        for (var each : achievements) {
            var contact = map(each, "listContact");
            var forms = (List<?>) each.get("exhibitForms");
            rows.add(row(String.valueOf(rows.size()), text(each, "name"), text(each, "undertaker"), text(each, "foreignPartner"), text(contact, "name"),
                    text(contact, "details"), box(forms, "object", "实物") + box(forms, "model", "模型") + box(forms, "video", "视频")
                            + box(forms, "graphic", "文字图片"), "☑公开 □非公开"));
        }
        return new StudioWord().paragraph("附件1").paragraph("成果推荐汇总表").paragraph("组织（推荐）部门（盖章）：" + text(department, "name"))
                .paragraph("组织（推荐）部门联系人：" + text(department, "contact") + "　电话：" + text(department, "telephone") + "　传真：" + text(department, "fax"))
                .table(rows).paragraph("备注：1. 以上按重要性或影响力排序；").bytes();
    }

    /** A whole nomination in Word files with Chinese names and no {@code nomination.json}. */
    static Draft wordOnly(MaterialStudio studio) throws IOException {
        var whole = studio.whole();
        var draft = new Draft();
        draft.json = false;
        draft.text("成果推荐汇总表.docx", summary(StudioContent.department(), whole.achievements()));
        draft.file("综述视频.mp4", studio.masters().film());
        for (var each : whole.achievements()) {
            var folder = "%02d/".formatted((Integer) each.get("rank"));
            draft.text(folder + "展板信息登记表.docx", word("展板信息登记表", boardForm(each)));
            draft.text(folder + "文字说明.docx", statement(each));
        }
        whole.files.forEach((path, master) -> draft.file(path.replace("/pictures/", "/图片/").replace("/video/", "/视频/").replace("/objects/", "/实物/")
                .replace("overview.mp4", "综述视频.mp4"), master));
        draft.text("03/实物/实物说明.docx", new StudioWord().table(List.of(row("实物名称", "轻合金轮毂模型"), row("类别", "模型"),
                row("尺寸", "45×45×20 cm"), row("重量", "6.5 kg"), row("说明", "剖面模型，可见加强筋。"))).bytes());
        return draft;
    }

    private static String box(List<?> chosen, String code, String label) {
        return (chosen.contains(code) ? "☑" : "□") + label + " ";
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.getOrDefault(key, ""));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) map.get(key);
    }
}
