package huizhan.nomination;

import huizhan.call.Call;
import huizhan.kernel.Lang;
import huizhan.nomination.ReceivedAchievementSql.Received;
import huizhan.nomination.ReceivedWords.Choices;
import huizhan.web.Html;
import huizhan.web.PagingLinks;
import huizhan.web.PrintedPage;
import huizhan.web.Stencils;
import huizhan.web.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prints the organizer's list of all achievements: a hundred rows that differ in their texts alone. */
final class ReceivedPrints {
    private static final String TEMPLATE = "nomination/achievements";
    private static final String HERE = "/nominations/achievements";
    private final Stencils stencils;
    private final Texts texts;
    private final Map<Lang, ReceivedWords> words = new EnumMap<>(Lang.class);

    ReceivedPrints(Stencils stencils, Texts texts, Call call) {
        this.stencils = stencils;
        this.texts = texts;
        for (var lang : Lang.values()) {
            words.put(lang, ReceivedWords.of(call, lang));
        }
    }

    /** A column that sorts; {@code here} is the one that does now. */
    record Column(String name, String href, boolean here) {}

    /** All that decides how the search looks around the words that are looked for. */
    private record SearchShape(List<String> chosen, String sort, boolean narrows) {}

    PrintedPage page(ReceivedFilter filter, ReceivedAchievements.Part part, List<Tab> tabs, Lang lang) {
        var main = stencils.print(lang, TEMPLATE, "main", marks -> Map.of(
            "tabs", tabs.stream().map(each -> each.framed(marks)).toList(), "here", HERE,
            "search", marks.html(search(filter, lang)),
            "empty", part.lines().isEmpty(), "none", part.all() == 0,
            "count", marks.text(filter.narrows() ? say(lang, "nomination.achievements.found", part.paging().total(), part.all()) : say(lang, "nomination.achievements.count", part.all())),
            "columns", ReceivedFilter.SORTS.stream().map(each -> new Column(each, marks.text(filter.sortedBy(each)), each.equals(filter.sort()))).toList(),
            "rows", marks.html(rows(part, lang)),
            "paging", PagingLinks.of(part.paging(), filter.address(), texts, lang).framed(marks)));
        return stencils.page(new PrintedPage.Main(say(lang, "nomination.achievements"), main, null));
    }

    private String say(Lang lang, String key, Object... arguments) {
        return texts.in(lang, key, arguments);
    }

    private Html search(ReceivedFilter filter, Lang lang) {
        var choices = choices(filter, words(lang));
        var shape = new SearchShape(choices.stream().map(Choices::chosen).toList(), filter.sort(), filter.narrows());
        return stencils.print(lang, TEMPLATE, "search", shape, marks -> {
            var looked = marks.text(filter.words());
            return () -> Map.of("words", looked, "choices", choices, "sort", shape.sort, "narrows", shape.narrows);
        });
    }

    private static List<Choices> choices(ReceivedFilter filter, ReceivedWords words) {
        return List.of(words.choices("direction", filter.direction(), "directions"), words.choices("form", filter.form(), "exhibit-forms"),
            words.choices("kind", filter.kind(), "kinds"), words.choices("field", filter.field(), "fields"),
            words.choices("disclosure", filter.disclosure(), "disclosure"));
    }

    private Html rows(ReceivedAchievements.Part part, Lang lang) {
        return part.lines().stream().map(each -> row(each, Objects.requireNonNull(part.names().get(each.department())).in(lang), lang)).collect(Html.joining());
    }

    /** Of a stub only department, rank and disclosure are there. */
    private Html row(Received from, String department, Lang lang) {
        var line = from.achievement();
        var say = words(lang);
        return stencils.print(lang, TEMPLATE, "row", line.stub(), marks -> {
            var row = new Row(line.stub(), marks.text(department), marks.text(String.valueOf(line.rank())), marks.text(line.name()), marks.text(who(line)),
                marks.text(line.directions().isEmpty() ? "" : say.of("directions", line.directions().get(0))),
                marks.text(say.of("exhibit-forms", line.forms())), marks.text(line.kind().isEmpty() ? "" : say.of("kinds", line.kind())),
                marks.text(say.of("disclosure", line.disclosure().code())), marks.text("/nomination/receipts/" + from.revision()), marks.text(from.receipt()));
            return () -> Map.of("r", row);
        });
    }

    /** A row as its template sees it: marks. */
    record Row(boolean stub, String department, String rank, String name, String who, String direction, String forms, String kind, String disclosure,
               String href, String receipt) {}

    private static String who(ReceivedAchievement line) {
        if (line.undertaker().isBlank()) return line.foreignPartner();
        return line.foreignPartner().isBlank() ? line.undertaker() : line.undertaker() + " · " + line.foreignPartner();
    }

    private ReceivedWords words(Lang lang) {
        return Objects.requireNonNull(words.get(lang));
    }
}
