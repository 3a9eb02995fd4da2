package huizhan.folder;

import huizhan.disc.Capacity;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Which file goes on which disc. Sizes in bytes, rounded to sectors as they will lie there; room is kept for papers and the page. */
final class DiscSplit {
    private static final long SECTOR = 2048;
    /** Volume descriptors, path tables, run-out, tag files and directories. */
    private static final long FRAME = 1_000_000;
    private static final long LABELS = 1_200_000;
    private static final long PAPERS_EACH = 700_000;
    private static final long COPY = 900_000;
    /** A file's entries in both trees and in the manifest. */
    private static final long ENTRY = 1_024;

    private final Material material;
    private final long capacity;

    private DiscSplit(Material material, long capacity) {
        this.material = material;
        this.capacity = capacity;
    }

    record Large(String path, long size, long needed) {}

    record Split(List<List<String>> volumes, Optional<Large> tooLarge) {}

    static Split of(Material material, long json, Capacity capacity) {
        var split = new DiscSplit(material, capacity.bytes() - FRAME - sectors(json) - LABELS);
        long papers = split.papers();
        var largest = split.largest(papers);
        return largest.isPresent() ? new Split(List.of(), largest) : new Split(split.filled(papers), Optional.empty());
    }

    /** The papers stand on the first disc. */
    private long papers() {
        long told = material.achievements().stream().filter(each -> !each.stub()).count();
        long figures = material.achievements().stream().flatMap(each -> each.figures().stream()).count();
        return (told + 1) * PAPERS_EACH + figures * 2 * COPY;
    }

    /** A file that not even a disc of its own would take; on the first disc the papers lie too, so a second one must be possible. */
    private Optional<Large> largest(long papers) {
        return material.files().values().stream().filter(file -> need(file.path()) > capacity).findFirst()
                .map(file -> new Large(file.path(), file.size(), need(file.path()) + FRAME + LABELS))
                .or(() -> capacity < papers ? Optional.of(new Large("papers", papers, papers + FRAME + LABELS)) : Optional.empty());
    }

    private List<List<String>> filled(long papers) {
        var cuts = new Cuts<String>(capacity, this::need, papers);
        material.overview().ifPresent(film -> together(cuts, List.of(film.file())));
        for (var each : material.achievements()) {
            together(cuts, new LinkedHashSet<>(each.files()).stream().toList());
        }
        return cuts.volumes();
    }

    private void together(Cuts<String> cuts, List<String> paths) {
        cuts.together(paths.stream().filter(path -> material.files().containsKey(path) && !cuts.has(path)).toList());
    }

    private long need(String path) {
        var file = material.files().get(path);
        return sectors(file.size()) + ENTRY + (copied(file) ? COPY : 0);
    }

    /** Whether a browser needs a JPEG copy of it. */
    static boolean copied(FileFacts file) {
        return file.picture().map(picture -> picture.format().equals("tiff") || picture.colour().equals("cmyk") || picture.colour().equals("ycck")).orElse(false);
    }

    private static long sectors(long bytes) {
        return (bytes + SECTOR - 1) / SECTOR * SECTOR;
    }

}
