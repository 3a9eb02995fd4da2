package huizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.desk.TestDesk;
import huizhan.kernel.Lang;
import huizhan.kit.Kits;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages that are another's: of the first run, of one-time codes, of the restricted zone and of a desk. Beside {@link EveryPageTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherPagesTest {
    @TempDir static Path workshop;
    private Chrome chrome;

    @BeforeAll void open() {
        chrome = Chrome.forLooking();
    }

    @AfterAll void close() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test void the_first_run_keeps_nobody_out() {
        try (var server = TestServer.real()) {
            var round = new Round(chrome);
            round.make(WayIn.firstRun(server));
            round.make(List.of(WayIn.setUp(server)), Lang.ZH);
            assertThat(round.remarks()).isEmpty();
        }
    }

    @Test void a_desk_keeps_nobody_out_but_strangers() throws IOException {
        try (var desk = TestDesk.bare(); var unit = TestDesk.ofUnit(Kits.ofUnit("53", "示例研究所"))) {
            var round = new Round(chrome);
            round.make(DeskVisits.bare(desk));
            round.make(DeskVisits.placing(desk));
            round.make(DeskVisits.ofDepartment(desk));
            round.make(DeskVisits.signedOff(desk, workshop));
            round.make(DeskVisits.ofUnit(unit));
            assertThat(round.remarks()).isEmpty();
        }
    }

    @Test void a_desk_that_takes_discs_in_keeps_nobody_out() throws IOException {
        try (var desk = TestDesk.ofDepartment(Kits.ofDepartment("53"))) {
            var round = new Round(chrome);
            round.make(DeskVisits.gathered(desk, workshop));
            assertThat(round.remarks()).isEmpty();
        }
    }

    @Test void one_time_codes_and_the_restricted_zone_keep_nobody_out() throws IOException {
        try (var inner = Company.inner()) {
            var round = new Round(chrome);
            round.make(WayIn.codes(inner));
            round.make(WayIn.nonPublic(inner, workshop));
            assertThat(round.remarks()).isEmpty();
        }
    }
}
