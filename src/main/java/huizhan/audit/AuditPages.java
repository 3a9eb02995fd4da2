package huizhan.audit;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import huizhan.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The audit administrator's page: look, narrow, export, walk the chain. Nothing here changes anything but by adding to the trail. */
@Controller
class AuditPages {
    private static final int LINES = 50;
    private static final int PLACE = 900;
    private final AuditSql sql;
    private final Audit audit;
    private final AuditExport export;
    private final Clocks clocks;
    private final TransactionTemplate writing;
    private final TransactionTemplate snapshot;

    AuditPages(AuditSql sql, Audit audit, AuditExport export, Clocks clocks, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.audit = audit;
        this.export = export;
        this.clocks = clocks;
        this.writing = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
    }

    @Bean
    @Order(PLACE)
    static Menu auditMenu() {
        return actor -> actor.is(Role.AUDITADMIN) ? List.of(new MenuEntry("/audit", "audit.menu", "eye", 0)) : List.of();
    }

    @GetMapping("/audit")
    ModelAndView list(@RequestParam Optional<String> who, @RequestParam Optional<String> what, @RequestParam Optional<String> subject,
            @RequestParam Optional<String> outcome, @RequestParam Optional<String> from, @RequestParam Optional<String> until,
            @RequestParam(defaultValue = "1") int page) {
        return page(AuditFilter.of(who, what, subject, outcome, from, until), page, Optional.empty());
    }

    private ModelAndView page(AuditFilter filter, int page, Optional<Verification.Verdict> verdict) {
        var paging = Paging.of(page, LINES, sql.count(filter));
        var model = new HashMap<String, Object>();
        model.put("filter", filter);
        model.put("paging", paging);
        model.put("lines", sql.lines(filter, paging.offset(), LINES));
        model.put("address", filter.address("/audit"));
        model.put("export", filter.address("/audit.csv"));
        model.put("head", sql.head());
        model.put("waiting", sql.countWaiting());
        verdict.ifPresent(each -> model.put("verdict", each));
        return new ModelAndView("audit/audit", model);
    }

    /** Walks the chain, in one snapshot. */
    @PostMapping("/audit/verification")
    ModelAndView verify(Actor me) {
        var verdict = snapshot.execute(status -> Verification.of(sql, Optional.empty()));
        if (verdict == null) throw new IllegalStateException("no verdict");
        writing.executeWithoutResult(status -> audit.record(me, "audit.verified", "audit",
            Map.of("holds", verdict.holds(), "sealed", verdict.sealed(), "head", verdict.head().toString())));
        return page(AuditFilter.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), 1,
            Optional.of(verdict));
    }

    /** The same lines as a table for a spreadsheet; taking them out stands in the trail too. */
    @GetMapping("/audit.csv")
    void export(Actor me, Lang lang, HttpServletResponse response, @RequestParam Optional<String> who, @RequestParam Optional<String> what,
            @RequestParam Optional<String> subject, @RequestParam Optional<String> outcome, @RequestParam Optional<String> from,
            @RequestParam Optional<String> until) throws IOException {
        var filter = AuditFilter.of(who, what, subject, outcome, from, until);
        writing.executeWithoutResult(status -> audit.record(me, "audit.exported", "audit", Map.of("lines", sql.count(filter))));
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var day = huizhan.web.Dates.dayOf(clocks.business().instant());
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-" + day + ".csv\"");
        export.write(filter, lang, response.getWriter());
    }
}
