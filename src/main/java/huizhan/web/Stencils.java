package huizhan.web;

import huizhan.kernel.Lang;
import huizhan.kernel.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * Fragments of large forms, of which a page has dozens and each differs from another's only in what is typed. The template is rendered
 * once for each shape (field, language, open or closed, boxes ticked) with marks in place of what is typed; from then on only the
 * typed goes in, escaped as the template would. Nothing typed is kept here.
 */
public final class Stencils {
    /** More shapes than a call has; whoever has more begins anew. */
    private static final int MOST = 10_000;
    private final ITemplateEngine engine;
    private final Zone zone;
    private final Assets assets;
    private final Map<Shape, Stencil> stencils = new ConcurrentHashMap<>();

    Stencils(ITemplateEngine engine, Zone zone, Assets assets) {
        this.engine = engine;
        this.zone = zone;
        this.assets = assets;
    }

    private record Shape(String template, String fragment, Lang lang, Object model) {}

    /** Hands out marks for what changes from one page to the next, and keeps what goes in their place for this once. */
    public static final class Marks {
        /** A private-use character each, which no template and no message has. */
        private static final char FIRST = '\uE000';
        private static final char LAST = '\uF8FF';
        /** The same text each time, so that its hash is known. */
        private static final String[] SIGNS = IntStream.rangeClosed(FIRST, LAST).mapToObj(sign -> String.valueOf((char) sign)).toArray(String[]::new);
        private static final long NUMBERS = 9_150_000_000_000_000_000L;
        private final List<Object> values = new ArrayList<>();
        /** By the number of its mark, what stands for a number or an id until the template has printed it. */
        private final Map<Integer, Object> literals = new HashMap<>();

        /** For a text; the template may not look into it. */
        public String text(String value) {
            return mark(HtmlEscape.escapeHtml4Xml(value));
        }

        /** For a part that is printed already. */
        public String html(Html printed) {
            return mark(printed);
        }

        /** For a number that the template prints as it is. */
        public long number(long value) {
            long stands = NUMBERS + values.size();
            literals.put(values.size(), stands);
            mark(value);
            return stands;
        }

        /** For an id, which is printed as it is or in an address. */
        public UUID id(UUID value) {
            var stands = new UUID(NUMBERS, values.size());
            literals.put(values.size(), stands);
            mark(value);
            return stands;
        }

        private String mark(Object value) {
            if (values.size() >= SIGNS.length) {
                throw new IllegalStateException("too many marks in one part of a page");
            }
            values.add(value);
            return sign(values.size() - 1);
        }

        private static String sign(int number) {
            return SIGNS[number];
        }

        /** The number of a mark, or -1 for any other character. */
        static int number(char sign) {
            return sign >= FIRST && sign <= LAST ? sign - FIRST : -1;
        }

        private String marked(String html) {
            var all = html;
            for (var each : literals.entrySet()) {
                all = all.replace(each.getValue().toString(), sign(each.getKey()));
            }
            return all;
        }
    }

    /** A whole page, whose inside is printed already. */
    public PrintedPage page(PrintedPage.Main page) {
        return PrintedPage.whole(this, page);
    }

    /** A part that a page fetches anew. */
    public PrintedPage part(Html html) {
        return PrintedPage.part(this, html);
    }

    ShellFrame frame(Shell shell, Marks marks) {
        return ShellFrame.of(shell, assets, marks);
    }

    /**
     * Prints a fragment. It sees nobody: of the shell it has the language and the addresses of static files.
     *
     * @param fragment its name, or empty for the whole template
     * @param model    what the fragment sees, with marks in place of what changes; equal models are one shape
     */
    public Html print(Lang lang, String template, String fragment, Function<Marks, Map<String, Object>> model) {
        var marks = new Marks();
        var seen = model.apply(marks);
        return filled(new Shape(template, fragment, lang, seen), marks, () -> seen);
    }

    /**
     * The same where something smaller than the model says what shape it is.
     *
     * @param shape equal where the models are, but for what is typed; then the marks come in the same order
     * @param model hands out the marks, and lays the model out should it be wanted
     */
    public Html print(Lang lang, String template, String fragment, Object shape, Function<Marks, Supplier<Map<String, Object>>> model) {
        var marks = new Marks();
        return filled(new Shape(template, fragment, lang, shape), marks, model.apply(marks));
    }

    private Html filled(Shape shape, Marks marks, Supplier<Map<String, Object>> model) {
        var stencil = stencils.get(shape);
        if (stencil == null) {
            stencil = Stencil.cut(marks.marked(rendered(shape, model.get())), marks.values.size());
            if (stencils.size() >= MOST) stencils.clear();
            stencils.put(shape, stencil);
        }
        return stencil.fill(marks.values);
    }

    private String rendered(Shape shape, Map<String, Object> model) {
        var context = new Context(shape.lang().locale(), model);
        if (!context.containsVariable(Shell.NAME)) {
            context.setVariable(Shell.NAME, ShellFrame.bare(shape.lang(), zone.name().toLowerCase(Locale.ROOT), assets));
        }
        var parts = shape.fragment().isEmpty() ? null : Set.of(shape.fragment());
        return engine.process(new TemplateSpec(shape.template(), parts, TemplateMode.HTML, Map.of()), context);
    }
}
