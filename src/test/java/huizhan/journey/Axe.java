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
    private static final String SOURCE = source();
    private static final String RUN = """
        async () => (await axe.run({resultTypes: ['violations'], preload: false, iframes: false})).violations
          .filter((each) => each.impact === 'serious' || each.impact === 'critical')
          .flatMap((each) => each.nodes.map((node) => `${each.impact} ${each.id}: ${node.target.join(' ')} ${node.failureSummary}`))""";
    /** Colours depend on the style sheets alone, and to find what lies behind each word costs more than all other rules together. */
    private static final String RUN_WITHOUT_COLOURS = RUN.replace("iframes: false", "iframes: false, rules: {'color-contrast': {enabled: false}}");
    /** What of a page's frame and of its content matters to axe-core: elements, attributes but for what differs from record to record, and where there are words. */
    private static final String BUILD = """
        () => {
          const attribute = (one) => /^(class|role|type|scope|tabindex|aria-.*|data-state)$/.test(one.name) ? `[${one.name}=${one.value.replace(/[0-9a-f-]{8,}|[0-9]+/g, '0')}]` : `[${one.name}]`;
          const words = (each) => [...each.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim()) ? '+' : '';
          const told = (some) => some.map((each) => each.tagName + [...each.attributes].map(attribute).join('') + words(each)).join('>');
          const all = [...document.querySelectorAll('*')];
          return [told(all.filter((each) => each.closest('main'))), told(all.filter((each) => !each.closest('main')))];
        }""";
    private static final String TOO_WIDE = """
        () => {
          const edge = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= edge) return [];
          const out = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > edge + 1);
          return ['scrolls sideways: ' + out.slice(0, 5).map((each) => `${each.tagName}.${each.className}`).join(' ')];
        }""";

    private Axe() {}

    private static String source() {
        try (var file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe-core/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is serious or critical; one line for each place. */
    static List<String> barriers(Page page, boolean colours) {
        if (page.evaluate("typeof axe").equals("undefined")) page.evaluate(SOURCE);
        return lines(page.evaluate(colours ? RUN : RUN_WITHOUT_COLOURS));
    }

    /** How a page's content and its frame are built; two pages with the same have the same barriers. */
    static List<String> build(Page page) {
        return lines(page.evaluate(BUILD));
    }

    /** Empty where the page needs no scrolling sideways. */
    static List<String> tooWide(Page page) {
        return lines(page.evaluate(TOO_WIDE));
    }

    private static List<String> lines(Object answer) {
        return ((List<?>) answer).stream().map(String::valueOf).toList();
    }
}
