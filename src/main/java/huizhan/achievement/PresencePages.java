package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.opening.OpenCall;
import huizhan.web.Dates;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Who else has this form open, and what they wrote; asked by the page every few seconds while somebody looks at it. */
@Controller
class PresencePages {
    /** A field carries the time at which its request came in, and is there a little later. */
    private static final long OVERLAP_MILLIS = 10_000;
    private static final int LONGEST_FIELD = 120;
    private final Presence presence;
    private final Names names;
    private final FieldLabels labels;
    private final OpenCall open;

    PresencePages(Presence presence, Names names, Words words, OpenCall open) {
        this.presence = presence;
        this.names = names;
        this.labels = new FieldLabels(open.call(), words);
        this.open = open;
    }

    @PostMapping("/achievements/{id}/presence")
    @ResponseBody
    Map<String, Object> here(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestParam(name = "field", defaultValue = "") String field,
            @RequestParam(name = "since", defaultValue = "0") long since) {
        var asked = field.length() > LONGEST_FIELD ? "" : field;
        var now = presence.here(me, id, asked, Instant.ofEpochMilli(Math.max(0, since - OVERLAP_MILLIS)));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("now", open.arrived().toEpochMilli());
        answer.put("others", now.others().stream().map(each -> other(each, lang)).toList());
        answer.put("fields", since == 0 ? List.of() : now.written().stream().map(this::written).toList());
        answer.put("places", now.places());
        answer.put("step", now.step());
        return answer;
    }

    private Map<String, Object> other(PresenceSql.Seen seen, Lang lang) {
        return Map.of("name", names.account(seen.account()), "field", seen.field(), "label", seen.field().isEmpty() ? "" : labels.of(seen.field()).in(lang));
    }

    private Map<String, Object> written(FieldSql.Named named) {
        var field = named.written();
        return Map.of("field", named.field(), "value", field.value(), "version", field.version(), "by", names.account(field.by()), "at", Dates.time(field.at()));
    }

    @PostMapping("/achievements/{id}/presence/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(Actor me, @PathVariable("id") UUID id) {
        presence.gone(me, id);
    }
}
