package huizhan.nomination;

import huizhan.call.Call;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import huizhan.opening.exceptions.CameIn;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.web.Paging;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** All achievements that came in, of every department that has signed off, for the organizer (A14, B10). */
@Service
class ReceivedAchievements implements SignOffTold, CameIn, InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(ReceivedAchievements.class);
    /** A first view that fills a screen several times and stays below 200 KB. */
    private static final int LINES = 100;
    private final ReceivedAchievementSql sql;
    private final NominationSql nominations;
    private final Contents contents;
    private final Departments departments;
    private final OpenCall open;
    private final TransactionTemplate writing;

    ReceivedAchievements(ReceivedAchievementSql sql, NominationSql nominations, Contents contents, Departments departments, OpenCall open,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.nominations = nominations;
        this.contents = contents;
        this.departments = departments;
        this.open = open;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * A part of the list.
     *
     * @param all   how many there are, whatever was looked for
     * @param names of the departments that stand in it, by id
     */
    record Part(List<ReceivedAchievementSql.Received> lines, Paging paging, long all, Map<UUID, Text> names) {}

    Call call() {
        return open.call();
    }

    /** Sign-offs from before there was this list. */
    @Override public void afterPropertiesSet() {
        for (var revision : sql.missing(call().id())) {
            try {
                writing.executeWithoutResult(status -> arrived(revision));
            } catch (IllegalStateException e) {
                LOG.error("the achievements of revision {} can't be listed", revision, e);
            }
        }
    }

    /** Of what is withdrawn no word stays here. */
    @Override public void told(UUID revision, boolean holds) {
        if (holds) {
            arrived(revision);
        } else {
            sql.delete(revision);
        }
    }

    @Override @Transactional(readOnly = true)
    public Map<UUID, CameIn.Line> all() {
        return sql.cameIn(call().id());
    }

    private void arrived(UUID revision) {
        var department = departments.find(nominations.department(revision).orElseThrow()).orElseThrow();
        contents.frozen(department.id(), revision).material().achievements()
            .forEach(each -> sql.insert(revision, department, ReceivedAchievement.of(each), call()));
    }

    @Transactional(readOnly = true)
    Part part(ReceivedFilter filter, int page) {
        var named = named(filter);
        var all = sql.all(call().id());
        var paging = Paging.of(page, LINES, filter.narrows() ? sql.count(call().id(), filter, named) : all);
        var lines = sql.lines(call().id(), filter, named, paging.offset(), LINES);
        return new Part(lines, paging, all, departments.names(lines.stream().map(ReceivedAchievementSql.Received::department).distinct().toList()));
    }

    /** Departments whose name has what is looked for. */
    private List<UUID> named(ReceivedFilter filter) {
        if (filter.words().isEmpty()) return List.of();
        return departments.all().stream().filter(each -> filter.in(each.name().zh()) || filter.in(each.name().en())).map(Department::id).toList();
    }
}
