package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.organization.Departments;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipt on the screen, with the way to its papers and its disc. */
@Controller
class ReceiptPages {
    static final String HOME = "/nomination/receipts";
    private final Receipts receipts;
    private final Discs discs;
    private final ToDos toDos;
    private final Departments departments;

    ReceiptPages(Receipts receipts, Discs discs, ToDos toDos, Departments departments) {
        this.departments = departments;
        this.receipts = receipts;
        this.discs = discs;
        this.toDos = toDos;
    }

    /** {@code templates/nomination/receipt.html}. */
    record Page(Receipt receipt, Discs.State disc, boolean mine) {}

    @GetMapping(HOME + "/{revision}")
    String receipt(Actor me, @PathVariable("revision") UUID revision, Model model) {
        var signed = receipts.of(me, revision);
        boolean mine = me.isAny(Role.DRAFTER, Role.APPROVER);
        model.addAttribute("page", new Page(receipts.receipt(signed), discs.state(revision), mine));
        model.addAttribute("department", departments.nameOf(signed.department()).map(Text::en).orElse(""));
        model.addAttribute("toDos", mine && signed.signature().holds() ? toDos.of(me.owner()) : List.of());
        return "nomination/receipt";
    }
}
