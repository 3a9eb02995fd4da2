package huizhan.opening.exceptions;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.FileFacts;
import huizhan.material.FilmFacts;
import huizhan.material.Material;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import huizhan.web.Sizes;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an exception is asked for, as whoever asks saw it.
 *
 * @param achievement absent where it is about the nomination itself
 * @param item        as {@link huizhan.rules.Rules#item} names it
 * @param name        the achievement's, empty unless that is public
 * @param finding     what the rule says
 * @param original    what its owner calls the file, for its owner alone; empty once it was asked
 * @param facts       what is known of the file, or empty
 */
public record Asked(Optional<UUID> achievement, String rule, String item, String name, Text finding, String original, String facts) {

    /**
     * @param name     the achievement's; empty unless it is public
     * @param original what its owner calls the file that it is about, or empty
     * @param told     whether words about it may be shown; else rule and figures alone
     */
    public static Asked of(Finding finding, Material material, String name, String original, boolean told) {
        var achievement = material.achievements().stream().filter(each -> each.folder().equals(finding.place().folder())).findFirst().flatMap(Achievement::id);
        var sentence = told ? new Text(finding.message(Lang.ZH), finding.message(Lang.EN)) : Text.same("");
        return new Asked(achievement, finding.rule(), Rules.item(finding, material), told ? name : "", sentence, told ? original : "",
            material.file(finding.subject()).map(Asked::words).orElse(""));
    }

    private static String words(FileFacts facts) {
        var picture = facts.picture().filter(each -> !each.broken()).map(each -> each.seenWidth() + "×" + each.seenHeight());
        var film = facts.film().filter(each -> !each.broken()).map(each -> each.width() + "×" + each.height());
        var time = facts.film().flatMap(FilmFacts::duration).map(each -> "%d:%02d".formatted(each.toMinutes(), each.toSecondsPart()));
        return Stream.of(Optional.of(Sizes.bytes(facts.size())), picture, film, time)
            .flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }

    boolean same(Asked other) {
        return rule.equals(other.rule) && item.equals(other.item);
    }
}
