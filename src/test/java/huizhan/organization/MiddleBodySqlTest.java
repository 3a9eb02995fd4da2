package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;

/** Bodies between department and unit on both engines; another department's are the bait. */
class MiddleBodySqlTest {
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final Instant AT = Instant.ofEpochMilli(1_436_490_000_000L);

    private static MiddleBody body(int number, UUID department) {
        return new MiddleBody(new UUID(3, number), department, "局 " + number, false, Optional.empty(), 1);
    }

    private static void departments(TestDatabase db) {
        for (var id : new UUID[] {DEPARTMENT, FOREIGN}) {
            db.client().sql("insert into department (id, code, grouping, valid_from, active, version) values (:id, :code, 'other', '2015-01-01', true, 1)")
                .param("id", id.toString()).param("code", "X" + id.getLeastSignificantBits()).update();
        }
    }

    private static void person(TestDatabase db, int number, UUID department, int body, boolean joined, Role role) {
        var id = new UUID(4, number).toString();
        db.client().sql("insert into account (id, name, department, middle, created_at, created_by, version) values (:id, 'x', :department, :body, 1, 'x', 1)")
            .param("id", id).param("department", department.toString()).param("body", new UUID(3, body).toString()).update();
        db.client().sql("insert into account_role (account, role, granted_at, granted_by) values (:id, :role, 1, 'x')").param("id", id).param("role", role.name()).update();
        if (joined) db.client().sql("insert into credential (account, username, username_key, password_hash, password_at) values (:id, :id, :id, 'x', 1)").param("id", id).update();
    }

    @EachDatabase void a_department_finds_its_own_and_of_two_who_change_one_is_told(TestDatabase db) {
        var sql = new MiddleBodySql(db.client());
        db.write(() -> {
            departments(db);
            sql.insert(body(1, DEPARTMENT), AT);
            sql.insert(body(2, FOREIGN), AT);
            sql.insert(body(3, DEPARTMENT), AT.plusMillis(1));
        });
        assertThat(sql.of(DEPARTMENT)).containsExactly(body(1, DEPARTMENT), body(3, DEPARTMENT));
        assertThat(sql.find(DEPARTMENT, new UUID(3, 2))).isEmpty();
        var changed = new MiddleBody(new UUID(3, 1), DEPARTMENT, "改名", true, Optional.of(AT), 1);
        assertThat(db.<Integer>write(() -> sql.update(changed))).isEqualTo(1);
        assertThat(db.<Integer>write(() -> sql.update(changed))).isZero();
        assertThat(db.<Integer>write(() -> sql.update(new MiddleBody(new UUID(3, 2), DEPARTMENT, "别人的", true, Optional.empty(), 1)))).isZero();
        assertThat(sql.find(DEPARTMENT, new UUID(3, 1))).contains(new MiddleBody(new UUID(3, 1), DEPARTMENT, "改名", true, Optional.of(AT), 2));
    }

