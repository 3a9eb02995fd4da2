package huizhan.nomination;

import huizhan.documents.Disc;
import huizhan.documents.PaperFormat;
import huizhan.documents.Papers;
import huizhan.documents.Parcel;
import huizhan.folder.PaperSet;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.nomination.Receipts.Signed;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a nomination, of the list as it stands or as it was signed off (A12, A16, B2, B8, B17). */
@Controller
class PaperPages {
    private static final String LIST = "summary";
    private final Nominations nominations;
    private final Contents contents;
    private final Receipts receipts;
    private final SignOffPapers printing;
    private final Papers papers;
    private final Discs discs;

    PaperPages(Nominations nominations, Contents contents, Receipts receipts, SignOffPapers printing, Papers papers, Discs discs) {
        this.discs = discs;
        this.nominations = nominations;
        this.contents = contents;
        this.receipts = receipts;
        this.printing = printing;
        this.papers = papers;
    }

    /** The summary table as it would be now; its foot says that it is a draft. */
    @GetMapping("/nomination/papers/{name}")
    ResponseEntity<byte[]> draft(Actor me, @PathVariable("name") String name) {
        return paper(printing.draft(contents.of(nominations.of(me.owner()))), name);
    }

    @GetMapping("/nomination/receipts/{revision}/qr.png")
    ResponseEntity<byte[]> qr(Actor me, @PathVariable("revision") UUID revision) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(CacheControl.noStore())
            .body(papers.qr(LIST, SignOffPapers.mark(receipts.of(me, revision))));
    }

    @GetMapping("/nomination/receipts/{revision}/{name}")
    ResponseEntity<byte[]> paper(Actor me, Lang lang, @PathVariable("revision") UUID revision, @PathVariable("name") String name) {
        var signed = receipts.of(me, revision);
        return switch (name) {
            case "receipt.pdf" -> sent(name, papers.receipt(Sheet.of(receipts.receipt(signed), SignOffPapers.mark(signed), lang), nominations.call(), lang));
            case "parcel.pdf" -> sent(name, papers.parcelLabel(parcel(signed), nominations.call()));
            default -> paper(signed.content(), SignOffPapers.foot(signed), SignOffPapers.day(signed), name);
        };
    }

    /** The label of one disc, once its image is made: it bears that disc's own name and number. */
    @GetMapping("/nomination/receipts/{revision}/discs/{number}/label.pdf")
    ResponseEntity<byte[]> label(Actor me, @PathVariable("revision") UUID revision, @PathVariable("number") int number) {
        var signed = receipts.of(me, revision);
        var image = discs.state(revision).images().stream().filter(each -> each.number() == number).findFirst().orElseThrow(Faults.NotThere::new);
        return sent("disc-" + number + ".pdf", papers.discLabel(disc(signed, image), nominations.call()));
    }

    @GetMapping("/nomination/receipts/{revision}/{rank}/{name}")
    ResponseEntity<byte[]> paper(Actor me, @PathVariable("revision") UUID revision, @PathVariable("rank") int rank, @PathVariable("name") String name) {
        var signed = receipts.of(me, revision);
        return paper(signed.content(), List.of(), SignOffPapers.day(signed), huizhan.material.Achievement.folder(rank) + "/" + name);
    }

    private ResponseEntity<byte[]> paper(Content content, List<String> foot, LocalDate day, String path) {
        return paper(printing.set(content, foot, day), path);
    }

    private static ResponseEntity<byte[]> paper(PaperSet papers, String path) {
        var paper = papers.named(path).orElseThrow(Faults.NotThere::new);
        return sent(path.replace("/", "-"), paper.bytes());
    }

    private static ResponseEntity<byte[]> sent(String name, byte[] bytes) {
        var type = PaperFormat.ofFile(name).map(PaperFormat::mediaType).map(MediaType::parseMediaType).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return ResponseEntity.ok().contentType(type)
            .header("Content-Disposition", "attachment; filename=\"" + name + "\"").header("X-Content-Type-Options", "nosniff")
            .cacheControl(CacheControl.noStore()).body(bytes);
    }

    private static Parcel parcel(Signed signed) {
        var head = signed.content().material().department();
        int open = told(signed);
        var lines = new ArrayList<>(List.of("成果推荐汇总表 1 份", "文字说明 " + open + " 份", "展板信息登记表 " + open + " 份", "光盘"));
        return new Parcel(SignOffPapers.mark(signed), head.text("name"), head.text("contact"), head.text("telephone"), "公开类材料 · 邮寄或快递", lines);
    }

    /** As the disc itself is called. */
    private static String volume(Signed signed, DiscSql.Image image) {
        var id = signed.content().material().id().orElseThrow().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        return "HZ_" + id + (image.of() > 1 ? "_%02d".formatted(image.number()) : "");
    }

    private static int told(Signed signed) {
        return (int) signed.content().material().achievements().stream().filter(each -> !each.stub()).count();
    }

    private static Disc disc(Signed signed, DiscSql.Image image) {
        var name = signed.content().material().department().text("name");
        return new Disc(SignOffPapers.mark(signed), name, volume(signed, image), image.number(), image.of(), Dates.day(Lang.ZH, signed.signature().at()), "公开",
            List.of("成果 " + told(signed) + " 项", "图片、视频、表格、清单"), false);
    }
}
