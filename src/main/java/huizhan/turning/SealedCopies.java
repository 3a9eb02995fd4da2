package huizhan.turning;

import huizhan.database.DataFolder;
import huizhan.disc.Capacity;
import huizhan.disc.Defect;
import huizhan.documents.Papers;
import huizhan.folder.DiscImages;
import huizhan.folder.DiscImages.Handing;
import huizhan.folder.DiscPlan;
import huizhan.folder.SealedLabels;
import huizhan.folder.FileSource;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.keys.PublicKeys;
import huizhan.material.Material;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import huizhan.turning.TurningSql.Disc;
import huizhan.web.Dates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The sealed discs themselves, in the data folder until they were saved: nobody here can open them, and no byte of them lies here in plain (C2). */
@Component
class SealedCopies {
    private final Path folder;
    private final MediaFiles media;
    private final Papers papers;
    private final OpenCall open;
    private final Departments departments;
    private final Clocks clocks;

    SealedCopies(DataFolder data, MediaFiles media, Papers papers, OpenCall open, Departments departments, Clocks clocks) {
        this.folder = data.resolve("turning");
        this.media = media;
        this.papers = papers;
        this.open = open;
        this.departments = departments;
        this.clocks = clocks;
    }

    /** The images, or why there are none. */
    record Made(List<DiscImages.Image> images, Optional<Text> refusal) {

        List<Disc> discs(String content, String addressee, Instant at) {
            return images.stream().map(each -> new Disc(each.number(), each.count(), each.path().getFileName().toString(), each.bytes(), each.digest().hex(), content, addressee, at)).toList();
        }
    }

    /** @param files by their path in the material */
    Made write(UUID id, Material material, Map<String, StoredFile> files, PublicKeys to, Actor me, Capacity capacity) throws IOException {
        var code = departments.find(me.owner()).map(each -> each.code()).orElse("");
        var handing = new Handing(Optional.of(to), code, UUID.randomUUID(), Optional.empty());
        boolean unfinished = Rules.findings(material, open.call(), Optional.empty()).stream().anyMatch(Finding::stops);
        var wish = new DiscPlan.Wish(handing.room(capacity), unfinished, Dates.dayOf(clocks.business().instant()), code);
        var outcome = DiscPlan.of(material, open.call(), source(files), wish, papers);
        if (outcome instanceof DiscPlan.TooLarge large) {
            return new Made(List.of(), Optional.of(new Text("有一个文件 %d 字节，一张这样的盘放不下。请选容量更大的盘。".formatted(large.size()), "One file has %d bytes, more than such a disc takes. Choose a larger kind of disc.".formatted(large.size()))));
        }
        var result = DiscImages.write((DiscPlan.Volumes) outcome, handing, folder(id), capacity, clocks.business());
        SealedLabels.write(result.images(), handing, ((DiscPlan.Volumes) outcome).items(), wish, open.call(), papers);
        return new Made(result.images(), result.defects().isEmpty() ? Optional.empty() : Optional.of(new Text(told(result.defects(), Lang.ZH), told(result.defects(), Lang.EN))));
    }

    private static String told(List<Defect> defects, Lang lang) {
        return defects.stream().map(each -> each.message().in(lang) + each.remedy().in(lang)).collect(Collectors.joining(" "));
    }

    private FileSource source(Map<String, StoredFile> files) {
        return new FileSource() {
            @Override public ReadableByteChannel open(String path) throws IOException {
                return FileChannel.open(onDisk(path).orElseThrow(() -> new NoSuchFileException(path)), StandardOpenOption.READ);
            }

            @Override public Optional<Path> onDisk(String path) {
                return Optional.ofNullable(files.get(path)).map(media::path);
            }
        };
    }

    private Path folder(UUID id) {
        return folder.resolve(id.toString());
    }

    Path image(UUID id, String name) {
        return folder(id).resolve(name);
    }

    /** The sheet that was made for an image. */
    static Optional<Path> label(Path image) {
        return Optional.of(SealedLabels.beside(image)).filter(Files::isRegularFile);
    }

    /** Removes the images of earlier tries, and their labels. */
    void keepOnly(UUID id, List<DiscImages.Image> images) {
        var names = images.stream().map(DiscImages.Image::path).flatMap(each -> Stream.of(each, SealedLabels.beside(each))).map(each -> each.getFileName().toString())
            .collect(Collectors.toSet());
        sweep(folder(id), names);
    }

    /** What a stop in the middle has left: half images, and folders of what is gone. */
    void sweep(Set<UUID> standing) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var all = Files.list(folder)) {
            for (var each : all.toList()) {
                if (standing.stream().noneMatch(id -> each.equals(folder(id)))) sweep(each, Set.of());
            }
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.filter(path -> path.getFileName().toString().startsWith(".")).toList()) Files.deleteIfExists(each);
        }
    }

    void forget(UUID id) {
        sweep(folder(id), Set.of());
    }

    private static void sweep(Path folder, Set<String> kept) {
        if (!Files.isDirectory(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!kept.contains(path.getFileName().toString()) && (kept.isEmpty() || !path.equals(folder))) Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
