package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.office.FormDocument;
import huizhan.office.OfficeForm;
import huizhan.web.Results;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A summary table filled in Word or Excel: brought in, looked at, taken over, taken back (B2). The file itself is not kept. */
@Controller
class SummaryInPages {
    private static final String PLACE = "/nomination/summary";
    private static final String HEAD = "head:";
    private static final String VERSION = "version:";
    private static final String ROW = "row:";
    private final SummaryIn here;
    private final Nominations nominations;
    private final Results results;

    SummaryInPages(SummaryIn here, Nominations nominations, Results results) {
        this.here = here;
        this.nominations = nominations;
        this.results = results;
    }

    @GetMapping(PLACE)
    ModelAndView ask(Actor me, Lang lang, @RequestParam(name = "result", required = false) Optional<UUID> result) {
        return page(me, lang, results.of(me, PLACE, result, lang), HttpStatus.OK);
    }

    @PostMapping(PLACE)
    ModelAndView read(Actor me, Lang lang, @RequestParam(name = "file", required = false) Optional<MultipartFile> file) throws IOException {
        if (file.filter(each -> !each.isEmpty()).isEmpty()) {
            return page(me, lang, Map.of("missing", true), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var name = Optional.ofNullable(file.get().getOriginalFilename()).orElse("");
        try (var in = file.get().getInputStream()) {
            var read = OfficeForm.read(in, name, nominations.call(), OfficeForm.Asked.as(FormDocument.SUMMARY));
            var view = SummaryInView.of(read, name, me, here, nominations.call(), lang);
            var stubs = here.list(me).lines().stream().filter(Line::stub).count();
            return page(me, lang, Map.of("view", view, "stubs", view.stubs(stubs)), HttpStatus.OK);
        }
    }

    /** What came of it is looked at on a page of its own, so that to look again is not to do it again. */
    @PostMapping(PLACE + "/values")
    String take(Actor me, @RequestParam MultiValueMap<String, String> form) {
        var done = here.take(me, wish(form));
        return results.keep(me, PLACE, lang -> Map.of("done", done, "refusals", done.not().stream().map(each -> each.in(lang)).toList()));
    }

    @PostMapping(PLACE + "/values/removal")
    String undo(Actor me, @RequestParam MultiValueMap<String, String> form) {
        var not = here.undo(me, new SummaryIn.Done(head(form), ids(form, "begun"), number(form.getFirst("before")), number(form.getFirst("after")), List.of()));
        return results.keep(me, PLACE, lang -> Map.of("undone", true, "refusals", not.stream().map(each -> each.in(lang)).toList()));
    }

    private static SummaryIn.Wish wish(MultiValueMap<String, String> form) {
        var rows = new ArrayList<Map<String, String>>();
        for (var number : form.getOrDefault("row", List.of())) {
            var row = new LinkedHashMap<String, String>();
            form.forEach((key, values) -> {
                if (key.startsWith(ROW + number + ":")) {
                    row.put(key.substring((ROW + number + ":").length()), values.get(0));
                }
            });
            rows.add(row);
        }
        boolean ordered = form.containsKey("ordered");
        return new SummaryIn.Wish(head(form), rows, form.containsKey("stub") ? Math.min(10, (int) number(form.getFirst("stubs"))) : 0,
            ordered ? ids(form, "order") : List.of(), number(form.getFirst("version")));
    }

    private static Map<String, HeadSql.Written> head(MultiValueMap<String, String> form) {
        var head = new LinkedHashMap<String, HeadSql.Written>();
        for (var field : form.getOrDefault("field", List.of())) {
            var value = Optional.ofNullable(form.getFirst(HEAD + field)).orElse("");
            head.put(field, new HeadSql.Written(value, number(form.getFirst(VERSION + field)), Instant.EPOCH));
        }
        return head;
    }

    private static List<UUID> ids(MultiValueMap<String, String> form, String name) {
        return Stream.ofNullable(form.get(name)).flatMap(List::stream).filter(id -> id.matches("[0-9a-f-]{36}")).map(UUID::fromString).toList();
    }

    private static long number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private ModelAndView page(Actor me, Lang lang, Map<String, ?> more, HttpStatus status) {
        var model = new HashMap<String, Object>(more);
        model.put("closed", nominations.unwritable(me.owner()).map(why -> why.in(lang)).orElse(""));
        return new ModelAndView("nomination/summary-in", model, status);
    }
}
