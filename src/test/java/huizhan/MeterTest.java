package huizhan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** How far a ferry has come: one line drawn anew on a terminal, a line for each thing elsewhere. */
class MeterTest {
    private final StringWriter told = new StringWriter();

    private String after(boolean terminal) {
        var meter = new Meter(new PrintWriter(told), terminal);
        meter.at(0, 40_000_000, "O-52-0001-K");
        meter.at(10_000_000, 40_000_000, "O-52-0001-K");
        meter.at(20_000_000, 40_000_000, "O-53-0001-F");
        meter.at(40_000_000, 40_000_000, "x");
        meter.end();
        return told.toString();
    }

    @Test void a_bar_on_a_terminal() {
        assertThat(after(true).lines().map(String::stripTrailing).filter(each -> !each.isEmpty())).containsExactly("[------------------------------] 0% 0/40 MB  O-52-0001-K",
            "[#######-----------------------] 25% 10/40 MB  O-52-0001-K", "[###############---------------] 50% 20/40 MB  O-53-0001-F",
            "[##############################] 100% 40/40 MB  x");
    }

    @Test void plain_lines_elsewhere() {
        assertThat(after(false).lines()).containsExactly("huizhan: 0% O-52-0001-K", "huizhan: 50% O-53-0001-F", "huizhan: 100% x");
    }
}
