package huizhan.ferry;

import huizhan.disc.FerryList;
import huizhan.disc.SignatureFound;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;

/** A signature in words. */
final class SignatureWords {
    private SignatureWords() {}

    static Text of(SignatureFound found) {
        var holder = Plain.line(found.holder());
        return switch (found.state()) {
            case NONE -> new Text("没有签名", "not signed");
            case RIGHT -> new Text("签名相符：" + holder + "（" + found.key() + "）", "rightly signed by " + holder + " (" + found.key() + ")");
            case UNKNOWN -> new Text("签名的公钥卡不在这里（" + found.key() + "），没有核对", "signed with a key whose card is not here (" + found.key() + "); not checked");
            case WRONG -> new Text("签名不符" + (holder.isEmpty() ? "" : "：" + holder), "wrongly signed" + (holder.isEmpty() ? "" : ": " + holder));
        };
    }

    static Text ferry(FerryList list) {
        return new Text("摆渡盘 %d，第 %d 张，共 %d 张".formatted(list.number(), list.disc(), list.discs()), "ferry %d, disc %d of %d".formatted(list.number(), list.disc(), list.discs()));
    }
}
