package huizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.desk.TestDesk;
import huizhan.kernel.Lang;
import huizhan.kit.Kits;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page, in both languages, on a desk and on a telephone: nobody is kept out by it, nothing is cut off (WCAG 2.2 AA, B1), and no
 * page is forgotten. {@code -Dhuizhan.shots=DIR} keeps a picture of each; {@code -Dhuizhan.visits=REGEX} looks at some only, and then misses the others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    @TempDir static Path workshop;
    private Chrome chrome;
    private Company company;

    @BeforeAll void open() throws IOException {
        chrome = Chrome.orSkip();
        company = new Company(workshop);
    }

    @AfterAll void close() {
        if (company != null) {
            company.close();
        }
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test void no_page_keeps_anybody_out_and_none_is_forgotten() {
        var round = new Round(chrome);
        round.make(Visits.of(company));
        round.make(FerryVisits.handMade(company.server, workshop));
        try (var inner = FerryVisits.inner()) {
            round.make(FerryVisits.of(inner, workshop));
            round.make(ReceptionVisits.restricted(inner));
        }
        assertThat(Stream.concat(round.remarks().stream(), new Coverage(company.server).forgotten(round.seen()).stream())).isEmpty();
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

    @Test void one_time_codes_and_the_restricted_zone_keep_nobody_out() throws IOException {
        try (var inner = Company.inner()) {
            var round = new Round(chrome);
            round.make(WayIn.codes(inner));
            round.make(WayIn.nonPublic(inner, workshop));
            assertThat(round.remarks()).isEmpty();
        }
    }
}
