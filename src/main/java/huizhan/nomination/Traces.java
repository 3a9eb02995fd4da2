package huizhan.nomination;

import huizhan.call.Call;
import huizhan.database.DataFolder;
import huizhan.material.Achievement;
import huizhan.material.CanonicalJson;
import huizhan.material.GrantedException;
import huizhan.material.NominationReader;
import huizhan.material.NominationWriter;
import huizhan.material.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes an erased achievement's words out of sign-offs that were withdrawn: id, rank and disclosure stay, and the receipt's digest. */
@Component
class Traces {
    private final NominationSql sql;
    private final DiscSql discs;
    private final SealedPartSql sealed;
    private final Path images;
    private final Path sealedImages;

    Traces(NominationSql sql, DiscSql discs, SealedPartSql sealed, DataFolder data) {
        this.sql = sql;
        this.discs = discs;
        this.sealed = sealed;
        this.images = data.resolve("discs");
        this.sealedImages = data.resolve("sealed");
    }

    void remove(UUID department, UUID revision, UUID achievement, Call call) {
        var frozen = sql.content(department, revision).orElseThrow();
        try {
            var material = NominationReader.read(frozen.content().getBytes(StandardCharsets.UTF_8), call);
            var found = material.achievements().stream().filter(each -> each.id().filter(achievement::equals).isPresent()).findFirst();
            if (found.isEmpty()) {
                return;
            }
            var without = material.achievements().stream().map(each -> each == found.get() ? bare(each) : each).toList();
            sql.rewrite(revision, CanonicalJson.of(NominationWriter.tree(material.with(without).excepting(without(material.exceptions(), achievement)), call)), found.get().folder() + "/");
            discs.replace(revision, List.of(), java.time.Instant.EPOCH);
            sealed.replace(revision, List.of(), java.time.Instant.EPOCH);
            delete(images.resolve(revision.toString()));
            delete(sealedImages.resolve(revision.toString()));
        } catch (NominationReader.Unreadable e) {
            throw new IllegalStateException("revision " + revision + " can't be read: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was excepted for it tells of it too. */
    private static List<GrantedException> without(List<GrantedException> exceptions, UUID achievement) {
        return exceptions.stream().filter(each -> !each.item().startsWith(achievement.toString())).toList();
    }

    private static Achievement bare(Achievement from) {
        return new Achievement(from.id(), from.revision(), from.folder(), from.rank(), from.disclosure(), Values.NONE, "", "", List.of(), List.of(),
            List.of(), "", List.of());
    }

    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
