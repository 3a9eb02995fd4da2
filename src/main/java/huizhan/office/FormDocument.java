package huizhan.office;

import huizhan.kernel.Text;

/** Which of the call's papers a file is (B2). */
public enum FormDocument {
    BOARD_FORM("展板信息登记表", "Board information form"),
    SUMMARY("成果推荐汇总表", "Summary table"),
    STATEMENT("文字说明", "Statement"),
    OBJECT_NOTE("实物说明", "Object note"),
    UNKNOWN("看不出是哪一种表", "Unknown");

    private final Text label;

    FormDocument(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
