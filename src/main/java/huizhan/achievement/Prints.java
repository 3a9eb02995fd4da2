package huizhan.achievement;

import huizhan.kernel.Lang;
import huizhan.web.Html;
import huizhan.web.PrintedPage;
import huizhan.web.Stencils;
import huizhan.web.Stencils.Marks;
import huizhan.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** Prints the fields and grids of a form from stencils: most of a form is labels and hints that never change. */
final class Prints {
    static final String PARTS = "achievement/parts";
    private final Stencils stencils;
    private final Texts texts;
    private final HttpServletRequest request;

    /** @param request stands for whichever is being answered */
    Prints(Stencils stencils, Texts texts, HttpServletRequest request) {
        this.stencils = stencils;
        this.texts = texts;
        this.request = request;
    }

    /** Prints a fragment of which the model is laid out by hand. */
    Html print(String template, String fragment, BiConsumer<Marks, Map<String, @Nullable Object>> model) {
        return stencils.print(lang(), template, fragment, marks -> {
            var laid = new HashMap<String, @Nullable Object>();
            model.accept(marks, laid);
            return laid;
        });
    }

    /** The same of something that belongs to an achievement and may hold forms. */
    Html print(String template, String fragment, UUID achievement, BiConsumer<Marks, Map<String, @Nullable Object>> model) {
        return print(template, fragment, (marks, laid) -> {
            laid.put("id", marks.id(achievement));
            laid.put("csrf", marks.text(request.getAttribute("_csrf") instanceof CsrfToken token ? token.getToken() : ""));
            model.accept(marks, laid);
        });
    }

    /** Fields under their labels, marked where the department asked for them, with why they were refused. */
    Html fields(List<Control> controls, @Nullable Correction correction, Map<String, String> refused) {
        return controls.stream().map(control -> {
            boolean asked = asked(correction, control);
            boolean no = refused.containsKey(control.field());
            return stencils.print(lang(), PARTS, "field", new FieldShape(control.look(), asked, no), marks -> {
                var framed = control.framed(marks);
                var counter = counter(marks, control);
                var why = why(marks, control, framed, refused);
                return () -> Map.of("c", framed, "asked", asked ? Set.of(framed.field()) : Set.of(), "counter", counter, "refused", why);
            });
        }).collect(Html.joining());
    }

    /** All that decides how a field looks around what is typed. */
    private record FieldShape(Control.Look look, boolean asked, boolean refused) {}

    /** The texts of a statement, each counted. */
    Html texts(List<Control> controls, Map<String, String> refused) {
        return controls.stream().map(control -> stencils.print(lang(), PARTS, "part",
            new FieldShape(control.look(), false, refused.containsKey(control.field())), marks -> {
                var framed = control.framed(marks);
                var length = marks.text(say("web.counter.plain", control.count()));
                var counter = counter(marks, control);
                var why = why(marks, control, framed, refused);
                return () -> Map.of("c", framed, "length", length, "counter", counter, "refused", why);
            })).collect(Html.joining());
    }

    Html grid(Grid grid, @Nullable Correction correction, Map<String, String> refused) {
        var asked = grid.lines().stream().flatMap(line -> line.boxes().stream()).flatMap(box -> Stream.ofNullable(box.control()))
            .filter(control -> asked(correction, control)).map(Control::field).collect(Collectors.toUnmodifiableSet());
        return stencils.print(lang(), PARTS, "grid", new GridShape(grid.plan(), grid.signs(), asked), marks -> {
            var inside = IntStream.range(0, grid.lines().size()).mapToObj(line -> cells(grid, line, marks, refused)).toList();
            return () -> Map.of("asked", asked, "g", grid.around(inside));
        });
    }

    /** All that decides how a grid looks around what is typed. */
    private record GridShape(GridPlan plan, String signs, Set<String> asked) {}

    private List<String> cells(Grid grid, int line, Marks marks, Map<String, String> refused) {
        var boxes = grid.lines().get(line).boxes();
        return IntStream.range(0, boxes.size()).mapToObj(i -> boxes.get(i).mark(marks, control -> {
            var with = boxes.get(i).with();
            return cell(new CellShape(grid.plan(), line, i, control.look(), with == null ? null : with.look(), refused.containsKey(control.field())),
                boxes.get(i), control, refused);
        })).toList();
    }

    /** All that decides how a cell looks around what is typed. */
    private record CellShape(GridPlan plan, int line, int box, Control.Look look, Control.@Nullable Look with, boolean refused) {}

    private Html cell(CellShape shape, Grid.Box box, Control control, Map<String, String> refused) {
        return stencils.print(lang(), PARTS, "cell", shape, marks -> {
            var framed = box.framed(marks);
            var counter = counter(marks, control);
            var why = why(marks, control, control, refused);
            return () -> Map.of("b", framed, "counter", counter, "refused", why);
        });
    }

    private String counter(Marks marks, Control control) {
        var limit = control.limit();
        return limit == null ? "" : marks.text(say("web.counter.limit", control.count(), limit));
    }

    /** Why it was refused, by the field's name on the page; empty where it wasn't. */
    private static Map<String, String> why(Marks marks, Control control, Control framed, Map<String, String> refused) {
        var why = refused.get(control.field());
        return why == null ? Map.of() : Map.of(framed.field(), marks.text(why));
    }

    private static boolean asked(@Nullable Correction correction, Control control) {
        return correction != null && correction.names(control.field());
    }

    String say(String key, Object... arguments) {
        return texts.in(lang(), key, arguments);
    }

    PrintedPage page(String title, Html main, Html aside) {
        return stencils.page(new PrintedPage.Main(title, main, aside));
    }

    PrintedPage part(Html html) {
        return stencils.part(html);
    }

    private static Lang lang() {
        return Lang.of(LocaleContextHolder.getLocale());
    }
}
