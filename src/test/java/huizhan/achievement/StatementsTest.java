package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.nomination.Nominations;
import huizhan.opening.OpenCall;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A list costs as many SQL statements with 300 lines as with 3. */
class StatementsTest {
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00Z");
    private static final int MANY = 300;

    /** A server with a department and one of its units, whose achievements are laid straight into the tables. */
    private record Place(TestServer server, Person drafter, Person unit) {

        static Place of(TestServer server) {
            var drafter = server.people().of(server.people().department("53"), Role.DRAFTER);
            return new Place(server, drafter, server.people().of(drafter, server.people().unit(drafter, "示例研究所")));
        }

        List<UUID> add(int count, boolean handed) {
            var sql = new EntrySql(server.get(JdbcClient.class));
            var fields = new FieldSql(server.get(JdbcClient.class));
            var ids = new ArrayList<UUID>();
            new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                for (int i = 0; i < count; i++) {
                    var entry = new Entry(UUID.randomUUID(), unit.actor().owner(), unit.actor().unit(), false, Disclosure.PUBLIC, AT, Optional.empty(), 1);
                    sql.insert(entry, server.get(OpenCall.class).call().id(), unit.actor().account());
                    fields.write(entry.department(), entry.id(), 0, "name", new Written("成果 " + i, 1, AT, unit.actor().account()));
                    if (handed) sql.insert(entry, new Step(1, Step.Kind.HANDED, "", AT), unit.actor().account());
                    ids.add(entry.id());
                }
            });
            return ids;
        }
    }

    private static long statements(TestBrowser browser, String path, String seen) {
        return StatementCount.of(() -> assertThat(browser.get(path).text()).contains(seen));
    }

    @Test void a_units_list() {
        try (var server = TestServer.inTheCall()) {
            var place = Place.of(server);
            var browser = server.browserOf(place.unit());
            place.add(3, false);
            var few = statements(browser, "/achievements", "成果 2");
            place.add(MANY, false);
            assertThat(statements(browser, "/achievements", "成果 299")).isEqualTo(few).isPositive();
        }
    }

    @Test void a_departments_list_and_its_nomination() {
        try (var server = TestServer.inTheCall()) {
            var place = Place.of(server);
            var browser = server.browserOf(place.drafter());
            var first = place.add(3, true);
            server.get(Nominations.class).pick(place.drafter().actor(), first.get(0));
            var list = statements(browser, "/achievements", "成果 2");
            var nomination = statements(browser, "/nomination", "成果 2");
            var more = place.add(MANY, true);
            more.subList(0, 9).forEach(id -> server.get(Nominations.class).pick(place.drafter().actor(), id));
            assertThat(statements(browser, "/achievements", "成果 299")).isEqualTo(list).isPositive();
            assertThat(statements(browser, "/nomination", "成果 299")).isEqualTo(nomination).isPositive();
        }
    }
}
