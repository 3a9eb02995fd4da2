package huizhan.material;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One snapshot of a nomination or of a part of one. It is built from the database, from a folder, from Word forms or from a disc;
 * whoever checks, digests or packs it doesn't know which (C3).
 *
 * @param call       the id of the call it answers
 * @param shape      a whole nomination, a unit's part, or forms alone
 * @param department the head of the summary table by field id
 * @param files      the facts of each file that lies there, by path
 * @param formFiles  paths that are forms themselves (and papers printed from them), which nobody needs to name
 * @param readings   what the forms say
 * @param unread     keys of {@code nomination.json} that mean nothing
 */
public record Material(String call, Shape shape, Optional<UUID> id, int revision, List<GrantedException> exceptions, Values department,
                       Optional<OverviewVideo> overview, List<Achievement> achievements, Map<String, FileFacts> files, Set<String> formFiles,
                       List<FormReading> readings, List<String> unread) {

    public enum Shape {
        /** A department's whole nomination. */
        WHOLE,
        /** A unit's folder, or some of a nomination's achievements. */
        PART,
        /** A folder with Word or Excel forms and no {@code nomination.json}. */
        FORMS
    }

    public boolean part() {
        return shape == Shape.PART;
    }

    public Optional<FileFacts> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    public Material with(Map<String, FileFacts> otherFiles) {
        return new Material(call, shape, id, revision, exceptions, department, overview, achievements, otherFiles, formFiles, readings, unread);
    }

    public Material excepting(List<GrantedException> granted) {
        return new Material(call, shape, id, revision, granted, department, overview, achievements, files, formFiles, readings, unread);
    }

    public Material with(List<Achievement> others) {
        return new Material(call, shape, id, revision, exceptions, department, overview, others, files, formFiles, readings, unread);
    }
}
