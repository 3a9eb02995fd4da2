package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** With one turn for all, everybody gets their page, and each turn is given back, whatever became of the page. */
class PageTurnsTest {
    private static final Instant IN_THE_CALL = Instant.parse("2015-07-10T01:00:00Z");

    @Test void everybody_gets_a_page_and_each_turn_comes_back() throws Exception {
        try (var server = TestServer.start(options -> options.at(IN_THE_CALL).with("huizhan.totp", "off").with("huizhan.pages-at-once", "1"))) {
            var people = server.people();
            var drafter = people.of(people.department("35"), Role.DRAFTER);
            var browser = server.browserOf(drafter);
            var asked = new ArrayList<Future<Integer>>();
            var visitors = Executors.newFixedThreadPool(12);
            try {
                for (int i = 0; i < 10; i++) {
                    for (var path : List.of("/nomination", "/achievements", "/not-there", "/achievements/00000000-0000-4000-8000-000000000000", "/")) {
                        asked.add(visitors.submit(() -> browser.get(path).status()));
                    }
                }
                for (int i = 0; i < asked.size(); i++) {
                    assertThat(asked.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(List.of(200, 200, 404, 404, 302).get(i % 5));
                }
            } finally {
                visitors.shutdownNow();
            }
            assertThat(server.get(PageTurns.class).taken()).isZero();
        }
    }

    @Test void who_has_waited_long_goes_in_all_the_same_and_only_pages_wait() throws Exception {
        try (var server = TestServer.start(options -> options.at(IN_THE_CALL).with("huizhan.totp", "off").with("huizhan.pages-at-once", "1"))) {
            var browser = server.browserOf(server.people().of(server.people().department("35"), Role.DRAFTER));
            browser.get("/nomination");
            var turns = server.get(PageTurns.class);
            assertThat(turns.hold()).isTrue();
            assertThat(waits(turns, () -> browser.get("/health"))).isFalse();
            assertThat(waits(turns, () -> browser.post("/nomination/stubs", Map.of()))).isFalse();
            assertThat(waits(turns, () -> assertThat(browser.get("/nomination").status()).isEqualTo(200))).isTrue();
            assertThat(waits(turns, () -> browser.get("/nomination"))).as("after one that waited in vain").isFalse();
            assertThat(turns.taken()).isOne();
        }
    }

    /** Whether somebody was seen to wait for a turn meanwhile. */
    private static boolean waits(PageTurns turns, Runnable work) throws Exception {
        var done = CompletableFuture.runAsync(work);
        boolean seen = false;
        while (!done.isDone()) {
            seen |= turns.waiting() > 0;
            Thread.yield();
        }
        done.get();
        return seen;
    }
}
