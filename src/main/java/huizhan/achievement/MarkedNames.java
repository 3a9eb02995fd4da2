package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.folder.Sorting;
import huizhan.folder.Sorting.Why;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.media.NameCheck;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** No file comes whose name bears a secrecy mark, and on the open network none whose name says that it isn't public (A4). */
@Component
class MarkedNames implements NameCheck {
    private static final Text SECRET = new Text("文件名带有密级标志，本系统不接收，什么都没有保存。请按保密规定处理；名称有误的，改名后再传。",
        "The file's name bears a secrecy mark. This system doesn't take it, and nothing was kept. Treat it as the rules of secrecy say; rename it first if the name is mistaken.");
    private static final Text NOT_PUBLIC = new Text("文件名标明非公开，公开网服务器不接收，什么都没有保存。请在本机工作台填写，经规定渠道报送；名称有误的，改名后再传。",
        "The file's name says that it isn't public. A server on the open network doesn't take it, and nothing was kept. Fill it in at a desk and hand it in by the prescribed channel; rename it first if the name is mistaken.");
    private final Zone zone;
    private final Audit audit;

    MarkedNames(Zone zone, Audit audit) {
        this.zone = zone;
        this.audit = audit;
    }

    @Override public Optional<Text> refusal(Actor me, String slot, String filename) {
        var why = Sorting.marked(filename).filter(each -> each == Why.SECRET || !zone.mayHold(Disclosure.NON_PUBLIC));
        why.ifPresent(each -> audit.refused(me, "upload.begun", "account:" + me.account(), Map.of("reason", each == Why.SECRET ? "a secrecy mark in the name" : "not public by its name")));
        return why.map(each -> each == Why.SECRET ? SECRET : NOT_PUBLIC);
    }
}
