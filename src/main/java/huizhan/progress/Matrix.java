package huizhan.progress;

import huizhan.achievement.Achievements;
import huizhan.achievement.Whereabouts;
import huizhan.kernel.Faults;
import huizhan.nomination.Standing;
import huizhan.nomination.Standings;
import huizhan.opening.Forwardings;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import huizhan.organization.Turnout;
import huizhan.organization.Turnouts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All departments with how far each has come, in the same few statements however many there are (B10). */
@Service
class Matrix {
    private final Turnouts turnouts;
    private final Achievements achievements;
    private final Standings standings;
    private final ProgressSql sql;
    private final Field field;

    /** Which departments take part in what. */
    @org.springframework.stereotype.Component
    record Field(Departments departments, OpenCall open, Forwardings forwardings) {}

    Matrix(Turnouts turnouts, Achievements achievements, Standings standings, ProgressSql sql, Field field) {
        this.turnouts = turnouts;
        this.achievements = achievements;
        this.standings = standings;
        this.sql = sql;
        this.field = field;
    }

    /** Every department that takes part today, who needs a call first. */
    @Transactional(readOnly = true)
    List<Row> rows() {
        var there = turnouts.all();
        var everything = achievements.everywhere();
        var work = everything.stream().collect(Collectors.groupingBy(Whereabouts::department));
        var lists = standings.all(everything.stream().filter(Whereabouts::handed).map(Whereabouts::id).collect(Collectors.toSet()));
        var call = field.open().call().id();
        var ends = field.open().ends();
        var forwarded = field.forwardings().departments();
        var reminded = sql.lastReminders(call);
        var called = sql.lastCalls(call);
        return field.departments().active().stream().map(each -> {
            var mine = work.getOrDefault(each.id(), List.<Whereabouts>of());
            return new Row(each, there.getOrDefault(each.id(), Turnout.NOBODY), forwarded.contains(each.id()), mine.size(),
                mine.stream().filter(Whereabouts::waits).count(), mine.stream().filter(Whereabouts::handed).count(), lists.getOrDefault(each.id(), Standing.none(each.id())),
                ends.getOrDefault(each.id(), field.open().call().deadline().end()), Optional.ofNullable(reminded.get(each.id())), Optional.ofNullable(called.get(each.id())));
        }).sorted(Row.BY_URGENCY).toList();
    }

    @Transactional(readOnly = true)
    List<Row> rows(Choice choice) {
        return rows().stream().filter(choice::takes).toList();
    }

    /** @throws Faults.NotThere where no such department takes part */
    @Transactional(readOnly = true)
    Row row(UUID department) {
        return rows().stream().filter(each -> each.department().id().equals(department)).findFirst().orElseThrow(Faults.NotThere::new);
    }

    /** How many stand where; each state is there, if only with 0. */
    static Map<Row.State, Long> counts(List<Row> rows) {
        var counts = new java.util.EnumMap<Row.State, Long>(Row.State.class);
        for (var state : Row.State.values()) counts.put(state, rows.stream().filter(each -> each.state() == state).count());
        return counts;
    }
}
