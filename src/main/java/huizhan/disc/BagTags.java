package huizhan.disc;

import huizhan.disc.Plan.Written;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tag files that make a bag out of files (RFC 8493 section 2): written by us, so always UTF-8 and LF. */
final class BagTags {
    static final String AGENT = "Huizhan (disc format 1)";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    private BagTags() {}

    static Plan.Item declaration() {
        return file("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }

    static Plan.Item info(Plan plan, List<Written> payload, Clock clock) {
        var lines = new ArrayList<Plan.Info>();
        lines.add(new Plan.Info("Bag-Software-Agent", AGENT));
        lines.add(new Plan.Info("Bagging-Date", LocalDate.ofInstant(clock.instant(), FrameBytes.ZONE).toString()));
        lines.add(new Plan.Info("External-Identifier", plan.identifier()));
        plan.group().ifPresent(group -> {
            lines.add(new Plan.Info("Bag-Group-Identifier", group.identifier()));
            lines.add(new Plan.Info("Bag-Count", group.number() + " of " + group.count()));
        });
        long bytes = payload.stream().mapToLong(Written::size).sum();
        lines.add(new Plan.Info("Payload-Oxum", bytes + "." + payload.size()));
        lines.addAll(plan.info());
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line.label()).append(": ").append(line.value().replaceAll("\\s+", " ").strip()).append('\n');
        }
        return file("bag-info.txt", text.toString());
    }

    static Plan.Item manifest(String name, List<Written> files) {
        var text = new StringBuilder();
        files.stream().sorted(Comparator.comparing(Written::path))
            .forEach(file -> text.append(file.digest()).append("  ").append(encoded(file.path())).append('\n'));
        return file(name, text.toString());
    }

    /** RFC 8493 section 2.1.3: CR, LF and the percent sign are written in per cent, and nothing else is. */
    static String encoded(String path) {
        return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static Plan.Item file(String path, String text) {
        return Plan.Item.ofBytes(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
