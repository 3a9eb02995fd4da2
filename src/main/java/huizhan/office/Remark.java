package huizhan.office;

import huizhan.kernel.Plain;
import huizhan.kernel.Text;

/**
 * One finding of reading a form: what was not understood or was understood with care, and where (B2, rule {@code form.read}).
 *
 * @param field   the field that it is about: an id of {@code call.yaml}, {@code statement.CODE}, {@code department.ID}; empty for none
 * @param name    what the call names the field; for a file that was refused, the reason
 * @param where   its place in the file
 * @param message what it is
 * @param remedy  what to do
 */
public record Remark(Kind kind, String field, Text name, Text where, Text message, Text remedy) {
    /** The rule that all of them come under. */
    public static final String RULE = "form.read";

    /** What can befall a form; {@code {0}} is the name of the field, {@code {1}} words of the file. */
    public enum Kind {
        /** Nothing of the file was read. */
        REFUSED("{1}", "{1}", "改好后请重新读入。", "Mend it and bring it in again."),
        /** Which form it is can't be told. */
        UNKNOWN("看不出这是哪一种表", "It can't be told which form this is", "请使用原表格，或选定它是哪一种再读入。",
                "Use the original form, or say which one it is and bring it in again."),
        MISSING("表中没有找到“{0}”一栏", "“{0}” was not found in the form", "请在页面上填写这一项。", "Fill it in on the page."),
        REWORDED("“{1}”按“{0}”读入", "“{1}” was taken for “{0}”", "请核对是不是这一项。", "Check that this is what was meant."),
        MERGED("“{0}”与别的单元格合并，已按标签分开", "The cell of “{0}” is merged with another; it was parted at the label", "请核对两项的内容。",
                "Check both answers."),
        MERGED_ABOVE("“{0}”的单元格与上一行合并，内容算在上一行", "The cell of “{0}” is merged with the one above; its words count there",
                "请把属于这一项的文字移过来。", "Move over the words that belong here."),
        JOINED("“{0}”的内容分在几格，已合在一起：{1}", "The answer to “{0}” stands in several cells and was joined: {1}", "请核对。", "Check it."),
        TWICE("“{0}”出现了两次，第二次的内容没有读入：{1}", "“{0}” stands there twice; the second answer was not taken: {1}", "请核对用哪一个。",
                "Check which one holds."),
        NOT_OFFERED("“{0}”的内容没有读懂：{1}", "The answer to “{0}” was not understood: {1}", "请在页面上选择。", "Choose on the page."),
        TOO_MANY("“{0}”只应选一项，选了：{1}", "“{0}” takes one choice, and there are: {1}", "请在页面上选定一项。", "Choose one on the page."),
        /** More than one where the annex asks for one; all were taken. */
        SEVERAL("“{0}”应选一项，选了几项，都已读入：{1}", "“{0}” asks for one choice; several were ticked and all were taken: {1}", "请在页面上核对。",
                "Check on the page."),
        BESIDE_BOXES("“{0}”的选项以外另有文字：{1}", "Beside the choices of “{0}” stands: {1}", "如有用处，请填到相应的项目里。",
                "Put it where it belongs if it matters."),
        IN_BOX("“{0}”的内容取自文本框：{1}", "The answer to “{0}” was taken from a text box: {1}", "请核对。", "Check it."),
        NESTED("“{0}”的单元格里套有表格，文字已逐格取出", "The cell of “{0}” holds a table; its words were taken cell by cell",
                "请核对次序；表格本身不会保留。", "Check the order; the table itself isn't kept."),
        NESTED_FORM("单元格里套着的表格，按本表的一部分读入", "A table inside a cell was read as a part of the form", "请核对。", "Check it."),
        PASTED("“{0}”的单元格里贴有图片：{1}", "A picture is pasted into the cell of “{0}”: {1}", "请把照片原件作为单独的文件上传。",
                "Send the original of the picture as a file of its own."),
        INSERTED("修订插入的文字已计入：{1}", "Words put in by a tracked change count: {1}", "请核对；最好先在 Word 中接受或拒绝全部修订。",
                "Check them; best accept or reject all changes in Word first."),
        DELETED("修订删去的文字未计入：{1}", "Words taken out by a tracked change don't count: {1}", "请核对；最好先在 Word 中接受或拒绝全部修订。",
                "Check them; best accept or reject all changes in Word first."),
        CONTROL("这里的控件状态读不出来", "A control stands here whose state can't be read", "请在页面上补选，或在文件里改用 ☑ 和 □。",
                "Choose on the page, or use ☑ and □ in the file."),
        OBJECT("这里嵌入的对象没有读入", "An object is embedded here that was not read", "如有文字，请直接写在文件里。", "If it holds words, type them into the file."),
        SYMBOL("有符号认不出来，以 〓 代替", "A sign could not be read; 〓 stands for it", "请核对原文并改正。", "Compare with the file and mend it."),
        PICTURE("图片没有取出：{1}", "A picture could not be taken out: {1}", "请把照片作为单独的文件上传。", "Send the picture as a file of its own."),
        OLD("旧格式的 Word 文件（.doc），已尽量读入{1}", "An old Word file (.doc), read as far as possible{1}",
                "请逐项核对；最好用 Word 打开，选择“另存为”，类型选 Word 文档（.docx）。",
                "Check each item; best open it in Word, choose Save As and the type Word document (.docx)."),
        /** Words that belong nowhere; they are among {@link Reading#leftOver()}. */
        LEFT_OVER("这些文字没有对应的栏目：{1}", "These words belong to no cell of the form: {1}", "如有用处，请填到相应的项目里。",
                "Put them where they belong if they matter.");

        private final Text message;
        private final Text remedy;

        Kind(String zh, String en, String remedyZh, String remedyEn) {
            this.message = new Text(zh, en);
            this.remedy = new Text(remedyZh, remedyEn);
        }
    }

    private static final int SHOWN = 60;

    static Remark of(Kind kind, String field, Text where, Text label, Text text) {
        var message = new Text(filled(kind.message.zh(), label.zh(), text.zh()) + "。", filled(kind.message.en(), label.en(), text.en()) + ".");
        return new Remark(kind, field, label, where, message, kind.remedy);
    }

    static Remark of(Kind kind, String field, Text where, Text label, String text) {
        return of(kind, field, where, label, Text.same(shown(text)));
    }

    /** About no field. */
    static Remark of(Kind kind, Text where, String text) {
        return of(kind, "", where, Text.same(""), text);
    }

    static Remark refused(OfficeFault fault) {
        return of(Kind.REFUSED, "", Spot.FILE, fault.reason(), fault.reason());
    }

    static Remark unknown() {
        return of(Kind.UNKNOWN, "", Spot.FILE, new Text("整个文件（没有找到表格的标签，请用原表格填写）", "the whole file (none of the form's labels; use the original form)"), "");
    }

    /** Where and what in one piece, for a list that has no column for places. */
    public Text line() {
        return new Text(where.zh() + "：" + message.zh(), where.en() + ": " + message.en());
    }

    private static String filled(String sentence, String label, String text) {
        return sentence.replace("{0}", label).replace("{1}", text);
    }

    private static String shown(String text) {
        var line = Plain.line(text.strip().replaceAll("[\\s\\u3000]*\\n[\\s\\u3000]*", " ")).strip();
        return line.codePointCount(0, line.length()) <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
