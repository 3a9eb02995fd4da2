package huizhan.achievement;

import huizhan.achievement.Checklist.Group;
import huizhan.achievement.Checklist.Item;
import huizhan.opening.exceptions.Remark;
import huizhan.web.Html;
import huizhan.web.PrintedPage;
import huizhan.web.Stencils.Marks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints the page of one achievement, and each part of it that the page fetches anew. */
final class PagePrints {
    private static final String PAGE = "achievement/page";
    private final Prints prints;
    private final SlotPrints slots;

    PagePrints(Prints prints) {
        this.prints = prints;
        this.slots = new SlotPrints(prints);
    }

    /** A grid with its inside printed. */
    record PrintedGrid(String id, String title, String inside) {}

    /** Why something was not kept, with the element to mend it. */
    record Refusal(String element, String text) {}

    /**
     * @param chain   what the way through a body between says of it
     * @param refused why fields were not kept, by field; empty for none
     */
    PrintedPage page(AchievementPage page, Optional<Chain> chain, Map<String, String> refused) {
        var main = prints.print(PAGE, "main", page.id(), (marks, model) -> {
            head(page, marks, model);
            model.put("chain", marks.html(chain.map(this::chain).orElse(Html.EMPTY)));
            model.put("pass", chain.filter(Chain::pass).isPresent());
            model.put("stepRefused", refused.containsKey(Pages.STEP));
            model.put("refusals", refused.entrySet().stream().map(each -> new Refusal(marks.text("f-" + each.getKey()), marks.text(each.getValue()))).toList());
            model.put("parts", Map.of(
                "basics", marks.html(prints.fields(page.basics(), page.correction(), refused)),
                "list", marks.html(prints.fields(page.list(), page.correction(), refused)),
                "statement", marks.html(statement(page, refused)),
                "pictures", marks.html(Html.of(slots.pictures(page), slots.uploader(page.pictures(), page.pictureBytes()))),
                "video", marks.html(Html.of(slots.video(page), slots.uploader(page.video(), 0))),
                "objects", marks.html(slots.objects(page)),
                "attachments", marks.html(slots.attachments(page))));
            model.put("grids", grids(page, refused, marks));
        });
        return prints.page(page.name(), main, prints.print(PAGE, "aside", page.id(),
            (marks, model) -> model.put("findings", marks.html(findings(page.checklist())))));
    }

    private Html chain(Chain chain) {
        return prints.print("achievement/chain", "chain", (marks, model) -> model.put("chain", chain.framed(marks)));
    }

    private static void head(AchievementPage page, Marks marks, Map<String, @Nullable Object> model) {
        model.put("name", marks.text(page.name()));
        model.put("unit", page.unit().isEmpty() ? "" : marks.text(page.unit()));
        model.put("stateKind", page.stateKind());
        model.put("state", page.state());
        model.put("c", page.correction() == null ? null : page.correction().framed(marks));
        model.put("closed", page.closed().isEmpty() ? "" : marks.text(page.closed()));
        model.put("byDepartment", page.byDepartment());
        model.put("compares", page.compares());
        model.put("step", marks.number(page.step()));
        model.put("since", marks.number(page.since()));
        model.put("disclosure", page.disclosure());
        model.put("may", page.may());
        model.put("sections", page.sections());
        model.put("least", page.pictures().least());
        model.put("most", page.pictures().most());
        model.put("pictureSize", page.pictureSize());
        model.put("filmMinutes", page.filmMinutes());
        model.put("papers", page.papers());
    }

    /** What the call asks beside the board form stands below the last of the annexes. */
    private List<PrintedGrid> grids(AchievementPage page, Map<String, String> refused, Marks marks) {
        var grids = page.grids();
        return grids.stream().map(each -> new PrintedGrid(each.id(), each.title(), marks.html(Html.of(prints.grid(each, page.correction(), refused),
            each == grids.get(grids.size() - 1) ? prints.fields(page.extras(), page.correction(), refused) : Html.EMPTY)))).toList();
    }

    /** The statement by the sections of its kind. */
    Html statement(AchievementPage page, Map<String, String> refused) {
        var statement = page.statement();
        return prints.print(Prints.PARTS, "statement", page.id(), (marks, model) -> {
            model.put("title", page.sections().get("s-statement"));
            model.put("kind", statement.kind() == null ? "" : statement.kind());
            model.put("limit", statement.limit());
            model.put("counted", statement.counted());
            model.put("fill", page.may().fill());
            model.put("total", marks.text(prints.say("web.counter.limit", statement.count(), statement.limit())));
            model.put("texts", marks.html(prints.texts(statement.controls(), refused)));
            model.put("figures", marks.html(Html.of(slots.figures(statement.figures(), page.id()), slots.uploader(statement.figures(), 0))));
        });
    }

    Html slot(String section, AchievementPage page) {
        return slots.section(section, page);
    }

    /** What is missing. */
    Html findings(Checklist checklist) {
        return prints.print(Prints.PARTS, "findings", (marks, model) -> {
            model.put("errors", checklist.errors() == 0 ? "" : marks.text(prints.say("achievement.checklist.errors", checklist.errors())));
            model.put("warnings", checklist.warnings() == 0 ? "" : marks.text(prints.say("achievement.checklist.warnings", checklist.warnings())));
            model.put("groups", marks.html(checklist.groups().stream().map(this::group).collect(Html.joining())));
        });
    }

    private Html group(Group group) {
        return prints.print(Prints.PARTS, "group", (marks, model) -> {
            model.put("group", new Group(group.anchor(), group.title(), List.of(), group.errors(), group.warnings()));
            model.put("inside", marks.html(group.items().stream().map(this::finding).collect(Html.joining())));
        });
    }

    private Html finding(Item item) {
        return prints.print(Prints.PARTS, "finding", (marks, model) -> {
            var beside = item.exception();
            model.put("item", new Item(item.kind(), marks.text(item.place()), marks.text(item.message()), "", "",
                new Remark(beside.ask().isEmpty() ? "" : marks.text(beside.ask()), beside.note().isEmpty() ? "" : marks.text(beside.note()))));
        });
    }

    PrintedPage part(Html html) {
        return prints.part(html);
    }
}
