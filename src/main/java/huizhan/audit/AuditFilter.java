package huizhan.audit;

import huizhan.web.Dates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.web.util.UriComponentsBuilder;

/** What the audit administrator looks for, as typed; an empty field, or a date that is none, doesn't narrow. */
record AuditFilter(String who, String what, String subject, String outcome, String from, String until) {
    private static final long EVER = 32_503_680_000_000L;

    static AuditFilter of(Optional<String> who, Optional<String> what, Optional<String> subject, Optional<String> outcome,
            Optional<String> from, Optional<String> until) {
        return new AuditFilter(plain(who), plain(what), plain(subject), plain(outcome), plain(from), plain(until));
    }

    private static String plain(Optional<String> typed) {
        return typed.map(String::strip).orElse("");
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.param("who", who).param("whoLike", like(who)).param("what", what).param("whatLike", like(what))
            .param("subject", subject).param("subjectLike", like(subject)).param("outcome", outcome)
            .param("from", day(from).map(AuditFilter::start).orElse(0L))
            .param("until", day(until).map(day -> start(day.plusDays(1))).orElse(EVER));
    }

    private static String like(String typed) {
        return "%" + typed.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay(Dates.ZONE).toInstant().toEpochMilli();
    }

    /** An address with these conditions, for paging and the export. */
    String address(String path) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("who", who);
        fields.put("what", what);
        fields.put("subject", subject);
        fields.put("outcome", outcome);
        fields.put("from", from);
        fields.put("until", until);
        var builder = UriComponentsBuilder.fromPath(path);
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) builder.queryParam(name, "{" + name + "}");
        });
        return builder.encode().buildAndExpand(fields).toUriString();
    }
}
