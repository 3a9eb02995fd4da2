package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.ofNomination;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.subject;

import huizhan.call.Call;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.Material;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many are nominated, and in which order (A3). */
final class Order {
    private Order() {}

    static List<Finding> limit(Material material, Call call, Optional<Zone> zone) {
        int nominated = material.achievements().size();
        int most = call.limits().nominated();
        return nominated <= most ? List.of() : List.of(error("A3.limit", "", Say.NOMINATION, ofNomination("list"), nominated, most, nominated - most));
    }

    static List<Finding> order(Material material, Call call, Optional<Zone> zone) {
        return material.shape() == Material.Shape.WHOLE ? whole(material) : part(material, call);
    }

    private static List<Finding> whole(Material material) {
        var ranks = material.achievements().stream().map(each -> each.rank().orElse(0)).toList();
        var wanted = IntStream.rangeClosed(1, ranks.size()).boxed().toList();
        if (ranks.stream().sorted().toList().equals(wanted)) {
            return List.of();
        }
        var given = material.achievements().stream().map(each -> each.rank().map(String::valueOf).orElse("–")).collect(Collectors.joining(" "));
        return List.of(error("A3.order", "", Say.NOMINATION, ofNomination("list"), given, ranks.size()));
    }

    private static List<Finding> part(Material material, Call call) {
        var seen = new HashSet<Integer>();
        return material.achievements().stream().filter(each -> each.rank().isPresent())
                .filter(each -> !seen.add(rank(each)) || rank(each) < 1 || rank(each) > call.limits().nominated())
                .map(each -> error("A3.order", "part", subject(each, "rank"), place(each, "list"), rank(each), call.limits().nominated())).toList();
    }

    private static int rank(Achievement achievement) {
        return achievement.rank().orElse(0);
    }
}
