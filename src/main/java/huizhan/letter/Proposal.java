package huizhan.letter;

import huizhan.call.Call;
import huizhan.nomination.Outline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a letter says before anyone has written in it: what is known already, in the tone of an official letter. Letters are Chinese (B1).
 *
 * @param day of the sign-off; before it today
 */
record Proposal(Call call, String sender, Outline list, LocalDate day) {

    String of(LetterField field) {
        return switch (field) {
            case NUMBER -> "";
            case ADDRESSEE -> call.contact().office().zh();
            case TITLE -> sender + "关于报送" + call.shortTitle().zh().replaceFirst("征集$", "") + "推荐材料的函";
            case BODY -> String.join("\n", paragraphs());
            case DAY -> day.toString();
        };
    }

    private List<String> paragraphs() {
        var told = list.stubs() > 0 ? "，其中公开" + (list.lines() - list.stubs()) + "项、非公开" + list.stubs() + "项" : "";
        var paragraphs = new ArrayList<String>();
        paragraphs.add("依照《" + call.title().zh() + "》" + (call.reference().isEmpty() ? "" : "（" + call.reference() + "）")
            + "，我单位组织有关单位填报，经审核、遴选和排序，推荐成果" + list.lines() + "项" + told + "。");
        paragraphs.add("各项材料已经参展单位保密部门审核，不含国家秘密。" + (list.stubs() > 0 ? "非公开成果的材料按规定渠道另行报送。" : ""));
        paragraphs.add("现将推荐材料随函报上，请予接收。");
        return paragraphs;
    }

    /** What goes with the letter, as the call asks for it on paper and on disc (A12). */
    List<String> enclosures() {
        int told = list.lines() - list.stubs();
        var enclosures = new ArrayList<>(List.of("成果推荐汇总表1份"));
        if (told > 0) {
            enclosures.addAll(List.of("文字说明" + told + "份", "展板信息登记表" + told + "份"));
        }
        enclosures.add("光盘");
        return enclosures;
    }

    /** Who can be asked, from the head of annex 1. */
    String contact() {
        var name = list.head().getOrDefault("contact", "");
        var telephone = list.head().getOrDefault("telephone", "");
        return name.isBlank() ? "" : "联系人：" + name + (telephone.isBlank() ? "" : "，电话：" + telephone);
    }
}
