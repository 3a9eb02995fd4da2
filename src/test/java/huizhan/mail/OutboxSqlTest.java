package huizhan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.StaleData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Letters and what happened to them, on both engines. */
class OutboxSqlTest {
    private static final UUID ME = new UUID(3, 1);
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");

    private static Kept letter(int number, Letter.Kind kind, String reference) {
        var id = new UUID(9, number);
        return new Kept(id, kind, Optional.of(new UUID(4, number)), "方知远", "fang@example.org", "题 " + number, "文 " + Letter.LINK, reference,
            number == 3 ? Optional.empty() : Optional.of(DEPARTMENT), "<" + id + "@example.cn>", AT.plusMillis(number), ME);
    }

    private static Fact fact(int number, Fact.Kind kind) {
        return new Fact(number, kind, AT.plusSeconds(number), ME, kind == Fact.Kind.REFUSED ? "550 没有这个信箱" : "");
    }

    @EachDatabase void the_last_fact_is_where_a_letter_stands_and_of_two_at_once_one_is_told(TestDatabase db) {
        var sql = new OutboxSql(db.client());
        var first = letter(1, Letter.Kind.INVITATION, "invitation:a");
        var second = letter(2, Letter.Kind.REMINDER, "invitation:a");
        var third = letter(3, Letter.Kind.REMINDER, "");
        db.write(() -> List.of(first, second, third).forEach(each -> {
            sql.insert(each);
            sql.insert(each.id(), fact(0, Fact.Kind.PUT));
        }));
        db.write(() -> {
            sql.insert(first.id(), fact(1, Fact.Kind.BEGUN));
            sql.insert(first.id(), fact(2, Fact.Kind.REFUSED));
            sql.insert(second.id(), fact(1, Fact.Kind.AGAIN));
            sql.insert(second.id(), fact(2, Fact.Kind.UNREACHABLE));
        });
        assertThat(sql.find(first.id())).contains(first);
        assertThat(sql.find(third.id())).contains(third);
        assertThat(sql.facts(first.id())).containsExactly(fact(0, Fact.Kind.PUT), fact(1, Fact.Kind.BEGUN), fact(2, Fact.Kind.REFUSED));
        assertThat(sql.count(List.of("refused", "given-up", "doubtful"))).isEqualTo(1);
        assertThat(sql.count(List.of("put", "unreachable"))).isEqualTo(2);
        assertThat(sql.counts()).isEqualTo(Map.of(Fact.State.FAILED, 1L, Fact.State.WAITING, 2L));
        assertThat(sql.waiting(Fact.State.WAITING.kinds().stream().map(Fact.Kind::code).toList())).isEqualTo(Map.of(second.id(), 1, third.id(), 0));
        assertThat(sql.standings(List.of("invitation:a", "invitation:b")).get("invitation:a")).isEqualTo(fact(2, Fact.Kind.UNREACHABLE));
        assertThat(sql.standings(List.of())).isEmpty();
        var all = List.of(Fact.Kind.values()).stream().map(Fact.Kind::code).toList();
        var put = new UUID(4, 2);
        assertThat(sql.told(DEPARTMENT, "invitation:a", AT, all, List.of("none"))).containsExactlyInAnyOrder(new UUID(4, 1), put);
        assertThat(sql.told(DEPARTMENT, "invitation:a", AT, List.of("unreachable"), List.of("accepted"))).containsExactly(put);
        assertThat(sql.told(DEPARTMENT, "invitation:a", AT.plusMillis(2), List.of("unreachable"), List.of("accepted"))).as("put before, put off since").isEmpty();
        assertThat(sql.told(DEPARTMENT, "invitation:a", AT.plusMillis(2), List.of("put"), List.of("unreachable"))).as("by its last fact").containsExactly(put);
        assertThat(sql.told(DEPARTMENT, "invitation:a", AT, List.of("put"), List.of("accepted"))).isEmpty();
        assertThat(sql.told(DEPARTMENT, "invitation:b", AT, all, all)).isEmpty();
        assertThat(sql.told(new UUID(1, 2), "invitation:a", AT, all, all)).as("another department's").isEmpty();
        assertThat(sql.page(Filter.of("", "", ""), 0, 2).stream().map(line -> line.letter().id())).containsExactly(third.id(), second.id());
        assertThat(sql.page(Filter.of("", "", ""), 2, 2)).containsExactly(new OutboxSql.Line(first, fact(2, Fact.Kind.REFUSED)));
        assertThat(sql.count(Filter.of("failed", "", ""))).isEqualTo(1);
        assertThat(sql.count(Filter.of("waiting", "reminder", ""))).isEqualTo(2);
        assertThat(sql.count(Filter.ofDepartment(DEPARTMENT))).isEqualTo(2);
        assertThatThrownBy(() -> db.write(() -> sql.insert(first.id(), fact(2, Fact.Kind.AGAIN)))).isInstanceOf(StaleData.class);
    }
}
