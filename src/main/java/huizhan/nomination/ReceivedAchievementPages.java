package huizhan.nomination;

import huizhan.call.Choice;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.web.Html;
import huizhan.web.Paging;
import huizhan.web.Stencils;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organizer's list of all achievements that came in: look for some, narrow, sort (A14, B10). */
@Controller
class ReceivedAchievementPages {
    private static final String TEMPLATE = "nomination/achievements";
    private final ReceivedAchievements received;
    private final Stencils stencils;
    private final Tabs tabs;

    ReceivedAchievementPages(ReceivedAchievements received, Stencils stencils, Tabs tabs) {
        this.received = received;
        this.stencils = stencils;
        this.tabs = tabs;
    }

    /**
     * {@code templates/nomination/achievements.html}.
     *
     * @param search printed
     * @param rows   printed
     */
    record Page(String search, String rows, Paging paging, long all, String address, ReceivedFilter filter, List<Column> columns) {}

    /** A row in words; of a stub only department, rank and disclosure are there. */
    record Row(boolean stub, String department, String rank, String name, String who, String direction, String forms, String kind, String disclosure,
               String href, String receipt) {

        Row framed(Stencils.Marks marks) {
            return new Row(stub, marks.text(department), marks.text(rank), marks.text(name), marks.text(who), marks.text(direction), marks.text(forms),
                marks.text(kind), marks.text(disclosure), marks.text(href), marks.text(receipt));
        }
    }

    /** One thing to narrow by. */
    record Choices(String name, String chosen, List<Option> options) {}

    record Option(String code, String label) {}

    /** A column that sorts; {@code here} is the one that does now. */
    record Column(String name, String href, boolean here) {}

    @GetMapping("/nominations/achievements")
    String list(Lang lang, @RequestParam Map<String, String> asked, @RequestParam(defaultValue = "1") int page, Model model) {
        var filter = ReceivedFilter.of(asked);
        var part = received.part(filter, page);
        var words = new Words(all(lang), lang == Lang.ZH ? "、" : ", ");
        var rows = part.lines().stream().map(each -> row(each, Objects.requireNonNull(part.names().get(each.department())).in(lang), words))
            .map(row -> stencils.print(lang, TEMPLATE, "row", marks -> Map.of("r", row.framed(marks)))).collect(Html.joining()).toString();
        var columns = ReceivedFilter.SORTS.stream().map(each -> new Column(each, filter.sortedBy(each), each.equals(filter.sort()))).toList();
        model.addAttribute("page", new Page(search(filter, lang), rows, part.paging(), part.all(), filter.address(), filter, columns));
        model.addAttribute("tabs", tabs.all());
        return TEMPLATE;
    }

    private String search(ReceivedFilter filter, Lang lang) {
        return stencils.print(lang, TEMPLATE, "search", marks -> Map.of("words", marks.text(filter.words()), "choices", choices(filter, lang),
            "sort", filter.sort(), "narrows", filter.narrows())).toString();
    }

    private static Row row(ReceivedAchievementSql.Received from, String department, Words words) {
        var line = from.achievement();
        var who = Stream.of(line.undertaker(), line.foreignPartner()).filter(each -> !each.isBlank()).collect(Collectors.joining(" · "));
        return new Row(line.stub(), department, String.valueOf(line.rank()), line.name(), who,
            words.of("directions", line.directions().stream().limit(1).toList()), words.of("exhibit-forms", line.forms()),
            words.of("kinds", Stream.of(line.kind()).filter(each -> !each.isEmpty()).toList()), words.of("disclosure", List.of(line.disclosure().code())),
            "/nomination/receipts/" + from.revision(), from.receipt());
    }

    /** @param all every code's word, by its list and itself */
    private record Words(Map<String, String> all, String comma) {

        String of(String list, List<String> codes) {
            return codes.stream().map(each -> all.getOrDefault(list + " " + each, each)).collect(Collectors.joining(comma));
        }
    }

    private Map<String, String> all(Lang lang) {
        return Stream.of("directions", "exhibit-forms", "kinds", "disclosure")
            .flatMap(list -> options(list, lang).map(each -> Map.entry(list + " " + each.code(), each.label())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Choices> choices(ReceivedFilter filter, Lang lang) {
        return List.of(new Choices("direction", filter.direction(), options("directions", lang).toList()),
            new Choices("form", filter.form(), options("exhibit-forms", lang).toList()), new Choices("kind", filter.kind(), options("kinds", lang).toList()),
            new Choices("field", filter.field(), options("fields", lang).toList()),
            new Choices("disclosure", filter.disclosure(), options("disclosure", lang).toList()));
    }

    private Stream<Option> options(String list, Lang lang) {
        return switch (list) {
            case "kinds" -> received.call().kinds().stream().map(each -> option(each.code(), each.label(), lang));
            case "disclosure" -> Stream.of(Disclosure.values()).map(each -> option(each.code(), each.label(), lang));
            default -> received.call().choices(list).stream().map((Choice each) -> option(each.code(), each.label(), lang));
        };
    }

    private static Option option(String code, Text label, Lang lang) {
        return new Option(code, label.in(lang));
    }
}
