package huizhan.nomination;

import huizhan.documents.FormValues;
import huizhan.documents.Receipt.Document;
import huizhan.documents.Receipt.Item;
import huizhan.folder.Exemption;
import huizhan.kernel.Lang;
import huizhan.web.Dates;
import huizhan.web.Sizes;
import java.util.ArrayList;
import java.util.List;

/** The receipt as a sheet of paper. */
final class Sheet {
    private Sheet() {}

    static huizhan.documents.Receipt of(Receipt receipt, FormValues.Mark mark, Lang lang) {
        var signature = receipt.signature();
        var facts = new ArrayList<>(List.of(new Item(word(lang, "推荐部门", "Recommending department"), receipt.department()),
            new Item(word(lang, "签发时间（服务器）", "Signed off (server time)"), Dates.moment(lang, signature.at())),
            new Item(word(lang, "签发人", "Signed off by"), signature.signer()),
            new Item(word(lang, "成果数", "Achievements"), String.valueOf(receipt.items().size())),
            new Item(word(lang, "审计链首", "Head of the audit trail"), signature.trail())));
        signature.withdrawal().ifPresent(back -> facts.add(new Item(word(lang, "已撤回", "Withdrawn"), Dates.moment(lang, back.at()) + " " + back.reason())));
        receipt.exceptions().forEach(each -> facts.add(new Item(word(lang, "准予的例外", "Exception granted"), exemption(each, lang))));
        var documents = new ArrayList<Document>();
        documents.add(new Document(word(lang, "成果推荐汇总表", "Summary table"), signature.digest().hex(), List.of(), files(receipt.overview())));
        for (var item : receipt.items()) {
            if (item.stub() || item.name().isBlank()) {
                var word = item.stub() ? word(lang, "非公开", "Non-public") : word(lang, "（已清除）", "(erased)");
                documents.add(new Document(item.rank() + ". " + word, "", List.of(), List.of()));
            } else {
                documents.add(new Document(item.rank() + ". " + item.name() + " · " + word(lang, "文字说明", "Statement"), item.statement(), List.of(), List.of()));
                documents.add(new Document(item.rank() + ". " + item.name() + " · " + word(lang, "展板信息登记表", "Board form"), item.boardForm(),
                    item.fields().stream().map(each -> new Item(each.label().zh(), each.digest())).toList(), files(item.files())));
            }
        }
        return new huizhan.documents.Receipt(mark, signature.receipt().text(), facts, documents);
    }

    private static String exemption(Exemption each, Lang lang) {
        return (each.rank() == 0 ? "" : each.rank() + ". ") + each.finding().in(lang) + word(lang, "理由：", " Reason: ") + each.reason();
    }

    private static List<Item> files(List<Receipt.File> files) {
        return files.stream().map(each -> new Item(each.path() + "（" + Sizes.bytes(each.size()) + "）", each.digest())).toList();
    }

    private static String word(Lang lang, String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }
}
