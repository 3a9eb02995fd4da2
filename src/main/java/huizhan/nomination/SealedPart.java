package huizhan.nomination;

import huizhan.audit.Audit;
import huizhan.database.DataFolder;
import huizhan.disc.Capacity;
import huizhan.folder.DiscImages;
import huizhan.folder.DiscImages.Handing;
import huizhan.folder.SealedLabels;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import huizhan.organization.Departments;
import huizhan.organization.cards.KeyCards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** From a department's desk what is not public in a sign-off goes to the organizer on sealed discs (C1, C2, A12). */
@Service
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class SealedPart {
    private static final String MADE = "desk.sealed-made";
    private static final Text NO_CARD = new Text("征集包里没有组织单位的公钥卡，不能封装。", "The call kit has no key card of the organizer, so nothing can be sealed.");
    private static final Text NOTHING = new Text("这次签发里没有非公开的内容，不用封装。", "This sign-off has nothing that is not public; there is nothing to seal.");
    private final DiscMaking making;
    private final SealedPartSql sql;
    private final Contents contents;
    private final Path folder;
    private final Desk desk;
    /** One at a time: a disc takes minutes and the disk's room. */
    private final ReentrantLock one = new ReentrantLock(true);

    /** To whom, from whom, the trail and one transaction at a time. */
    @org.springframework.stereotype.Component
    @ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
    record Desk(KeyCards cards, Departments departments, Audit audit, TransactionTemplate transaction) {}

    SealedPart(DiscMaking making, SealedPartSql sql, Contents contents, DataFolder data, Desk desk) {
        this.making = making;
        this.sql = sql;
        this.contents = contents;
        this.folder = data.resolve("sealed");
        this.desk = desk;
    }

    /** @param items how many achievements go sealed */
    record State(int items, boolean needed, Optional<PublicKeys> card, List<SealedPartSql.Image> images) {}

    State state(Actor me, UUID revision) {
        var content = contents.frozen(me.owner(), revision);
        return new State(Halves.hidden(content), Halves.split(content), desk.cards().organizers(), sql.images(revision));
    }

    /**
     * Makes them anew; earlier ones are gone.
     *
     * @param signer the department's own keys, kept nowhere; empty where nobody signs
     */
    Optional<Text> make(Actor me, UUID revision, Capacity capacity, Optional<PrivateKeys> signer) {
        var state = state(me, revision);
        if (!state.needed()) return refused(me, revision, NOTHING);
        if (state.card().isEmpty()) return refused(me, revision, NO_CARD);
        one.lock();
        try {
            return written(me, revision, state.card().get(), capacity, signer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            one.unlock();
        }
    }

    private Optional<Text> refused(Actor me, UUID revision, Text why) {
        desk.audit().refused(me, MADE, "revision:" + revision, Map.of("reason", why.en()));
        return Optional.of(why);
    }

    private Optional<Text> written(Actor me, UUID revision, PublicKeys to, Capacity capacity, Optional<PrivateKeys> signer) throws IOException {
        var code = desk.departments().find(me.owner()).map(each -> each.code()).orElse("");
        var handing = new Handing(Optional.of(to), code, UUID.randomUUID(), signer);
        var made = making.sealed(contents.frozen(me.owner(), revision), handing, folder.resolve(revision.toString()), capacity);
        if (!made.defects().isEmpty()) {
            var zh = made.defects().stream().map(each -> each.message().zh() + each.remedy().zh()).collect(Collectors.joining(" "));
            return refused(me, revision, new Text(zh, made.defects().stream().map(each -> each.message().en() + " " + each.remedy().en()).collect(Collectors.joining(" "))));
        }
        var rows = made.images().stream().map(each -> new SealedPartSql.Image(each.number(), each.count(), each.path().getFileName().toString(), each.bytes(),
            each.digest().hex(), to.id(), signer.map(keys -> keys.card().id()).orElse(""))).toList();
        desk.transaction().executeWithoutResult(status -> {
            sql.replace(revision, rows, making.now());
            desk.audit().record(me, MADE, "revision:" + revision, Map.of("discs", rows.size(), "key", to.id(), "signer", signer.map(keys -> keys.card().id()).orElse("")));
        });
        sweep(made.images());
        return Optional.empty();
    }

    /** Sealed images have a new name each time: those of before go. */
    private static void sweep(List<DiscImages.Image> images) throws IOException {
        var kept = images.stream().map(DiscImages.Image::path).flatMap(each -> java.util.stream.Stream.of(each, SealedLabels.beside(each))).collect(Collectors.toSet());
        try (var all = Files.list(images.get(0).path().getParent())) {
            for (var each : all.filter(path -> !kept.contains(path)).toList()) Files.deleteIfExists(each);
        }
    }

    /** One of the images of this department's sign-off. */
    Optional<Path> image(Actor me, UUID revision, int number) {
        contents.frozen(me.owner(), revision);
        return sql.images(revision).stream().filter(each -> each.number() == number).map(each -> folder.resolve(revision.toString()).resolve(each.fileName()))
            .filter(Files::isRegularFile).findFirst();
    }
}
