package huizhan.nomination;

import huizhan.kernel.Lang;
import huizhan.organization.Departments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The organizer's list of departments: who has begun, who has signed off. */
@Controller
class ReceivedPages {
    private final NominationSql sql;
    private final Nominations nominations;
    private final Departments departments;
    private final Tabs tabs;

    ReceivedPages(NominationSql sql, Nominations nominations, Departments departments, Tabs tabs) {
        this.sql = sql;
        this.nominations = nominations;
        this.departments = departments;
        this.tabs = tabs;
    }

    /** {@code templates/nomination/received.html}. */
    record Page(List<Row> rows, long signed) {}

    /** @param state none, draft or signed */
    record Row(String department, String state, int lines, @Nullable String receipt, @Nullable Instant signedAt, @Nullable UUID revision) {}

    @GetMapping("/nominations")
    String received(Lang lang, Model model) {
        var standings = sql.standings(nominations.call().id()).stream()
            .collect(Collectors.toMap(NominationSql.Standing::department, Function.identity(), (one, other) -> one));
        var rows = departments.active().stream().map(each -> row(each.name().in(lang), Optional.ofNullable(standings.get(each.id())))).toList();
        model.addAttribute("page", new Page(rows, rows.stream().filter(row -> row.state().equals("signed")).count()));
        model.addAttribute("tabs", tabs.all());
        return "nomination/received";
    }

    private static Row row(String department, Optional<NominationSql.Standing> standing) {
        if (standing.isEmpty()) {
            return new Row(department, "none", 0, null, null, null);
        }
        var at = standing.get();
        return new Row(department, at.revision().isPresent() ? "signed" : "draft", at.lines(), at.receipt().orElse(null),
            at.signedAt().orElse(null), at.revision().orElse(null));
    }
}
