package huizhan.stamped;

import huizhan.achievement.Achievements;
import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.media.UploadTarget;
import huizhan.opening.OpenCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where scans of stamped papers arrive: {@code nomination:stamped:PAPER:ACHIEVEMENT}, a dash for no achievement. */
@Component
class StampedUpload implements UploadTarget {
    static final String SLOT = "nomination:stamped:";
    static final String ACCEPT = "application/pdf,image/jpeg,image/png,image/tiff,.pdf,.jpg,.jpeg,.png,.tif,.tiff";
    private static final List<String> EXTENSIONS = List.of("pdf", "jpg", "jpeg", "jpe", "png", "tif", "tiff");
    private static final List<String> FORMATS = List.of("jpeg", "png", "tiff");
    private static final String PDF = "%PDF-";
    private static final Text WRONG_KIND = new Text("扫描件请用 PDF、JPEG、PNG 或 TIFF 文件。", "Send the scan as PDF, JPEG, PNG or TIFF.");
    private final Stampings stampings;
    private final ReceivedStacks received;
    private final StampedSql sql;
    private final Achievements achievements;
    private final MediaFiles media;
    private final OpenCall open;

    StampedUpload(Stampings stampings, ReceivedStacks received, StampedSql sql, Achievements achievements, MediaFiles media, OpenCall open) {
        this.stampings = stampings;
        this.received = received;
        this.sql = sql;
        this.achievements = achievements;
        this.media = media;
        this.open = open;
    }

    static String slot(Paper paper) {
        return SLOT + paper.kind().code() + ":" + paper.item();
    }

    private static Optional<Paper> paper(String slot) {
        var parts = slot.startsWith(SLOT) ? slot.substring(SLOT.length()).split(":", -1) : new String[0];
        return parts.length == 2 ? Paper.of(parts[0], parts[1]) : Optional.empty();
    }

    @Override public boolean knows(Actor me, String slot) {
        return files(me) && paper(slot).filter(each -> stampings.isDue(me.owner(), each)).isPresent();
    }

    private static boolean files(Actor me) {
        return me.isAny(Role.DRAFTER, Role.APPROVER) && me.department().isPresent();
    }

    /** A name without an extension is let through: what the file is, its bytes say. */
    @Override public Optional<Text> refusal(Actor me, String slot, String filename, long size) {
        int dot = filename.lastIndexOf('.');
        var fits = dot < 0 || EXTENSIONS.contains(filename.substring(dot + 1).toLowerCase(Locale.ROOT));
        return stampings.late(me).or(() -> fits ? Optional.empty() : Optional.of(WRONG_KIND));
    }

    @Override public Optional<Text> arrived(Actor me, String slot, StoredFile file) {
        return isScan(file) ? stampings.arrived(me, paper(slot).orElseThrow(), file) : Optional.of(WRONG_KIND);
    }

    private boolean isScan(StoredFile file) {
        return file.facts().picture().filter(each -> !each.broken() && FORMATS.contains(each.format())).isPresent() || beginsAsPdf(file);
    }

    private boolean beginsAsPdf(StoredFile file) {
        try (var in = Files.newInputStream(media.path(file))) {
            return new String(in.readNBytes(PDF.length()), StandardCharsets.ISO_8859_1).equals(PDF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The department all that ever came, a unit what is of its own achievement, the organizer what counts of what was signed off. */
    @Override public boolean mayRead(Actor me, UUID file) {
        var places = sql.places(open.call().id(), file);
        return places.stream().anyMatch(each -> files(me) && each.department().equals(me.owner())
            || me.unit().isPresent() && each.achievement().filter(id -> achievements.seen(me, id)).isPresent()
            || me.is(Role.ORGANIZER) && received.shows(each.department(), file));
    }
}
