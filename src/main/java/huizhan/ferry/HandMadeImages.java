package huizhan.ferry;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import huizhan.audit.Audit;
import huizhan.database.Jobs;
import huizhan.disc.Tree;
import huizhan.ferry.HandMadeDiscs.Guessed;
import huizhan.folder.Sorting.Named;
import huizhan.kernel.Actor;
import huizhan.media.Farewell;
import huizhan.media.MediaBatch;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.media.VirusCheck;
import huizhan.media.VirusFault;
import huizhan.opening.OpenCall;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A disc made by hand that comes as an image (B25): its files are taken out in the background, all of them or none, and lie there as if
 * its folder had been chosen. The image itself goes as soon as that is done, or can't be done; what was wrong is said until somebody
 * has read it.
 */
@Component
class HandMadeImages {
    static final TaskDescriptor<Void> UNPACK = TaskDescriptor.of("hand-made-unpack");
    /** The fault of one that stays: the virus check doesn't answer. */
    static final String HELD = "held";
    private final HandMadeSql sql;
    private final HandMadeDiscs discs;
    private final HandMadeNames names;
    private final MediaFiles media;
    private final OpenCall open;
    private final Desk desk;
    private final VirusCheck virus;
    private final long floor;
    private final ReentrantLock unpacking = new ReentrantLock();

    /** What is written down, and what is done later. */
    @Component("handMadeImageDesk")
    record Desk(Audit audit, TransactionTemplate transaction, Farewell farewell, ObjectProvider<Jobs> jobs) {}

    /** @param floor bytes that stay free on the disk, as for uploads */
    HandMadeImages(HandMadeSql sql, HandMadeDiscs discs, HandMadeNames names, MediaFiles media, OpenCall open, Desk desk, VirusCheck virus,
            @Value("${huizhan.uploads.floor:1073741824}") long floor) {
        this.sql = sql;
        this.discs = discs;
        this.names = names;
        this.media = media;
        this.open = open;
        this.desk = desk;
        this.virus = virus;
        this.floor = floor;
    }

    /** A disc and an image of it, as the job is called. */
    record Which(UUID disc, UUID image) {
        static Which of(String instance) {
            int colon = instance.indexOf(':');
            return new Which(UUID.fromString(instance.substring(0, colon)), UUID.fromString(instance.substring(colon + 1)));
        }

        @Override public String toString() {
            return disc + ":" + image;
        }
    }

    /** Part of a transaction that holds the disc. */
    void came(UUID disc, UUID file) {
        sql.image(disc, file);
        desk.jobs().getObject().soon(UNPACK.instance(new Which(disc, file).toString()).build());
    }

    /**
     * The job; a kill in the middle leaves nothing of it, and it begins anew.
     *
     * @return false where it is to come again: another image is being read, or the virus check doesn't answer
     */
    boolean unpack(Which which) throws IOException {
        if (!unpacking.tryLock()) return false;
        try {
            var image = media.find(which.image());
            if (image.isEmpty() || !waits(which)) return true;
            if (!virus.mayPass()) {
                desk.transaction().executeWithoutResult(status -> sql.held(which.disc(), which.image()));
                return false;
            }
            taken(which, image.get()).ifPresent(fault -> refused(which, fault, ""));
            return true;
        } catch (VirusFault no) {
            if (no.infected() || no.tooLarge()) {
                refused(which, no.infected() ? "infected" : "large", no.virus());
                return true;
            }
            desk.transaction().executeWithoutResult(status -> sql.held(which.disc(), which.image()));
            return false;
        } finally {
            unpacking.unlock();
        }
    }

    /** The job has failed for good. */
    void failed(Which which) {
        refused(which, "failed", "");
    }

    private boolean waits(Which which) {
        return sql.find(open.call().id(), which.disc()).filter(disc -> HandMadeDiscs.over(disc).isEmpty()).isPresent() && sql.images(which.disc()).contains(which.image());
    }

    private void refused(Which which, String fault, String why) {
        desk.transaction().executeWithoutResult(status -> {
            if (!sql.fault(which.disc(), which.image(), fault)) return;
            desk.farewell().file(which.image());
            desk.audit().refused(Actor.program(), "hand-made.unpacked", HandMadeDiscs.subject(which.disc()), Map.of("fault", fault, "why", why));
        });
    }

    /** @return what keeps its files from being taken out */
    private Optional<String> taken(Which which, StoredFile stored) throws IOException {
        try (var image = HandMadeImage.open(media.path(stored))) {
            if (image.tooMany()) return Optional.of("many");
            var there = sql.files(which.disc()).stream().map(each -> new Named(each.path(), each.size())).toList();
            var root = HandMadeNames.root(stored.originalName(), there, image.files());
            var refusal = names.refusal(HandMadeNames.below(root, image.files())).or(() -> names.refusal(image.otherNames()));
            if (refusal.isPresent()) return refusal.map(HandMadeNames.Refusal::code);
            if (!image.defects().isEmpty()) {
                refused(which, "damaged", image.defects());
                return Optional.empty();
            }
            if (image.files().isEmpty()) return Optional.of("empty");
            if (Files.getFileStore(media.path(stored)).getUsableSpace() - image.size() < floor) return Optional.of("room");
            return stored(which, image, root);
        } catch (Tree.Unreadable e) {
            return Optional.of("none");
        }
    }

    private Optional<String> stored(Which which, HandMadeImage image, String root) throws IOException {
        var guessed = HandMadeDiscs.guessed(HandMadeNames.below(root, image.files()));
        try (var batch = media.batch()) {
            var come = new LinkedHashMap<String, UUID>();
            for (var file : image.files()) {
                var digest = image.digest(file);
                if (digest.isEmpty()) return Optional.of("damaged");
                try (var in = image.in(file)) {
                    come.put(root + "/" + file.path(), batch.put(file.path().substring(file.path().lastIndexOf('/') + 1), digest.get(), in).id());
                }
            }
            batch.record(Actor.program(), () -> placed(which, guessed, come));
            return Optional.empty();
        } catch (MediaBatch.Changed e) {
            return Optional.of("damaged");
        }
    }

    /** Part of the transaction that records the files. */
    private boolean placed(Which which, Guessed guessed, Map<String, UUID> come) {
        if (!sql.hold(which.disc()) || !waits(which) || !sql.unpacked(which.disc(), which.image())) {
            come.values().forEach(desk.farewell()::file);
            return false;
        }
        discs.came(Actor.program(), which.disc(), guessed, come);
        desk.farewell().file(which.image());
        desk.audit().record(Actor.program(), "hand-made.unpacked", HandMadeDiscs.subject(which.disc()), Map.of("files", come.size()));
        return true;
    }

    /** After a stop: each that still waits has its job. */
    void again() {
        sql.waitingImages().forEach(each -> desk.jobs().getObject().soon(UNPACK.instance(each.toString()).build()));
    }

    /** What was wrong has been read. */
    void read(Actor me, UUID disc) {
        forget(me, disc, "hand-made.images-read", () -> sql.forgetFaults(disc));
    }

    /** Images whose files are still being taken out aren't waited for any more. */
    void stop(Actor me, UUID disc) {
        forget(me, disc, "hand-made.images-removed", () -> {
            sql.images(disc).forEach(desk.farewell()::file);
            sql.forgetImages(disc);
        });
    }

    private void forget(Actor me, UUID disc, String what, Runnable work) {
        discs.find(disc);
        desk.transaction().executeWithoutResult(status -> {
            if (!sql.hold(disc)) return;
            work.run();
            desk.audit().record(me, what, HandMadeDiscs.subject(disc), Map.of());
        });
    }
}
