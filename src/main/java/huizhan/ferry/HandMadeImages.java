package huizhan.ferry;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import huizhan.audit.Audit;
import huizhan.database.Jobs;
import huizhan.disc.Defect;
import huizhan.disc.Tree;
import huizhan.folder.Sorting.Named;
import huizhan.kernel.Actor;
import huizhan.kernel.Sha256;
import huizhan.media.Farewell;
import huizhan.media.MediaBatch;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.media.VirusFault;
import huizhan.opening.OpenCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.security.DigestInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A disc made by hand that comes as an image (B25): its files are taken out in the background, all of them or none, and lie there as if
 * its folder had been chosen. The image itself goes as soon as that is done, or can't be done.
 */
@Component
class HandMadeImages {
    static final TaskDescriptor<Void> UNPACK = TaskDescriptor.of("hand-made-unpack");
    /** The virus check didn't answer: the image stays, and the job comes again. */
    static final String HELD = "held";
    private static final Logger LOG = LoggerFactory.getLogger(HandMadeImages.class);
    private final HandMadeSql sql;
    private final HandMadeDiscs discs;
    private final HandMadeNames names;
    private final MediaFiles media;
    private final OpenCall open;
    private final Desk desk;

    /** What is written down, and what is done later. */
    @Component("handMadeImageDesk")
    record Desk(Audit audit, TransactionTemplate transaction, Farewell farewell, ObjectProvider<Jobs> jobs) {}

    HandMadeImages(HandMadeSql sql, HandMadeDiscs discs, HandMadeNames names, MediaFiles media, OpenCall open, Desk desk) {
        this.sql = sql;
        this.discs = discs;
        this.names = names;
        this.media = media;
        this.open = open;
        this.desk = desk;
    }

    /** Part of a transaction that holds the disc. */
    void came(UUID disc, UUID file) {
        sql.image(disc, file);
        desk.jobs().getObject().first(UNPACK.instance(disc + ":" + file).build());
    }

    /** The job; a kill in the middle leaves nothing of it, and it begins anew. */
    void unpack(String instance) throws IOException {
        var id = UUID.fromString(instance.substring(0, instance.indexOf(':')));
        var file = UUID.fromString(instance.substring(instance.indexOf(':') + 1));
        var image = media.find(file);
        if (image.isEmpty() || !waits(id, file)) return;
        try {
            taken(id, image.get()).ifPresent(fault -> refused(id, file, fault));
        } catch (VirusFault no) {
            if (no.infected()) {
                refused(id, file, "infected");
                return;
            }
            desk.transaction().executeWithoutResult(status -> sql.fault(id, HELD));
            throw no;
        }
    }

    private boolean waits(UUID id, UUID file) {
        return find(id).filter(disc -> HandMadeDiscs.over(disc).isEmpty()).isPresent() && sql.images(id).contains(file);
    }

    private Optional<HandMadeSql.Disc> find(UUID id) {
        return sql.find(open.call().id(), id);
    }

    private void refused(UUID id, UUID file, String fault) {
        desk.transaction().executeWithoutResult(status -> {
            if (!sql.unpacked(id, file)) return;
            sql.fault(id, fault);
            desk.farewell().file(file);
            desk.audit().refused(Actor.program(), "hand-made.unpacked", HandMadeDiscs.subject(id), Map.of("fault", fault));
        });
    }

    /** @return what keeps its files from being taken out */
    private Optional<String> taken(UUID id, StoredFile image) throws IOException {
        try (var tree = Tree.open(media.path(image))) {
            var files = named(image, tree);
            var refusal = names.refusal(HandMadeNames.clean(List.copyOf(files.keySet())));
            if (refusal.isPresent()) return refusal.map(HandMadeNames.Refusal::code);
            if (tree.defects().stream().anyMatch(Defect::stops)) return Optional.of("damaged");
            if (files.isEmpty()) return Optional.of("empty");
            return stored(id, image.id(), tree, files);
        } catch (Tree.Unreadable e) {
            return Optional.of("none");
        }
    }

    /** As a folder's files come, below the name of what was chosen: of two discs none takes the other's place. */
    private static Map<Named, Tree.Entry> named(StoredFile image, Tree tree) {
        var root = image.originalName().replaceFirst("\\.[^.]*$", "");
        var files = new LinkedHashMap<Named, Tree.Entry>();
        tree.files().forEach(each -> files.put(new Named(root + "/" + each.path(), each.size()), each));
        return files;
    }

    private Optional<String> stored(UUID id, UUID image, Tree tree, Map<Named, Tree.Entry> files) throws IOException {
        try (var batch = media.batch()) {
            var come = new LinkedHashMap<String, UUID>();
            for (var each : files.entrySet()) {
                var path = each.getKey().path();
                var digest = digest(tree, each.getValue());
                if (digest.isEmpty()) return Optional.of("damaged");
                try (var in = in(tree, each.getValue())) {
                    come.put(path, batch.put(path.substring(path.lastIndexOf('/') + 1), digest.get(), in).id());
                }
            }
            batch.record(Actor.program(), () -> placed(id, image, files.keySet().stream().toList(), come));
            return Optional.empty();
        } catch (MediaBatch.Changed e) {
            LOG.warn("an image of a disc made by hand reads otherwise each time", e);
            return Optional.of("damaged");
        }
    }

    /** Part of the transaction that records the files. */
    private boolean placed(UUID id, UUID image, List<Named> files, Map<String, UUID> come) {
        boolean held = sql.hold(id) && waits(id, image) && sql.unpacked(id, image);
        if (!held) {
            come.values().forEach(desk.farewell()::file);
            return false;
        }
        if (find(id).filter(disc -> disc.fault().equals(HELD)).isPresent()) sql.fault(id, "");
        discs.came(Actor.program(), id, files, come);
        desk.farewell().file(image);
        desk.audit().record(Actor.program(), "hand-made.unpacked", HandMadeDiscs.subject(id), Map.of("files", come.size()));
        return true;
    }

    private static InputStream in(Tree tree, Tree.Entry entry) throws IOException {
        return Channels.newInputStream(tree.open(entry));
    }

    /** Empty where it can't be read to its end. */
    private static Optional<Sha256> digest(Tree tree, Tree.Entry entry) {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(in(tree, entry), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(Sha256.of(digest));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("a file of an image can't be read", e);
            return Optional.empty();
        }
    }
}
