package huizhan.nomination;

import huizhan.material.NominationReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far all departments' nominations have come, in the same few statements however many there are (B10). */
@Service
public class Standings {
    /** Without these in its head a summary table is refused (A11). */
    private static final List<String> WANTED = List.of("name", "contact", "telephone");
    private final StandingSql sql;
    private final Nominations nominations;

    Standings(StandingSql sql, Nominations nominations) {
        this.sql = sql;
        this.nominations = nominations;
    }

    /**
     * By department; those without a list are left out.
     *
     * @param handed the achievements that are with their departments now
     */
    @Transactional(readOnly = true)
    public Map<UUID, Standing> all(Set<UUID> handed) {
        var call = nominations.call();
        var lines = new HashMap<UUID, List<Line>>();
        sql.lines(call.id()).forEach(each -> lines.computeIfAbsent(each.department(), id -> new ArrayList<>()).add(each.line()));
        var standings = new HashMap<UUID, Standing>();
        sql.lists(call.id(), WANTED).forEach(list -> standings.put(list.department(), standing(list, lines.getOrDefault(list.department(), List.of()), handed)));
        return standings;
    }

    private Standing standing(StandingSql.Head list, List<Line> lines, Set<UUID> handed) {
        var visible = lines.stream().filter(each -> !each.stub()).toList();
        var complete = !visible.isEmpty() && visible.size() <= nominations.call().limits().nominated() && list.filled() == WANTED.size()
            && visible.stream().allMatch(each -> handed.contains(each.id()));
        var shown = list.signed().isPresent() ? lines.size() : visible.size();
        return new Standing(list.department(), shown, complete, list.submitted() && !visible.isEmpty(), list.signed());
    }

    /**
     * One achievement that is signed off, as figures count it: no title, no text.
     *
     * @param direction the main one, empty for none
     */
    public record Counted(UUID department, String direction, List<String> forms, String disclosure) {}

    /** Every achievement of the sign-offs that hold. */
    @Transactional(readOnly = true)
    public List<Counted> counted() {
        return sql.contents(nominations.call().id()).stream().flatMap(each -> counted(each).stream()).toList();
    }

    private List<Counted> counted(StandingSql.Content content) {
        try {
            return NominationReader.read(content.json().getBytes(StandardCharsets.UTF_8), nominations.call()).achievements().stream()
                .map(each -> new Counted(content.department(), each.values().codes("directions").stream().findFirst().orElse(""),
                    each.values().codes("exhibitForms"), each.disclosure())).toList();
        } catch (NominationReader.Unreadable e) {
            throw new IllegalStateException("a sign-off of department " + content.department() + " can't be read: " + e.getMessage());
        }
    }
}
