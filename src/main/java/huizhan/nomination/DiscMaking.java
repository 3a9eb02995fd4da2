package huizhan.nomination;

import huizhan.disc.Capacity;
import huizhan.disc.Defect;
import huizhan.documents.Papers;
import huizhan.folder.Counted;
import huizhan.folder.DiscImages;
import huizhan.folder.DiscPlan;
import huizhan.folder.SealedLabels;
import huizhan.folder.FileSource;
import huizhan.kernel.Clocks;
import huizhan.kernel.Lang;
import huizhan.keys.PrivateKeys;
import huizhan.media.MediaFiles;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.web.Dates;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a sign-off's discs in the background; may be run again after a stop, as its images appear only when they are whole. */
@Component
public class DiscMaking {
    private static final Logger LOG = LoggerFactory.getLogger(DiscMaking.class);
    private final NominationSql sql;
    private final DiscSql images;
    private final Contents contents;
    private final Discs discs;
    private final Studio studio;

    /** What is written with, and when. */
    @Component
    record Studio(Nominations nominations, Departments departments, MediaFiles media, Papers papers, Clocks clocks, TransactionTemplate transaction) {}

    DiscMaking(NominationSql sql, DiscSql images, Contents contents, Discs discs, Studio studio) {
        this.sql = sql;
        this.images = images;
        this.contents = contents;
        this.discs = discs;
        this.studio = studio;
    }

    /** A full disk or another refusal is told on the receipt's page, and not tried again by itself. */
    void make(UUID revision) {
        var department = sql.department(revision).orElseThrow();
        var before = sql.content(department, revision);
        var content = contents.frozen(department, revision);
        try {
            var result = write(content, code(department), discs.folder(revision), Capacity.DVD);
            if (!result.defects().isEmpty()) {
                discs.failed(revision, result.defects().stream().map(DiscMaking::line).collect(Collectors.joining(" ")));
                return;
            }
            var rows = result.images().stream().map(each -> new DiscSql.Image(each.number(), each.count(), each.path().getFileName().toString(),
                each.bytes(), each.digest().hex())).toList();
            boolean stands = Boolean.TRUE.equals(studio.transaction().execute(status -> {
                // an achievement that was erased while they were written is on them
                if (!sql.content(department, revision).equals(before)) return false;
                images.replace(revision, rows, studio.clocks().business().instant());
                return true;
            }));
            if (!stands) {
                discs.remove(revision);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("the discs of revision {} were not made", revision, e);
            discs.failed(revision, String.valueOf(e.getMessage()));
        }
    }

    /** What became of a sign-off's discs. */
    public record Written(String receipt, DiscImages.Result result) {}

    /**
     * Writes the discs of the sign-offs that hold, of one nomination or of all, into a folder for each receipt.
     *
     * @param nomination one alone; empty for all
     */
    public List<Written> write(Optional<UUID> nomination, Path out, Capacity capacity) throws IOException {
        var written = new ArrayList<Written>();
        for (var held : sql.held(studio.nominations().call().id())) {
            if (nomination.map(sql.nomination(held.revision())::equals).orElse(true)) {
                var content = contents.frozen(held.department(), held.revision());
                written.add(new Written(held.receipt(), write(content, code(held.department()), out.resolve(held.receipt()), capacity)));
            }
        }
        return written;
    }

    /** What goes by post: everybody can read these discs, so that nothing is on them that is not public (A4). */
    private DiscImages.Result write(Content content, String code, Path folder, Capacity capacity) throws IOException {
        return DiscImages.write(volumes(Halves.open(content), wish(capacity, code)), folder, capacity, studio.clocks().business());
    }

    /** What goes sealed, with its labels. */
    DiscImages.Result sealed(Content content, DiscImages.Handing handing, Path folder, Capacity capacity) throws IOException {
        var volumes = volumes(Halves.sealed(content), wish(handing.room(capacity), handing.department()));
        var result = DiscImages.write(volumes, handing, folder, capacity, studio.clocks().business());
        SealedLabels.write(result.images(), handing, volumes.items(), wish(capacity, handing.department()), studio.nominations().call(), studio.papers());
        return result;
    }

    /** A file is larger than a disc. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(DiscPlan.TooLarge large) {
            super(large.path() + " has " + large.size() + " bytes, more than one disc takes; fits: " + large.fitting().map(Capacity::name).orElse("none"));
        }
    }

    /**
     * The images of one sign-off as a ferry carries them: what is public, signed, and the same to the last bit whenever they are written (C1).
     *
     * @param code  of the department
     * @param clock dates everything on them
     * @param read  told of each run of bytes that was read
     * @throws TooLarge where a file doesn't fit
     */
    public DiscImages.Result ferried(Content content, String code, PrivateKeys signer, Path folder, Capacity capacity, Clock clock, LongConsumer read) throws IOException {
        var wish = new DiscPlan.Wish(capacity, false, Dates.dayOf(clock.instant()), code);
        var open = Halves.open(content);
        var outcome = DiscPlan.of(open.material(), studio.nominations().call(), Counted.source(source(open), read), wish, studio.papers());
        if (outcome instanceof DiscPlan.TooLarge large) throw new TooLarge(large);
        return DiscImages.write((DiscPlan.Volumes) outcome, new DiscImages.Handing(Optional.empty(), "", content.material().id().orElseThrow(), Optional.of(signer)), folder, capacity, clock);
    }

    Instant now() {
        return studio.clocks().business().instant();
    }

    private String code(UUID department) {
        return studio.departments().find(department).map(Department::code).orElse("");
    }

    private DiscPlan.Wish wish(Capacity capacity, String code) {
        return new DiscPlan.Wish(capacity, false, Dates.dayOf(now()), code);
    }

    private DiscPlan.Volumes volumes(Content content, DiscPlan.Wish wish) throws IOException {
        var outcome = DiscPlan.of(content.material(), studio.nominations().call(), source(content), wish, studio.papers());
        if (outcome instanceof DiscPlan.TooLarge large) {
            throw new TooLarge(large);
        }
        return (DiscPlan.Volumes) outcome;
    }

    private static String line(Defect defect) {
        return defect.line(Lang.ZH);
    }

    private FileSource source(Content content) {
        return new FileSource() {
            @Override public ReadableByteChannel open(String path) throws IOException {
                return FileChannel.open(file(path), StandardOpenOption.READ);
            }

            @Override public Optional<Path> onDisk(String path) {
                return Optional.ofNullable(content.files().get(path)).map(studio.media()::path);
            }

            private Path file(String path) throws IOException {
                return onDisk(path).orElseThrow(() -> new NoSuchFileException(path));
            }
        };
    }
}
