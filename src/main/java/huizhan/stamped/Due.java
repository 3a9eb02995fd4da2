package huizhan.stamped;

import huizhan.kernel.Disclosure;
import huizhan.material.Achievement;
import huizhan.media.StoredFile;
import huizhan.nomination.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A paper that is expected of a department.
 *
 * @param rank     0 for the papers of the nomination
 * @param name     the achievement's, as typed; empty for the papers of the nomination
 * @param fromUnit the stamped scan that the unit has put among its separate sheets
 */
record Due(Paper paper, int rank, String name, Optional<StoredFile> fromUnit) {
    private static final String STAMPED = "stamped";

    /** Of a list: annex 1, the letter, annex 2 of each public achievement by rank; of an empty list nothing. Of what is not public no word (A4). */
    static List<Due> of(Content content) {
        var due = new ArrayList<Due>();
        if (content.material().achievements().isEmpty()) {
            return due;
        }
        due.add(new Due(Paper.SUMMARY, 0, "", Optional.empty()));
        due.add(new Due(Paper.LETTER, 0, "", Optional.empty()));
        content.material().achievements().stream().filter(each -> !each.stub() && each.shownTo().filter(Disclosure.PUBLIC::equals).isPresent())
            .sorted(Comparator.comparing(each -> each.rank().orElse(0))).forEach(each -> due.add(boardForm(each, content)));
        return due;
    }

    private static Due boardForm(Achievement each, Content content) {
        var scan = each.attachments().stream().filter(sheet -> sheet.kind().equals(STAMPED))
            .flatMap(sheet -> Optional.ofNullable(content.files().get(sheet.file())).stream()).findFirst();
        return new Due(Paper.boardForm(each.id().orElseThrow()), each.rank().orElse(0), each.name(), scan);
    }
}