    @EachDatabase void no_two_of_a_department_go_by_one_name_and_another_department_has_its_own(TestDatabase db) {
        var sql = new MiddleBodySql(db.client());
        db.write(() -> {
            departments(db);
            sql.insert(named(1, DEPARTMENT, "ABC 局"), AT);
            sql.insert(named(2, FOREIGN, "abc局"), AT);
            sql.insert(named(3, DEPARTMENT, "乙局"), AT);
        });
        assertThatThrownBy(() -> db.write(() -> sql.insert(named(4, DEPARTMENT, "ａｂｃ　局"), AT))).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> db.<Integer>write(() -> sql.update(named(3, DEPARTMENT, "Abc局")))).isInstanceOf(DuplicateKeyException.class);
        assertThat(db.<Integer>write(() -> sql.update(named(1, DEPARTMENT, "Abc局")))).as("its own name, written otherwise").isEqualTo(1);
    }

    private static MiddleBody named(int number, UUID department, String name) {
        return new MiddleBody(new UUID(3, number), department, name, false, Optional.empty(), 1);
    }

    /** The migration runs once more over bodies as they may have been before it. */
    @EachDatabase void bodies_of_one_name_from_before_are_told_apart(TestDatabase db) {
        db.write(() -> {
            departments(db);
            db.client().sql("drop index middle_body_by_name").update();
            db.client().sql("alter table middle_body drop column name_key").update();
            for (int i = 1; i <= 4; i++) {
                db.client().sql("insert into middle_body (id, department, name, invites, created_at, version) values (:id, :department, :name, false, 1, 1)")
                    .param("id", new UUID(3, i).toString()).param("department", (i == 4 ? FOREIGN : DEPARTMENT).toString()).param("name", i == 3 ? "乙局" : "甲局").update();
            }
            statements("V087__middle_body_name.sql").forEach(statement -> db.client().sql(statement).update());
        });
        var sql = new MiddleBodySql(db.client());
        assertThat(sql.of(DEPARTMENT)).extracting(MiddleBody::name).containsExactly("甲局", "甲局（00000000）", "乙局");
        assertThat(sql.of(FOREIGN)).extracting(MiddleBody::name).containsExactly("甲局");
        assertThatThrownBy(() -> db.write(() -> sql.insert(named(9, DEPARTMENT, "乙局"), AT))).isInstanceOf(DuplicateKeyException.class);
    }

    /** Which the migration left as they were, each with its very name as its key. */
    @EachDatabase void two_from_before_that_a_space_tells_apart_change_by_themselves_and_take_no_key_from_each_other(TestDatabase db) {
        var sql = new MiddleBodySql(db.client());
        db.write(() -> {
            departments(db);
            sql.insert(named(1, DEPARTMENT, "甲局"), AT);
            sql.insert(named(2, DEPARTMENT, "x"), AT);
            db.client().sql("update middle_body set name = '甲 局', name_key = '甲 局' where id = :id").param("id", new UUID(3, 2).toString()).update();
        });
        for (int i = 1; i <= 2; i++) {
            var closed = new MiddleBody(new UUID(3, i), DEPARTMENT, i == 1 ? "甲局" : "甲 局", true, Optional.of(AT), 1);
            assertThat(db.<Integer>write(() -> sql.update(closed))).isEqualTo(1);
        }
        assertThat(sql.of(DEPARTMENT)).extracting(each -> each.name() + each.invites() + each.isOpen()).containsExactly("甲局truefalse", "甲 局truefalse");
        assertThatThrownBy(() -> db.<Integer>write(() -> sql.update(new MiddleBody(new UUID(3, 2), DEPARTMENT, "甲　局", true, Optional.empty(), 2))))
            .as("another writing is another name").isInstanceOf(DuplicateKeyException.class);
    }

    @EachDatabase void a_body_acts_while_it_is_open_and_somebody_there_has_joined(TestDatabase db) {
        var sql = new MiddleBodySql(db.client());
        db.write(() -> {
            departments(db);
            for (int i = 1; i <= 5; i++) sql.insert(body(i, DEPARTMENT), AT);
            sql.insert(body(6, FOREIGN), AT);
            person(db, 1, DEPARTMENT, 1, true, Role.MIDDLE);
            person(db, 2, DEPARTMENT, 2, false, Role.MIDDLE);
            person(db, 3, DEPARTMENT, 3, true, Role.MIDDLE);
            db.client().sql("update account set disabled_at = 5 where id = :id").param("id", new UUID(4, 3).toString()).update();
            person(db, 4, DEPARTMENT, 4, true, Role.MIDDLE);
            sql.update(new MiddleBody(new UUID(3, 4), DEPARTMENT, "关了", false, Optional.of(AT), 1));
            person(db, 5, DEPARTMENT, 5, true, Role.DOOR);
            person(db, 6, FOREIGN, 6, true, Role.MIDDLE);
        });
        assertThat(sql.acting(DEPARTMENT)).containsExactly(new UUID(3, 1));
        assertThat(sql.acting(FOREIGN)).containsExactly(new UUID(3, 6));
    }

    @EachDatabase void a_unit_reports_through_one_and_that_one_invites_only_where_the_department_lets_it(TestDatabase db) {
        var sql = new MiddleBodySql(db.client());
        var accounts = new AccountSql(db.client());
        var unit = new Unit(new UUID(2, 1), DEPARTMENT, "u", Optional.of(new UUID(3, 1)), Optional.empty(), 1);
        var direct = new Unit(new UUID(2, 2), DEPARTMENT, "d", Optional.empty(), Optional.empty(), 1);
        db.write(() -> {
            departments(db);
            sql.insert(body(1, DEPARTMENT), AT);
            new UnitSql(db.client()).insert(unit, AT);
            new UnitSql(db.client()).insert(direct, AT);
        });
        assertThat(new UnitSql(db.client()).of(DEPARTMENT)).containsExactly(unit, direct);
        assertThat(sql.ofUnit(DEPARTMENT, unit.id())).contains(body(1, DEPARTMENT));
        assertThat(sql.ofUnit(DEPARTMENT, direct.id())).isEmpty();
        assertThat(sql.ofUnit(FOREIGN, unit.id())).isEmpty();
        assertThat(accounts.inviter(DEPARTMENT, unit.id())).isEmpty();
        db.write(() -> sql.update(new MiddleBody(new UUID(3, 1), DEPARTMENT, "局", true, Optional.empty(), 1)));
        assertThat(accounts.inviter(DEPARTMENT, unit.id())).contains(new UUID(3, 1));
        assertThat(accounts.inviter(FOREIGN, unit.id())).isEmpty();
        assertThat(accounts.inviter(DEPARTMENT, direct.id())).isEmpty();
        db.write(() -> sql.update(new MiddleBody(new UUID(3, 1), DEPARTMENT, "局", true, Optional.of(AT), 2)));
        assertThat(accounts.inviter(DEPARTMENT, unit.id())).isEmpty();
    }

    /** The migration runs once more over units as they were before it. */
    @EachDatabase void what_was_a_word_beside_the_unit_is_a_body_for_each_department_and_word(TestDatabase db) {
        db.write(() -> {
            departments(db);
            db.client().sql("alter table unit add column through text not null default ''").update();
            unit(db, 1, DEPARTMENT, "市科技局");
            unit(db, 2, DEPARTMENT, "");
            unit(db, 3, DEPARTMENT, "市科技局");
            unit(db, 4, FOREIGN, "市科技局");
            migration().forEach(statement -> db.client().sql(statement).update());
        });
        var bodies = new MiddleBodySql(db.client());
        assertThat(bodies.of(DEPARTMENT)).extracting(MiddleBody::name).containsExactly("市科技局");
        assertThat(bodies.of(FOREIGN)).extracting(MiddleBody::name).containsExactly("市科技局");
        var own = bodies.of(DEPARTMENT).get(0).id();
        assertThat(bodies.of(FOREIGN).get(0).id()).isNotEqualTo(own);
        assertThat(new UnitSql(db.client()).of(DEPARTMENT).stream().collect(java.util.stream.Collectors.toMap(Unit::id, Unit::middle)))
            .isEqualTo(Map.of(new UUID(2, 1), Optional.of(own), new UUID(2, 2), Optional.empty(), new UUID(2, 3), Optional.of(own)));
        assertThat(bodies.acting(DEPARTMENT)).as("nobody is there yet").isEmpty();
    }

    private static void unit(TestDatabase db, int number, UUID department, String through) {
        db.client().sql("insert into unit (id, department, name, through, created_at, version) values (:id, :department, 'u', :through, :at, 1)")
            .param("id", new UUID(2, number).toString()).param("department", department.toString()).param("through", through).param("at", number).update();
    }

    /** From the statement on that makes bodies out of words. */
    private static Stream<String> migration() {
        return statements("V083__middle_body.sql").dropWhile(each -> !each.startsWith("insert into middle_body"));
    }

    private static Stream<String> statements(String migration) {
        try (var file = MiddleBodySqlTest.class.getResourceAsStream("/db/migration/common/" + migration)) {
            var text = new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*--.*$", "");
            return Arrays.stream(text.split(";")).map(String::strip).filter(each -> !each.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
