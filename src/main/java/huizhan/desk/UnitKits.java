package huizhan.desk;

import huizhan.audit.Audit;
import huizhan.database.DataFolder;
import huizhan.documents.Papers;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.keys.PrivateKeys;
import huizhan.kit.CoverLetter;
import huizhan.kit.Kit;
import huizhan.kit.KitReader;
import huizhan.kit.KitReading;
import huizhan.kit.KitWriter;
import huizhan.opening.OpenCall;
import huizhan.organization.LocalPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A department makes its units' call kits at its desk: its own kit, with the unit's name and its own public key under its own signature (C1, C2). */
@Service
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class UnitKits {
    private static final String ENDING = ".zip";
    private final Path data;
    private final Path folder;
    private final OpenCall open;
    private final Papers papers;
    private final Clocks clocks;
    private final Audit audit;

    UnitKits(DataFolder data, OpenCall open, Papers papers, Clocks clocks, Audit audit) {
        this.data = data.root();
        this.folder = data.resolve("kits");
        this.open = open;
        this.papers = papers;
        this.clocks = clocks;
        this.audit = audit;
    }

    /**
     * One that was made.
     *
     * @param current whether it is made out of the department's kit in force
     */
    record Made(UUID id, Kit.ForUnit unit, boolean current) {}

    /** The newest first. */
    List<Made> all() {
        var now = own().map(UnitKits::digest);
        return ids().stream().flatMap(id -> reading(id).flatMap(read -> read.kit().flatMap(Kit::unit).map(unit -> new Made(id, unit, now.equals(Optional.of(digest(read)))))).stream())
            .sorted(Comparator.comparing((Made each) -> each.unit().made()).reversed()).toList();
    }

    private List<UUID> ids() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).filter(each -> each.endsWith(ENDING)).map(each -> UUID.fromString(each.substring(0, each.length() - ENDING.length()))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<KitReading> own() {
        return DeskFolder.in(data).reading().filter(read -> read.kit().orElseThrow().unit().isEmpty());
    }

    private static Sha256 digest(KitReading read) {
        return KitWriter.digest(read);
    }

    private Path file(UUID id) {
        return folder.resolve(id + ENDING);
    }

    private Optional<KitReading> reading(UUID id) {
        return bytes(id).map(bytes -> KitReader.read(bytes, Optional.empty())).filter(KitReading::holds);
    }

    /** The kit as it is given to the unit. */
    Optional<byte[]> bytes(UUID id) {
        try {
            return Files.isRegularFile(file(id)) ? Optional.of(Files.readAllBytes(file(id))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sheet with the fingerprints, which travels apart from it. */
    Optional<byte[]> letter(UUID id) {
        return reading(id).flatMap(KitReading::kit).map(kit -> papers.notice(CoverLetter.of(kit, open.call().title().zh()), Lang.ZH));
    }

    /** What it is called when it is saved. */
    String name(UUID id) {
        var kit = reading(id).flatMap(KitReading::kit).orElseThrow(Faults.NotThere::new);
        return "huizhan-kit-" + kit.department().code() + "-" + kit.unit().map(Kit.ForUnit::name).orElse("").replaceAll("[^\\p{L}\\p{N}]", "_");
    }

    /**
     * Makes one; the key is used and kept nowhere.
     *
     * @return why not
     */
    @Transactional Optional<Text> make(Actor me, String unit, PrivateKeys department) {
        if (!LocalPerson.isName(unit)) return Optional.of(new Text("请填写参展单位的全称，至多 100 字，不带密级标志。", "Give the unit's full name, at most 100 letters, without a secrecy mark."));
        var own = own();
        if (own.isEmpty()) return Optional.of(new Text("这个工作台的征集包不是组织单位发给部门的那一个，做不了单位的征集包。", "This desk's kit is not the one that the organizer gives to a department; no unit's can be made of it."));
        var id = UUID.randomUUID();
        try {
            Files.createDirectories(folder);
            Files.write(file(id), KitWriter.forUnit(own.get(), unit, department, clocks.business().instant().truncatedTo(ChronoUnit.SECONDS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(me, "kit.written", "department:" + me.owner(), Map.of("unit", unit, "key", department.card().id()));
        return Optional.empty();
    }

    /** The unit keeps the one that it has; what goes is the copy here. */
    @Transactional void remove(Actor me, UUID id) {
        if (bytes(id).isEmpty()) throw new Faults.NotThere();
        try {
            Files.delete(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(me, "kit.removed", "department:" + me.owner(), Map.of("kit", id.toString()));
    }
}
