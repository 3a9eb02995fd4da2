package huizhan.ferry;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import huizhan.audit.Audit;
import huizhan.database.Jobs;
import huizhan.disc.Tree;
import huizhan.folder.Sorting.Named;
import huizhan.kernel.Actor;
import huizhan.media.Farewell;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.media.VirusFault;
import huizhan.opening.OpenCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A disc made by hand that comes as an image: its files are taken out in the background, as if they had been sent one by one (B25). */
@Component
class HandMadeImages {
    static final TaskDescriptor<Void> UNPACK = TaskDescriptor.of("hand-made-unpack");
    private static final Logger LOG = LoggerFactory.getLogger(HandMadeImages.class);
    private final HandMadeSql sql;
    private final HandMadeDiscs discs;
    private final MediaFiles media;
    private final OpenCall open;
    private final Desk desk;

    /** What is written down, and what is done later. */
    @Component("handMadeImageDesk")
    record Desk(Audit audit, TransactionTemplate transaction, Farewell farewell, ObjectProvider<Jobs> jobs) {}

    HandMadeImages(HandMadeSql sql, HandMadeDiscs discs, MediaFiles media, OpenCall open, Desk desk) {
        this.sql = sql;
        this.discs = discs;
        this.media = media;
        this.open = open;
        this.desk = desk;
    }

    /** Part of a transaction: an image came. */
    void came(UUID disc, UUID file) {
        sql.find(open.call().id(), disc).flatMap(HandMadeSql.Disc::image).ifPresent(desk.farewell()::file);
        sql.image(disc, file);
        desk.jobs().getObject().first(UNPACK.instance(disc + ":" + file).build());
    }

    /** The job; run again, it goes on with what hasn't come out yet. */
    void unpack(String instance) {
        var id = UUID.fromString(instance.substring(0, instance.indexOf(':')));
        var file = UUID.fromString(instance.substring(instance.indexOf(':') + 1));
        var image = media.find(file).filter(any -> waits(id, file));
        if (image.isEmpty()) return;
        var fault = taken(id, image.get());
        desk.transaction().executeWithoutResult(status -> {
            if (!sql.unpacked(id, file, fault)) return;
            desk.farewell().file(file);
            desk.audit().record(Actor.program(), "hand-made.unpacked", "hand-made:" + id, Map.of("fault", fault, "files", sql.files(id).size()));
        });
    }

    private boolean waits(UUID id, UUID file) {
        return sql.find(open.call().id(), id).filter(disc -> disc.taken().isEmpty() && disc.misplaced().isEmpty() && disc.image().filter(file::equals).isPresent()).isPresent();
    }

    /** @return what was wrong, the end of the key of its word; empty for nothing */
    private String taken(UUID id, StoredFile image) {
        try (var tree = Tree.open(media.path(image))) {
            var announced = discs.announce(Actor.program(), id, tree.files().stream().map(each -> new Named(each.path(), each.size())).toList());
            if (announced.refusal().isPresent()) return "refused";
            boolean whole = true;
            for (var each : tree.files()) whole &= taken(id, tree, each);
            return tree.files().isEmpty() ? "empty" : whole && tree.defects().isEmpty() ? "" : "part";
        } catch (Tree.Unreadable e) {
            return "none";
        } catch (IOException e) {
            LOG.warn("an image of a disc made by hand can't be read", e);
            return "part";
        }
    }

    /** @return false where it can't be read, or a virus check doesn't let it pass */
    private boolean taken(UUID id, Tree tree, Tree.Entry entry) throws IOException {
        var path = HandMadeDiscs.clean(entry.path());
        var row = sql.files(id).stream().filter(each -> each.path().equals(path)).findFirst();
        if (row.isEmpty() || row.get().file().isPresent()) return row.isPresent();
        StoredFile stored;
        try (var in = Channels.newInputStream(tree.open(entry))) {
            stored = media.take(Actor.program(), path.substring(path.lastIndexOf('/') + 1), in);
        } catch (VirusFault no) {
            // a checker that doesn't answer will; the job comes again
            if (!no.infected()) throw new UncheckedIOException(no);
            desk.audit().refused(Actor.program(), "upload.infected", "hand-made:" + id, Map.of("virus", no.virus()));
            return false;
        } catch (IOException e) {
            LOG.warn("a file of an image can't be taken out", e);
            return false;
        }
        return Boolean.TRUE.equals(desk.transaction().execute(status -> {
            if (sql.hold(id) && sql.arrived(id, row.get().number(), stored.id())) {
                discs.lookSoon(id);
                return true;
            }
            desk.farewell().file(stored.id());
            return false;
        }));
    }
}
