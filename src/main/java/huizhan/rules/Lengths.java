package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.subject;
import static huizhan.rules.Say.told;

import huizhan.call.Call;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.Material;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The two limits in 字 (A5, A8); no tolerance, and nothing is ever cut. */
final class Lengths {
    private Lengths() {}

    static List<Finding> statement(Material material, Call call, Optional<Zone> zone) {
        int most = call.limits().statement();
        return told(material).filter(each -> statement(each) > most)
                .map(each -> error("A5.length", "", subject(each, "statement"), place(each, "statement"), statement(each), most, statement(each) - most))
                .toList();
    }

    /** Our own headings don't count; what was typed in the sections, or the prose of a Word file, does. */
    static int statement(Achievement achievement) {
        var sections = achievement.statement();
        return sections.blank() ? CharacterCount.of(achievement.prose())
                : sections.texts().stream().mapToInt(entry -> CharacterCount.of(entry.getValue())).sum();
    }

    static List<Finding> boardText(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> {
            int count = CharacterCount.of(each.values().text("board.text"));
            int most = call.limits().boardText();
            return count <= most ? Stream.<Finding>empty()
                    : Stream.of(error("A8.length", "", subject(each, "board.text"), place(each, "board.text"), count, most, count - most));
        }).toList();
    }
}
