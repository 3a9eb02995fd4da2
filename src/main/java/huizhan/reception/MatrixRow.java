package huizhan.reception;

import huizhan.organization.Department;
import huizhan.reception.Checklist.Figures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far one department's papers and discs have come (B10).
 *
 * @param receipt of the sign-off that holds; empty without one
 */
record MatrixRow(Department department, String receipt, Figures figures) {
    private static final Comparator<MatrixRow> BY_CODE = Comparator.comparing(row -> row.department().code());

    /** Ways to sort: who needs a hand first, by number, the newest parcel first. */
    private static final Map<String, Comparator<MatrixRow>> ORDERS = Map.of(
        "need", Comparator.comparing(MatrixRow::state).thenComparing(row -> -row.figures().late()).thenComparing(BY_CODE),
        "code", BY_CODE,
        "arrived", Comparator.comparing((MatrixRow row) -> row.figures().arrived().orElse(java.time.LocalDate.MIN)).reversed().thenComparing(BY_CODE));

    /** In the order in which they need a hand. */
    enum State {
        DISCREPANCY("bad"), PART("half"), NONE("open"), COMPLETE("good");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<State> of(String code) {
            return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
        }
    }

    public State state() {
        if (figures.discrepancies() > 0) return State.DISCREPANCY;
        if (figures.complete()) return State.COMPLETE;
        return figures.nothing() ? State.NONE : State.PART;
    }

    static List<String> orders() {
        return List.of("need", "code", "arrived");
    }

    static Comparator<MatrixRow> order(String code) {
        return Optional.ofNullable(ORDERS.get(code)).orElseGet(() -> ORDERS.getOrDefault("need", BY_CODE));
    }
}
