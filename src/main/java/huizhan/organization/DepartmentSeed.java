package huizhan.organization;

import huizhan.kernel.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the list of 2015 (standards §7.1) into an empty database; from then on the organizer keeps it. */
@Component
class DepartmentSeed implements InitializingBean {
    private static final String FILE = "/organization/departments-2015.csv";
    private static final int COLUMNS = 8;
    private final DepartmentSql sql;
    private final TransactionTemplate writing;

    DepartmentSeed(DepartmentSql sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.writing = new TransactionTemplate(transactions);
    }

    @Override public void afterPropertiesSet() {
        if (!sql.isEmpty()) return;
        writing.executeWithoutResult(status -> {
            if (sql.isEmpty()) list().forEach(sql::insert);
        });
    }

    static List<Department> list() {
        try (var file = Objects.requireNonNull(DepartmentSeed.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(DepartmentSeed::department).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A comma inside a name stands in double quotes; no other quoting occurs. */
    private static Department department(String line) {
        var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        if (cells.length != COLUMNS) throw new IllegalStateException(FILE + ": " + line);
        for (var i = 0; i < cells.length; i++) cells[i] = cells[i].replace("\"", "");
        return new Department(UUID.randomUUID(), cells[0], new Text(cells[1], cells[2]), cells[3], LocalDate.parse(cells[4]),
            Optional.of(cells[5]).filter(day -> !day.isEmpty()).map(LocalDate::parse), Optional.of(cells[6]).filter(code -> !code.isEmpty()),
            cells[7].equals("1"), 1);
    }
}
