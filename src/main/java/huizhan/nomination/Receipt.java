package huizhan.nomination;

import huizhan.call.Call;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Digests;
import huizhan.material.Material;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a department holds in hand after its sign-off (B17): the digest of each document, each field and each file, and the server's time.
 *
 * @param department its name at that time
 */
record Receipt(Signature signature, String department, String call, List<Item> items, List<File> overview, List<Exemption> exceptions) {

    /**
     * A rule that was passed, and why (B24).
     *
     * @param rank    0 where it is about the nomination itself
     * @param finding what the rule said; in both languages the rule's id where it says nothing any more
     */
    record Exemption(int rank, Text finding, String reason) {}

    /**
     * One line of the list.
     *
     * @param name      the achievement's name; empty for a stub
     * @param fields    each field with the digest of its text as typed
     */
    record Item(int rank, boolean stub, String name, String statement, String boardForm, List<FieldDigest> fields, List<File> files) {}

    record FieldDigest(String id, String label, String digest) {}

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
            files(material.overview().stream().map(film -> film.file()), content), exceptions(material, call));
    }

    private static List<Exemption> exceptions(Material material, Call call) {
        var findings = Rules.findings(material, call, Optional.empty()).stream().filter(each -> each.exception().isPresent()).toList();
        var used = findings.stream().map(each -> new Exemption(rank(material, each), new Text(each.message(Lang.ZH), each.message(Lang.EN)),
            each.exception().orElseThrow().reason()));
        var idle = material.exceptions().stream().filter(each -> findings.stream().noneMatch(finding -> finding.exception().orElseThrow().equals(each)))
            .map(each -> new Exemption(0, Text.same(each.rule()), each.reason()));
        return Stream.concat(used, idle).toList();
    }

    private static int rank(Material material, Finding finding) {
        return material.achievements().stream().filter(each -> each.folder().equals(finding.place().folder())).findFirst()
            .flatMap(Achievement::rank).orElse(0);
    }

    private static List<FieldDigest> fields(Achievement achievement, Call call) {
        return achievement.values().all().keySet().stream().filter(id -> !achievement.values().blank(id))
            .map(id -> new FieldDigest(id, label(id, achievement, call), Sha256.of(achievement.values().text(id)).hex())).toList();
    }

    private static String label(String id, Achievement achievement, Call call) {
        return call.field(id).map(field -> field.label().zh()).or(() -> call.kind(achievement.values().text("kind"))
            .flatMap(kind -> kind.section(id.substring(id.indexOf('.') + 1))).map(section -> section.label().zh())).orElse(id);
    }

    private static List<File> files(Stream<String> paths, Content content) {
        return paths.distinct().filter(content.files()::containsKey).map(path -> {
            var file = content.files().get(path);
            return new File(path, file.originalName(), file.size(), file.sha256().hex());
        }).toList();
    }
}
