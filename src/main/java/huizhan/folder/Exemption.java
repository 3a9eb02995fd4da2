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
import java.util.stream.Stream;

/**
 * A rule that was passed, and why, as receipts and discs tell it (B24).
 *
 * @param rank    0 where it is about the nomination itself
 * @param finding what the rule said; in both languages the rule's id where it says nothing any more
 */
public record Exemption(int rank, Text finding, String reason) {

    /** All that a material carries, those that nothing needs any more last. */
    public static List<Exemption> of(Material material, Call call) {
        if (material.exceptions().isEmpty()) return List.of();
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
}
