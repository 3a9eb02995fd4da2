package huizhan.nomination;

import huizhan.call.Call;
import huizhan.folder.Exemption;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Digests;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a department holds in hand after its sign-off (B17): the digest of each document, each field and each file, and the server's time.
 *
 * @param department its name at that time
 */
record Receipt(Signature signature, String department, String call, List<Item> items, List<File> overview, List<Exemption> exceptions) {

    /**
     * One line of the list.
     *
     * @param name      the achievement's name; empty for a stub
     * @param fields    each field with the digest of its text as typed
     */
    record Item(int rank, boolean stub, String name, String statement, String boardForm, List<FieldDigest> fields, List<File> files) {}

    record FieldDigest(String id, Text label, String digest) {}

    record File(String path, String originalName, long size, String digest) {}

    /** A digest in groups of four, as a person compares it. */
    public String grouped(String hex) {
        return new Sha256(hex).grouped();
    }

    static Receipt of(Signature signature, Content content, Call call) {
        var material = content.material();
        var items = material.achievements().stream().map(each -> each.stub()
            ? new Item(each.rank().orElse(0), true, "", "", "", List.of(), List.of())
            : new Item(each.rank().orElse(0), false, each.name(), Digests.statement(each, material).hex(),
                Digests.boardForm(each, material, call).hex(), fields(each, call), files(each.files().stream(), content))).toList();
        return new Receipt(signature, material.department().text("name"), call.title().zh(), items,
            files(material.overview().stream().map(film -> film.file()), content), Exemption.of(material, call));
    }

    private static List<FieldDigest> fields(Achievement achievement, Call call) {
        return achievement.values().all().keySet().stream().filter(id -> !achievement.values().blank(id))
            .map(id -> new FieldDigest(id, label(id, achievement, call), Sha256.of(achievement.values().text(id)).hex())).toList();
    }

    private static Text label(String id, Achievement achievement, Call call) {
        return call.field(id).map(field -> field.label()).or(() -> call.kind(achievement.values().text("kind"))
            .flatMap(kind -> kind.section(id.substring(id.indexOf('.') + 1))).map(section -> section.label())).orElse(Text.same(id));
    }

    private static List<File> files(Stream<String> paths, Content content) {
        return paths.distinct().filter(content.files()::containsKey).map(path -> {
            var file = content.files().get(path);
            return new File(path, file.originalName(), file.size(), file.sha256().hex());
        }).toList();
    }
}
