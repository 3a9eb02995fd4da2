package huizhan.nomination;

import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The numbers that a person typed before the lines; numbers that are not 1 to n once each are refused, never guessed at. */
record RankForm(List<UUID> ids, long version, Optional<Text> problem) {
    private static final String RANK = "rank.";

    private record Typed(UUID id, int rank) {}

    static RankForm typed(Map<String, String> form) {
        var typed = new ArrayList<Typed>();
        try {
            for (var entry : form.entrySet()) {
                if (entry.getKey().startsWith(RANK)) {
                    typed.add(new Typed(UUID.fromString(entry.getKey().substring(RANK.length())), Integer.parseInt(entry.getValue().strip())));
                }
            }
            typed.sort(Comparator.comparingInt(Typed::rank));
            var given = typed.stream().map(each -> String.valueOf(each.rank())).toList();
            for (int i = 0; i < typed.size(); i++) {
                if (typed.get(i).rank() != i + 1) {
                    return wrong(String.join(" ", given), typed.size());
                }
            }
            return new RankForm(typed.stream().map(Typed::id).toList(), Long.parseLong(form.getOrDefault("version", "0")), Optional.empty());
        } catch (IllegalArgumentException e) {
            return wrong("?", typed.size());
        }
    }

    private static RankForm wrong(String given, int lines) {
        return new RankForm(List.of(), 0, Optional.of(new Text(
            "序号是“%s”，没有保存。请填 1 到 %d，每个数用一次。".formatted(given, lines),
            "The ranks were “%s” and were not saved. Use each number from 1 to %d once.".formatted(given, lines))));
    }
}
