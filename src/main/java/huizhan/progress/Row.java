package huizhan.progress;

import huizhan.kernel.Role;
import huizhan.mail.MailAddress;
import huizhan.nomination.Standing;
import huizhan.organization.Department;
import huizhan.organization.Turnout;
import huizhan.organization.Turnout.Contact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far one department has come.
 *
 * @param begun    achievements of its units and its own, wherever they are
 * @param waiting  those of them that wait at a body between the department and its units
 * @param handed   those of them that are candidates
 * @param end      the first instant that is too late for it
 * @param reminded when it was last written to; {@code called} the same by telephone
 */
record Row(Department department, Turnout turnout, boolean forwarded, long begun, long waiting, long handed, Standing standing, Instant end,
           Optional<Instant> reminded, Optional<Instant> called) {

    /** The steps of the matrix, from left to right. */
    static final List<String> STEPS = List.of("joined", "forwarded", "units", "candidates", "listed", "signed", "disc");

    /** Who needs a call first: the earliest state, in it where nobody has joined, then whose end comes first. */
    static final Comparator<Row> BY_URGENCY = Comparator.comparing(Row::state).thenComparing(row -> row.turnout().anyoneJoined())
        .thenComparing(Row::end).thenComparing(row -> row.department().code());

    /** By which reminders go (B21). */
    enum State {
        NOT_STARTED("warn"), HALF("open"), COMPLETE("info"), SIGNED("good");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Optional<State> of(String code) {
            return List.of(values()).stream().filter(each -> each.code().equals(code)).findFirst();
        }
    }

    public State state() {
        if (standing.signed().isPresent()) return State.SIGNED;
        if (standing.complete() || standing.submitted()) return State.COMPLETE;
        return begun > 0 || standing.listed() > 0 ? State.HALF : State.NOT_STARTED;
    }

    /** How a step stands. */
    enum Mark {
        DONE("good"), PART("half"), NONE("open");

        private final String icon;

        Mark(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Mark of(boolean done, boolean part) {
            return done ? DONE : part ? PART : NONE;
        }
    }

    /**
     * One cell of the matrix.
     *
     * @param figures what is counted, as {@code 2 / 5}; empty where nothing is
     */
    record Cell(String step, Mark mark, String figures) {}

    public List<Cell> cells() {
        long joined = turnout.people().stream().filter(Contact::joined).count();
        var signed = standing.signed();
        return List.of(
            new Cell("joined", Mark.of(joined(Role.DRAFTER) && joined(Role.APPROVER), !turnout.people().isEmpty()), of(joined, turnout.people().size())),
            new Cell("forwarded", Mark.of(forwarded, false), ""),
            new Cell("units", Mark.of(turnout.units() > 0 && turnout.unitsJoined() == turnout.units(), turnout.units() > 0), of(turnout.unitsJoined(), turnout.units())),
            new Cell("candidates", Mark.of(handed > 0 && handed == begun, begun > 0), of(handed, begun)),
            new Cell("listed", Mark.of(standing.complete() || signed.isPresent(), standing.listed() > 0), standing.listed() == 0 ? "" : String.valueOf(standing.listed())),
            new Cell("signed", Mark.of(signed.isPresent(), standing.submitted()), ""),
            new Cell("disc", Mark.of(signed.filter(Standing.Signed::disc).isPresent(), false), ""));
    }

    private static String of(long part, long whole) {
        return whole == 0 ? "" : part + " / " + whole;
    }

    private boolean joined(Role role) {
        return turnout.people().stream().anyMatch(each -> each.joined() && each.roles().contains(role));
    }

    /** What is still to do, the last part of a key each; none after the sign-off. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (standing.signed().isPresent()) return missing;
        if (turnout.people().isEmpty()) missing.add("nobody");
        else if (!joined(Role.DRAFTER) && !joined(Role.APPROVER)) missing.add("not-joined");
        else if (!joined(Role.APPROVER)) missing.add("no-approver");
        if (begun == 0) missing.add("no-achievement");
        else if (handed == 0) missing.add(waiting > 0 ? "at-middle" : "none-handed");
        if (handed > 0 && standing.listed() == 0) missing.add("no-list");
        if (standing.listed() > 0 && !standing.complete()) missing.add("list-incomplete");
        missing.add(standing.submitted() ? "waits-for-approver" : "no-sign-off");
        return missing;
    }

    /** Those who can be written to. */
    public List<Contact> reachable() {
        return turnout.people().stream().filter(each -> MailAddress.typed(each.email()).isPresent()).toList();
    }
}
