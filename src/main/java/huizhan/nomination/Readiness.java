package huizhan.nomination;

import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.Digests;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a list can be put before the approver or signed off as it stands. */
@Component
class Readiness {
    private final Nominations nominations;
    private final Contents contents;
    private final Zone zone;

    Readiness(Nominations nominations, Contents contents, Zone zone) {
        this.nominations = nominations;
        this.contents = contents;
        this.zone = zone;
    }

    Content content(RankedList list) {
        return contents.of(list);
    }

    /** Everything that is to be said of a content. */
    List<Finding> findings(Content content) {
        var findings = Rules.findings(content.material(), nominations.call(), Optional.of(zone));
        // a line that waits for its unit leaves a gap in the ranks, which is no fault of the order
        return content.waiting().isEmpty() ? findings : findings.stream().filter(each -> !each.rule().equals("A3.order")).toList();
    }

    /** The digest of what would be signed now. */
    String digest(Content content) {
        return Digests.nomination(content.material(), nominations.call()).hex();
    }

    /**
     * What stops a person who saw a certain content, before the rules are asked.
     *
     * @param seen its digest
     */
    Optional<Text> unready(RankedList list, Content content, String seen) {
        if (!content.waiting().isEmpty()) {
            var places = content.waiting().stream().map(String::valueOf).collect(Collectors.joining("、"));
            return Optional.of(new Text("第 %s 项不在本部门：已退回单位、被单位取回，或在归口单位等待转交，名单还不齐。请等它到来，或把它移出名单。".formatted(places),
                "No. %s is not with the department: it went back to its unit, or waits at its supervising body. Wait for it, or take it off the list.".formatted(places)));
        }
        if (!digest(content).equals(seen)) {
            return Optional.of(new Text("内容在你查看之后改过。请核对最新的内容，再办一次。",
                "The content has changed since you looked at it, so nothing was done. Check the newest content, then try again."));
        }
        return list.lines().isEmpty() ? Optional.of(new Text("名单是空的，没有可报的内容。请先从备选中选取。", "The list is empty. Pick candidates first.")) : Optional.empty();
    }
}
