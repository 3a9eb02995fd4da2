package huizhan.export;

import huizhan.material.Achievement;
import huizhan.material.GrantedException;
import huizhan.material.Material;
import huizhan.material.OverviewVideo;
import huizhan.media.StoredFile;
import huizhan.nomination.Content;
import huizhan.nomination.SignOffs;
import huizhan.organization.Department;
import huizhan.web.Dates;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is taken out of one department's sign-off.
 *
 * @param achievements those that the filter takes, by rank
 */
record Share(Department department, SignOffs.Standing standing, Content content, List<Achievement> achievements) {

    /** One original with the achievement that names it. */
    record Original(int rank, String path, StoredFile file) {}

    boolean whole() {
        return achievements.size() == content.material().achievements().size();
    }

    long stubs() {
        return achievements.stream().filter(Achievement::stub).count();
    }

    /** The overview film belongs to the department, so it goes with the whole only. */
    List<Original> originals() {
        var originals = new ArrayList<Original>();
        if (whole()) {
            content.material().overview().map(OverviewVideo::file).ifPresent(path -> add(0, path, originals));
        }
        achievements.forEach(each -> each.files().stream().distinct().forEach(path -> add(each.rank().orElse(0), path, originals)));
        return originals;
    }

    private void add(int rank, String path, List<Original> originals) {
        var file = content.files().get(path);
        if (file != null) {
            originals.add(new Original(rank, path, file));
        }
    }

    long bytes() {
        return originals().stream().mapToLong(each -> each.file().size()).sum();
    }

    /** The material that {@code nomination.json} tells: word for word as it was signed off, or a part of it. */
    Material material() {
        var all = content.material();
        if (whole()) {
            return all;
        }
        return new Material(all.call(), Material.Shape.PART, all.id(), all.revision(), exceptions(all), all.department(), java.util.Optional.empty(), achievements,
            all.files(), all.formFiles(), List.of(), List.of());
    }

    private List<GrantedException> exceptions(Material all) {
        var ids = achievements.stream().flatMap(each -> each.id().stream()).map(Object::toString).toList();
        return all.exceptions().stream().filter(each -> ids.stream().anyMatch(each.item()::startsWith)).toList();
    }

    /** The time that everything of this department bears: that of its sign-off, on the clock of the notice. */
    LocalDateTime time() {
        return LocalDateTime.ofInstant(standing.at(), Dates.ZONE);
    }

    /** What the trail keeps, so that it can be proved later which content went out. */
    Map<String, Object> line() {
        var line = new LinkedHashMap<String, Object>();
        line.put("receipt", standing.receipt());
        line.put("digest", standing.digest().hex());
        line.put("ranks", achievements.stream().map(each -> each.rank().orElse(0)).toList());
        return line;
    }
}
