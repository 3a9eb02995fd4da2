package huizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
        chrome = Chrome.forLooking();
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
        round.make(FerryVisits.of(company.server, workshop));
        round.make(OutcomeVisits.scanned(company));
        try (var inner = FerryVisits.inner()) {
            round.make(FerryVisits.restricted(inner));
            round.make(ReceptionVisits.restricted(inner));
            round.make(OutcomeVisits.decided(inner, workshop));
        }
        assertThat(Stream.concat(round.remarks().stream(), new Coverage(company.server).forgotten(round.seen()).stream())).isEmpty();
    }
}
