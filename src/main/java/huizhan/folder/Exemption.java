package huizhan.folder;

import huizhan.call.Call;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Material;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule that was passed, and why, as receipts and discs tell it (B24).
 *
 * @param rank    0 where it is about the nomination itself
 * @param finding what the rule said; the rule's name where it says nothing any more
 */
public record Exemption(int rank, Text finding, String reason) {

    /** All that a material carries, those that nothing needs any more last. */
    public static List<Exemption> of(Material material, Call call) {
        if (material.exceptions().isEmpty()) return List.of();
        var findings = Rules.findings(material, call, Optional.empty()).stream().filter(each -> each.exception().isPresent()).toList();
        var used = findings.stream().map(each -> new Exemption(rank(material, each), new Text(each.message(Lang.ZH), each.message(Lang.EN)),
            each.exception().orElseThrow().reason()));
        var idle = material.exceptions().stream().filter(each -> findings.stream().noneMatch(finding -> finding.exception().orElseThrow().equals(each)))
            .map(each -> new Exemption(rank(material, each.item()), unneeded(Rules.title(each.rule())), each.reason()));
        return Stream.concat(used, idle).toList();
    }

    private static Text unneeded(Text rule) {
        return new Text(rule.zh() + "（现已无需这项例外）。", rule.en() + " (no longer needed).");
    }

    private static int rank(Material material, Finding finding) {
        return rank(material, each -> each.folder().equals(finding.place().folder()));
    }

    /** By the achievement's id, its folder or a file of its, as an exception names them. */
    private static int rank(Material material, String item) {
        var id = item.contains("/") ? item.substring(0, item.indexOf('/')) : item;
        return rank(material, each -> each.id().filter(own -> own.toString().equals(id)).isPresent() || each.folder().equals(id) || has(material, each, item));
    }

    private static boolean has(Material material, Achievement achievement, String item) {
        return achievement.files().stream().flatMap(path -> material.file(path).stream()).flatMap(file -> file.sha256().stream()).anyMatch(own -> own.hex().equals(item));
    }

    private static int rank(Material material, Predicate<Achievement> about) {
        return material.achievements().stream().filter(about).findFirst().flatMap(Achievement::rank).orElse(0);
    }
}
