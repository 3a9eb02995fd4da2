package huizhan.documents;

import static huizhan.documents.PaperFixtures.CALL;
import static huizhan.documents.PaperFixtures.PAPERS;
import static huizhan.documents.PaperFixtures.aBoardForm;
import static huizhan.documents.PaperFixtures.aReceipt;
import static huizhan.documents.PaperFixtures.mark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.documents.PaperProof.Claim;
import huizhan.documents.PaperProof.Unreadable;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperProofTest {
    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] board() {
        return PAPERS.pdf(CALL.form("board-form"), aBoardForm(), CALL);
    }

    private static PaperCode code(String form) {
        return PaperCode.of("huizhan:1:" + form + ":" + mark("x").document() + ":" + Sha256.of(form.equals("receipt") ? "receipt" : "board").hex()).orElseThrow();
    }

    private static List<Claim> claims(Receipt receipt) {
        var claims = new ArrayList<>(List.of(new Claim("", "", new Sha256(receipt.mark().digest()))));
        for (var document : receipt.documents()) {
            var flat = PaperReader.flat(document.name());
            if (!document.digest().isEmpty()) {
                claims.add(new Claim(flat, "", new Sha256(document.digest())));
            }
            document.fields().forEach(each -> claims.add(new Claim(flat, each.name(), new Sha256(each.value()))));
            document.files().forEach(each -> claims.add(new Claim(flat, each.name(), new Sha256(each.value()))));
        }
        return claims;
    }

    private static List<Claim> flat(List<Claim> claims) {
        return claims.stream().map(each -> new Claim(PaperReader.flat(each.document()), PaperReader.flat(each.label()), each.digest())).toList();
    }

    @Test void every_digest_of_a_receipt_of_many_pages_is_read_with_its_place_in_both_languages() throws Exception {
        for (var lang : Lang.values()) {
            var proof = PaperProof.read(file("r.pdf", PAPERS.receipt(aReceipt(40), CALL, lang)));
            assertThat(proof.code()).isEqualTo(code("receipt"));
            assertThat(flat(proof.claims())).isEqualTo(flat(claims(aReceipt(40)))).hasSize(121);
        }
    }

    @Test void a_label_of_many_lines_and_a_document_without_a_digest_do_not_shift_what_follows() throws Exception {
        var fields = List.of(new Receipt.Item("项目起始时间及完成情况：研究目的、方法与主要结论以及其他需要说明的事项 dead beef", Sha256.of("a").hex()));
        var files = List.of(new Receipt.Item("01/pictures/a-very-long-name-that-no-cell-can-hold-in-one-line.jpg（5,200,000 字节）", Sha256.of("b").hex()));
        var receipt = new Receipt(mark("receipt"), "O-11-0001-K", List.of(), List.of(new Receipt.Document("1. 非公开", "", List.of(), List.of()),
                new Receipt.Document("2. " + "很长的成果名称".repeat(12) + " · 展板信息登记表", Sha256.of("c").hex(), fields, files)));
        assertThat(flat(PaperProof.read(file("r.pdf", PAPERS.receipt(receipt, CALL, Lang.ZH))).claims())).isEqualTo(flat(claims(receipt)));
    }

    @Test void a_form_has_its_code_and_no_claims_in_print_and_a_scan_of_it_is_as_good() throws Exception {
        var pdf = PaperProof.read(file("b.pdf", board()));
        assertThat(pdf).isEqualTo(PaperProof.of(code("board-form")));
        try (var document = Loader.loadPDF(board()); var scan = new PDDocument()) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 300);
            ImageIO.write(image, "jpg", folder.resolve("scan.jpg").toFile());
            var page = new PDPage();
            scan.addPage(page);
            try (var content = new PDPageContentStream(scan, page)) {
                content.drawImage(LosslessFactory.createFromImage(scan, image), 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
            }
            scan.save(folder.resolve("scan.pdf").toFile());
        }
        assertThat(PaperProof.read(folder.resolve("scan.jpg"))).isEqualTo(pdf);
        assertThat(PaperProof.read(folder.resolve("scan.pdf"))).isEqualTo(pdf);
    }

    @Test void pages_of_different_papers_in_one_file_are_refused() throws Exception {
        var merger = new PDFMergerUtility();
        merger.addSource(file("a.pdf", board()).toFile());
        merger.addSource(file("b.pdf", PAPERS.receipt(aReceipt(1), CALL, Lang.ZH)).toFile());
        merger.setDestinationFileName(folder.resolve("both.pdf").toString());
        merger.mergeDocuments(null);
        refused(folder.resolve("both.pdf"), "各页的二维码不是同一份文件的");
    }

    @Test void what_is_no_paper_is_refused_with_a_way_out() throws Exception {
        refused(file("blank.pdf", PAPERS.pdf(CALL.form("board-form"), FormValues.blank(), CALL)), "没有找到本系统的二维码");
        refused(file("cut.pdf", java.util.Arrays.copyOf(board(), 900)), "已损坏");
        refused(file("note.txt", "text".getBytes(java.nio.charset.StandardCharsets.UTF_8)), "既不是 PDF");
        refused(file("empty.png", new byte[0]), "既不是 PDF");
        try (var document = Loader.loadPDF(board()); var out = new ByteArrayOutputStream()) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            refused(file("locked.pdf", out.toByteArray()), "加了密码");
        }
        assertThatThrownBy(() -> PaperProof.read(folder.resolve("none.pdf"))).isInstanceOf(NoSuchFileException.class);
    }

    private static void refused(Path file, String why) {
        assertThatThrownBy(() -> PaperProof.read(file)).isInstanceOfSatisfying(Unreadable.class, no -> {
            assertThat(no.reason().zh()).contains(why);
            assertThat(no.reason().en()).isNotBlank();
        });
    }

    @Test void only_a_whole_code_is_one() {
        var text = code("receipt").toString();
        assertThat(PaperCode.of(" " + text + "\n")).contains(code("receipt"));
        assertThat(PaperCode.of(text.substring(1))).isEmpty();
        assertThat(PaperCode.of(text.substring(0, text.length() - 1))).isEmpty();
        assertThat(PaperCode.of(text + "0")).isEmpty();
        assertThat(PaperCode.of(text.replace(":1:", ":2:"))).isEmpty();
    }
}
