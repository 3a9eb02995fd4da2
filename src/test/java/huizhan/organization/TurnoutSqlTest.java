package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Role;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who of each department is there, on both engines. */
class TurnoutSqlTest {
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);

    private static void department(TestDatabase db, UUID id) {
        db.client().sql("insert into department (id, code, grouping, valid_from, active, version) values (:id, :code, 'other', '2015-01-01', true, 1)")
            .param("id", id.toString()).param("code", "X" + id.getLeastSignificantBits()).update();
    }

    private static void unit(TestDatabase db, int number, UUID department, boolean open) {
        db.client().sql("insert into unit (id, department, name, created_at, closed_at, version) values (:id, :department, 'u', 1, :closed, 1)")
            .param("id", new UUID(2, number).toString()).param("department", department.toString()).param("closed", open ? null : 5L).update();
    }

    private static void body(TestDatabase db, int number, UUID department, boolean open) {
        db.client().sql("insert into middle_body (id, department, name, name_key, invites, created_at, closed_at, version) values (:id, :department, :id, :id, true, 1, :closed, 1)")
            .param("id", new UUID(3, number).toString()).param("department", department.toString()).param("closed", open ? null : 5L).update();
    }

    private static void ofBody(TestDatabase db, int number, int body) {
        db.client().sql("update account set middle = :body, unit = null where id = :id").param("body", new UUID(3, body).toString()).param("id", new UUID(4, number).toString()).update();
    }

    private static void account(TestDatabase db, int number, UUID department, Integer unit, boolean joined, boolean off, Role... roles) {
        var id = new UUID(4, number).toString();
        db.client().sql("""
                insert into account (id, name, email, telephone, department, unit, created_at, created_by, disabled_at, version)
                values (:id, :name, 'a@example.cn', '000', :department, :unit, :at, 'x', :off, 1)""")
            .param("id", id).param("name", "人 " + number).param("department", department.toString()).param("unit", unit == null ? null : new UUID(2, unit).toString())
            .param("at", number).param("off", off ? 9L : null).update();
        for (var role : roles) {
            db.client().sql("insert into account_role (account, role, granted_at, granted_by) values (:id, :role, 1, 'x')").param("id", id).param("role", role.name()).update();
        }
        if (joined) {
            db.client().sql("insert into credential (account, username, username_key, password_hash, password_at) values (:id, :id, :id, 'x', 1)").param("id", id).update();
        }
    }

    @EachDatabase void people_stand_once_with_their_roles_and_units_are_counted_by_who_joined(TestDatabase db) {
        db.write(() -> {
            department(db, DEPARTMENT);
            department(db, FOREIGN);
            for (int i = 1; i <= 3; i++) unit(db, i, DEPARTMENT, true);
            unit(db, 4, DEPARTMENT, false);
            unit(db, 5, FOREIGN, true);
            account(db, 1, DEPARTMENT, null, true, false, Role.DRAFTER, Role.APPROVER);
            account(db, 2, DEPARTMENT, null, false, false, Role.APPROVER);
            account(db, 3, DEPARTMENT, null, true, true, Role.DRAFTER);
            account(db, 4, DEPARTMENT, 1, true, false, Role.UNIT);
            account(db, 5, DEPARTMENT, 1, false, false, Role.UNIT);
            account(db, 6, DEPARTMENT, 2, false, false, Role.UNIT);
            account(db, 7, DEPARTMENT, 4, true, false, Role.UNIT);
            for (int i = 1; i <= 3; i++) body(db, i, DEPARTMENT, i < 3);
            account(db, 8, DEPARTMENT, null, true, false, Role.MIDDLE);
            ofBody(db, 8, 1);
            account(db, 9, DEPARTMENT, null, false, false, Role.MIDDLE);
            ofBody(db, 9, 2);
            account(db, 10, DEPARTMENT, null, true, false, Role.MIDDLE);
            ofBody(db, 10, 3);
        });
        var all = new Turnouts(new TurnoutSql(db.client())).all();
        assertThat(all.keySet()).isEqualTo(Set.of(DEPARTMENT, FOREIGN));
        assertThat(all.get(FOREIGN)).isEqualTo(new Turnout(java.util.List.of(), 1, 0, 0, 0, 0));
        var own = all.get(DEPARTMENT);
        assertThat(own.people()).containsExactly(new Turnout.Contact(new UUID(4, 1), "人 1", "000", "a@example.cn", Set.of(Role.DRAFTER, Role.APPROVER), true),
            new Turnout.Contact(new UUID(4, 2), "人 2", "000", "a@example.cn", Set.of(Role.APPROVER), false));
        assertThat(Map.of("units", own.units(), "invited", own.unitsInvited(), "joined", own.unitsJoined())).isEqualTo(Map.of("units", 3L, "invited", 2L, "joined", 1L));
        assertThat(Map.of("bodies", own.bodies(), "joined", own.bodiesJoined())).isEqualTo(Map.of("bodies", 2L, "joined", 1L));
    }
}
