package huizhan.audit;

import huizhan.kernel.Lang;
import huizhan.web.Dates;
import huizhan.web.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The trail as CSV (RFC 4180), UTF-8 with a mark for spreadsheets, and no cell that one would take for a formula (ASVS 1.2.10). */
@Component
class AuditExport {
    private static final int BATCH = 1000;
    private static final String RISKY = "=+-@\t\r";
    private final AuditSql sql;
    private final Texts texts;

    AuditExport(AuditSql sql, Texts texts) {
        this.sql = sql;
        this.texts = texts;
    }

    void write(AuditFilter filter, Lang lang, PrintWriter out) {
        out.write('\uFEFF');
        out.print(row(lang == Lang.ZH ? List.of("序号", "时间", "系统时间", "账户", "姓名", "操作", "对象", "结果", "说明", "地址", "链值")
            : List.of("Number", "Time", "System time", "Account", "Name", "Action", "Subject", "Outcome", "Details", "Address", "Link")));
        for (long offset = 0; ; offset += BATCH) {
            var lines = sql.lines(filter, offset, BATCH);
            lines.forEach(line -> out.print(row(cells(line, lang))));
            if (lines.size() < BATCH || out.checkError()) return;
        }
    }

    private List<String> cells(AuditSql.Line line, Lang lang) {
        var entry = line.entry();
        return List.of(entry.seq().map(String::valueOf).orElse(""), Dates.moment(lang, entry.businessAt()), entry.at().toString(),
            entry.actor().toString(), line.name().orElse(""), entry.what(), entry.subject(), texts.in(lang, entry.refused() ? "audit.outcome.refused" : "audit.outcome.done"), entry.details(), entry.address(),
            entry.hash().orElse(""));
    }

    static String row(List<String> cells) {
        return cells.stream().map(AuditExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
