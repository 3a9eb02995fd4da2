package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking for a sign-off's disc images, and fetching them. */
@Controller
class DiscPages {
    private final Receipts receipts;
    private final Discs discs;

    DiscPages(Receipts receipts, Discs discs) {
        this.receipts = receipts;
        this.discs = discs;
    }

    @PostMapping("/nomination/receipts/{revision}/disc")
    String make(Actor me, @PathVariable("revision") UUID revision) {
        if (!receipts.of(me, revision).signature().holds()) {
            throw new Faults.NotThere();
        }
        discs.make(me, revision);
        return "redirect:/nomination/receipts/" + revision + "#s-disc";
    }

    /** The piece of the receipt's page that waits for the images. */
    @GetMapping("/nomination/receipts/{revision}/disc")
    String state(Actor me, @PathVariable("revision") UUID revision, Model model) {
        var signed = receipts.of(me, revision);
        model.addAttribute("page", new ReceiptPages.Page(receipts.receipt(signed), discs.state(revision), me.isAny(Role.DRAFTER, Role.APPROVER)));
        return "nomination/receipt :: disc";
    }

    /** One image, with ranges, so that a broken download goes on. */
    @GetMapping("/nomination/receipts/{revision}/discs/{number}")
    ResponseEntity<Resource> image(Actor me, @PathVariable("revision") UUID revision, @PathVariable("number") int number) {
        receipts.of(me, revision);
        var file = discs.file(revision, number).orElseThrow(Faults.NotThere::new);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(CacheControl.noStore())
            .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"").header("X-Content-Type-Options", "nosniff")
            .body(new FileSystemResource(file));
    }
}
