package huizhan.achievement;

import huizhan.organization.Account;
import huizhan.organization.Accounts;
import huizhan.organization.Invitation;
import huizhan.organization.Unit;
import huizhan.organization.Units;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** How far each unit of a department has come: invited, opened, joined, begun, handed over (B7). */
final class UnitProgress {
    private final Achievements achievements;
    private final Units units;
    private final Accounts accounts;
    private final Clock system;

    UnitProgress(Achievements achievements, Units units, Accounts accounts, Clock system) {
        this.achievements = achievements;
        this.units = units;
        this.accounts = accounts;
        this.system = system;
    }

    /** The furthest that a unit has come. */
    enum Stage {
        NOBODY("warn"), EXPIRED("warn"), SENT("open"), OPENED("open"), JOINED("open"), STARTED("info"), COMPLETE("good");

        private final String kind;

        Stage(String kind) {
            this.kind = kind;
        }

        public String kind() {
            return kind;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One unit.
     *
     * @param joined  people who have signed in
     * @param people  all who were invited and not switched off
     * @param drafts  achievements that it is filling in
     * @param ready   those of them without an error
     * @param returned awaited back
     * @param handed  with the department
     */
    record Line(String name, String through, Stage stage, long joined, long people, long drafts, long ready, long returned, long handed) {}

    /** Open units, by the level between, then in the order they were made. */
    List<Line> of(UUID department) {
        var everyone = accounts.of(department);
        var all = Stream.concat(achievements.withUnits(department).stream(), achievements.candidates(department).stream()).filter(each -> !each.byDepartment()).toList();
        return units.of(department).stream().filter(Unit::isOpen).map(unit -> line(unit,
            everyone.stream().filter(each -> each.unit().equals(Optional.of(unit.id())) && each.disabledAt().isEmpty()).toList(),
            all.stream().filter(each -> each.unit().equals(Optional.of(unit.id()))).toList())).sorted(Comparator.comparing(Line::through)).toList();
    }

    private Line line(Unit unit, List<Account> people, List<Candidate> mine) {
        long joined = people.stream().filter(each -> each.username().isPresent()).count();
        long handed = mine.stream().filter(each -> each.state() == Candidate.State.HANDED).count();
        long returned = mine.stream().filter(each -> each.state() == Candidate.State.RETURNED).count();
        var drafts = mine.stream().filter(each -> each.state() == Candidate.State.DRAFT).toList();
        var stage = !mine.isEmpty() ? handed == mine.size() ? Stage.COMPLETE : Stage.STARTED : joined > 0 ? Stage.JOINED : invited(people);
        return new Line(unit.name(), unit.through(), stage, joined, people.size(), drafts.size(), drafts.stream().filter(each -> each.errors() == 0).count(), returned, handed);
    }

    private Stage invited(List<Account> people) {
        return people.stream().flatMap(each -> each.invitation().stream()).map(each -> each.state(system.instant())).map(UnitProgress::stage)
            .max(Comparator.naturalOrder()).orElse(Stage.NOBODY);
    }

    private static Stage stage(Invitation.State state) {
        return switch (state) {
            case SENT -> Stage.SENT;
            case OPENED -> Stage.OPENED;
            case USED -> Stage.JOINED;
            case EXPIRED, REVOKED -> Stage.EXPIRED;
        };
    }
}
