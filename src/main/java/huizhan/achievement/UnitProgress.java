package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.organization.Account;
import huizhan.organization.Accounts;
import huizhan.organization.Invitation;
import huizhan.organization.MiddleBodies;
import huizhan.organization.MiddleBody;
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
    private final Houses houses;
    private final Accounts accounts;
    private final Clock system;

    /** What people belong to. */
    record Houses(Units units, MiddleBodies bodies) {}

    UnitProgress(Achievements achievements, Houses houses, Accounts accounts, Clock system) {
        this.achievements = achievements;
        this.houses = houses;
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
     * @param waiting at the body between
     * @param handed  with the department
     */
    record Line(String name, String through, Stage stage, long joined, long people, long drafts, long ready, long returned, long waiting, long handed) {}

    /** Open units, by the body between, then in the order they were made; of a body's person its own. */
    List<Line> of(Actor me) {
        var department = me.owner();
        var everyone = accounts.of(department);
        var bodies = houses.bodies().names(department);
        var all = Stream.concat(achievements.withUnits(department).stream(), achievements.candidates(department).stream()).filter(each -> !each.byDepartment()).toList();
        return houses.units().of(department).stream().filter(unit -> unit.isOpen() && (me.middle().isEmpty() || unit.middle().equals(me.middle()))).map(unit -> line(unit, unit.middle().map(bodies::get).orElse(""),
            everyone.stream().filter(each -> each.unit().equals(Optional.of(unit.id())) && each.disabledAt().isEmpty()).toList(),
            all.stream().filter(each -> each.unit().equals(Optional.of(unit.id()))).toList())).sorted(Comparator.comparing(Line::through)).toList();
    }

    private Line line(Unit unit, String through, List<Account> people, List<Candidate> mine) {
        long joined = people.stream().filter(each -> each.username().isPresent()).count();
        long handed = mine.stream().filter(Candidate::arrived).count();
        long waiting = mine.stream().filter(each -> each.state() == Candidate.State.MIDDLE).count();
        long returned = mine.stream().filter(each -> each.state() == Candidate.State.RETURNED).count();
        var drafts = mine.stream().filter(each -> each.state() == Candidate.State.DRAFT).toList();
        var stage = !mine.isEmpty() ? handed + waiting == mine.size() ? Stage.COMPLETE : Stage.STARTED : joined > 0 ? Stage.JOINED : invited(people);
        return new Line(unit.name(), through, stage, joined, people.size(), drafts.size(), drafts.stream().filter(each -> each.errors() == 0).count(), returned, waiting, handed);
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

    /**
     * An open body between.
     *
     * @param joined  people who have signed in; {@code people} all who were invited and not switched off
     * @param units   that report through it
     * @param waiting achievements that wait there
     */
    record Between(UUID id, String name, long joined, long people, long units, long waiting) {}

    /** A department's open bodies, with what the lines of its units say of them. */
    List<Between> between(UUID department, List<Line> lines) {
        var open = houses.bodies().of(department).stream().filter(MiddleBody::isOpen).toList();
        if (open.isEmpty()) return List.of();
        var everyone = accounts.of(department).stream().filter(each -> each.middle().isPresent() && each.disabledAt().isEmpty()).toList();
        return open.stream().map(body -> {
            var people = everyone.stream().filter(each -> each.middle().equals(Optional.of(body.id()))).toList();
            var through = lines.stream().filter(line -> line.through().equals(body.name())).toList();
            return new Between(body.id(), body.name(), people.stream().filter(each -> each.username().isPresent()).count(), people.size(), through.size(),
                through.stream().mapToLong(Line::waiting).sum());
        }).toList();
    }
}
