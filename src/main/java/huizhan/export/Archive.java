package huizhan.export;

import huizhan.kernel.Actor;
import huizhan.material.CanonicalJson;
import huizhan.material.NominationWriter;
import huizhan.media.MediaFiles;
import huizhan.nomination.SignOffPapers;
import huizhan.opening.OpenCall;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything in one ZIP, made while it is sent: never whole in memory nor on the disk. The same sign-offs give the same entries in the same order. */
@Component
class Archive {
    private static final List<String> FORMATS = List.of(".pdf", ".docx");
    private final OpenCall open;
    private final SignOffPapers papers;
    private final MediaFiles media;

    Archive(OpenCall open, SignOffPapers papers, MediaFiles media) {
        this.open = open;
        this.papers = papers;
        this.media = media;
    }

    /** @param list the spreadsheet that goes on top */
    record Order(Actor me, List<Share> shares, boolean originals, ArchiveNames names, byte[] list) {}

    /**
     * Writes the archive; the stream stays open.
     *
     * @throws IOException also where an original is no longer what was signed off: the archive then has no end, and no program opens it
     */
    void write(Order order, OutputStream out) throws IOException {
        var zip = new Zip(out);
        var newest = order.shares().stream().map(Share::time).max(LocalDateTime::compareTo).orElseThrow();
        zip.made(order.names().paper("list.xlsx"), newest, order.list());
        for (var share : order.shares()) {
            write(order, share, zip);
        }
        zip.end();
    }

    private void write(Order order, Share share, Zip zip) throws IOException {
        var folder = order.names().folder(share);
        var printed = papers.of(order.me(), share.standing().revision());
        zip.made(folder + "nomination.json", share.time(),
            CanonicalJson.of(NominationWriter.tree(share.material(), open.call())).getBytes(StandardCharsets.UTF_8));
        // receipt and annex 1 name every line: of a part they would tell what the filter left out
        if (share.whole()) {
            zip.made(folder + order.names().paper("receipt.pdf"), share.time(), printed.receipt());
            papers(order, share, "summary", printed, zip);
        }
        for (var achievement : share.achievements()) {
            if (!achievement.stub()) {
                papers(order, share, achievement.folder() + "/board-form", printed, zip);
                papers(order, share, achievement.folder() + "/statement", printed, zip);
            }
        }
        if (order.originals()) {
            for (var original : share.originals()) {
                zip.stored(folder + original.path(), share.time(), media.path(original.file()), original.file());
            }
        }
    }

    private static void papers(Order order, Share share, String stem, SignOffPapers.Printed printed, Zip zip) throws IOException {
        for (var format : FORMATS) {
            var paper = printed.named(stem + format);
            if (paper.isPresent()) {
                zip.made(order.names().folder(share) + order.names().paper(stem + format), share.time(), paper.get());
            }
        }
    }
}
