package huizhan.kit;

import huizhan.documents.Notice;
import huizhan.keys.PublicKeys;
import java.util.ArrayList;
import java.util.List;

/** The sheet that goes with a kit by a way of its own: on paper, so that the fingerprint can be compared with what the desk shows (C2). */
public final class CoverLetter {
    private CoverLetter() {}

    public static Notice of(Kit kit, String call) {
        var compared = new ArrayList<Notice.Compared>();
        compared.add(compared("组织单位的公钥指纹　Fingerprint of the organizer’s key", kit.organizer()));
        kit.unit().ifPresent(unit -> compared.add(compared("推荐部门的公钥指纹　Fingerprint of the department’s key", unit.department())));
        var to = kit.unit().map(Kit.ForUnit::name).orElse(kit.department().name().zh());
        return new Notice("征集包随信", List.of("致：" + to, "征集：" + call, "征集包制作时间：" + (kit.unit().isPresent() ? kit.unit().get().made() : kit.made()),
            "征集包（以 huizhan-kit 开头的 zip 文件）在本机工作台第一次打开时显示公钥指纹。请与下面印的逐组比对：全部相同再使用；有一组不同，请不要使用，并打电话告诉寄件单位。",
            "When the call kit is first opened at a desk, it shows the fingerprints of the keys in it. Compare them with those below, group by group. Use the kit only if all are the same; if one group differs, "
                + "do not use it, and telephone its sender."), compared, List.of("本页请与征集包分开寄送或当面交付。Send this sheet apart from the kit, or hand it over in person."));
    }

    private static Notice.Compared compared(String whose, PublicKeys card) {
        return new Notice.Compared(whose + "　" + card.holder(), card.fingerprint().grouped());
    }
}
