package huizhan.progress;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.nomination.Tabs;
import huizhan.web.Flash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list for those who telephone, and what was said (B21). */
@Controller
class PhonePages {
    private final Matrix matrix;
    private final PhoneCalls calls;
    private final DepartmentView department;
    private final Tabs tabs;

    PhonePages(Matrix matrix, PhoneCalls calls, DepartmentView department, Tabs tabs) {
        this.matrix = matrix;
        this.calls = calls;
        this.department = department;
        this.tabs = tabs;
    }

    /** {@code templates/progress/calls.html}. */
    record Page(List<Entry> entries, Choice choice, boolean silent, List<String> states) {}

    /** @param last the newest call, or null */
    record Entry(Row row, @Nullable PhoneCall last) {}

    @GetMapping("/progress/calls")
    ModelAndView list(@RequestParam(defaultValue = "") String state, @RequestParam(name = "group", defaultValue = "") String grouping, @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<List<String>> d, @RequestParam(defaultValue = "false") boolean silent) {
        return list(Choice.of(state, grouping, q, d), silent, Map.of(), HttpStatus.OK);
    }

    /** @param typed after a refusal: the department, what was typed, and the key of what is wrong */
    private ModelAndView list(Choice choice, boolean silent, Map<String, String> typed, HttpStatus status) {
        var newest = calls.newest();
        var entries = matrix.rows(choice).stream().filter(row -> !choice.state().isEmpty() || row.state() != Row.State.SIGNED)
            .filter(row -> !silent || row.reachable().isEmpty()).map(row -> new Entry(row, newest.get(row.department().id()))).toList();
        var model = new HashMap<String, Object>(Map.of("page", new Page(entries, choice, silent, List.of(Row.State.values()).stream().map(Row.State::code).toList()),
            "tabs", tabs.all(), "refused", "", "of", "", "note", ""));
        model.putAll(typed);
        return new ModelAndView("progress/calls", model, status);
    }

    @PostMapping("/progress/calls")
    ModelAndView noteInList(Actor me, Flash flash, @RequestParam("department") UUID id, @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean silent) {
        var choice = Choice.of(state, "", "", Optional.empty());
        var no = calls.note(me, id, note);
        if (no.isPresent()) return list(choice, silent, Map.of("refused", no.get(), "of", id.toString(), "note", note), HttpStatus.UNPROCESSABLE_CONTENT);
        flash.good("progress.call.noted");
        var address = choice.address("/progress/calls");
        return new ModelAndView("redirect:" + address + (silent ? (address.contains("?") ? "&" : "?") + "silent=true" : "") + "#d-" + id);
    }

    @PostMapping("/progress/{id}/calls")
    ModelAndView note(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(defaultValue = "") String note) {
        var no = calls.note(me, id, note);
        if (no.isPresent()) {
            return new ModelAndView("progress/department", Map.of("page", department.page(matrix.row(id), lang), "refused", no.get(), "note", note), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("progress.call.noted");
        return new ModelAndView("redirect:/progress/" + id + "#calls");
    }
}
