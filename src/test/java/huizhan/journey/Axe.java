package huizhan.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Barriers on a page as axe-core finds them (WCAG 2.2 A and AA, and its good practice), and what can't be read on a narrow screen. Films
 * aren't loaded for it: it would wait for each that starts only when it is asked to.
 */
final class Axe {
    private static final String RUN = """
        async () => (await axe.run({resultTypes: ['violations'], preload: false, iframes: false})).violations
          .filter((each) => each.impact === 'serious' || each.impact === 'critical')
          .flatMap((each) => each.nodes.map((node) => `${each.impact} ${each.id}: ${node.target.join(' ')} ${node.failureSummary}`))""";
    private static final String TOO_WIDE = """
        () => {
          const edge = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= edge) return [];
          const out = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > edge + 1);
          return ['scrolls sideways: ' + out.slice(0, 5).map((each) => `${each.tagName}.${each.className}`).join(' ')];
        }""";

    private Axe() {}

    /** What every page of a window gets before its own scripts. */
    static String source() {
        try (var file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe-core/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is serious or critical; one line for each place. */
    static List<String> barriers(Page page) {
        return lines(page.evaluate(RUN));
    }

    /** Empty where the page needs no scrolling sideways. */
    static List<String> tooWide(Page page) {
        return lines(page.evaluate(TOO_WIDE));
    }

    private static List<String> lines(Object answer) {
        return ((List<?>) answer).stream().map(String::valueOf).toList();
    }
}
