package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.call.Call;
import huizhan.call.Calls;
import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.organization.Department;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The organizer's list on both engines: order, search, conditions; a stub has no content to be found by, another call's lines are the bait. */
class ReceivedAchievementSqlTest {
    private static final Call CALL = Calls.bundled(Calls.FIRST);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final UUID ME = new UUID(3, 1);

    private static ReceivedAchievement line(int id, int rank, String name, String unit, String direction, String form) {
        return new ReceivedAchievement(new UUID(9, id), rank, Disclosure.PUBLIC, name, unit, "Rhein-Institut 100%", "project", List.of(direction, "network"),
            List.of("life"), List.of("graphic", form));
    }

    private static ReceivedAchievement stub(int id, int rank) {
        return new ReceivedAchievement(new UUID(9, id), rank, Disclosure.NON_PUBLIC, "", "", "", "", List.of(), List.of(), List.of());
    }

    private static Department department(UUID id, String code) {
        return new Department(id, code, Text.same("部门 " + code), "province", LocalDate.of(2015, 1, 1), Optional.empty(), Optional.empty(), true, 1);
    }

    private static UUID signed(TestDatabase db, UUID department, String call, int number) {
        var sql = new NominationSql(db.client());
        var list = new RankedList(new UUID(7, number), department, 1, List.of(), Optional.empty());
        var signature = new Signature(new UUID(5, number), 1, ReceiptNumber.of(Zone.OPEN, "9" + number, 1), Sha256.of("content " + number),
            "0:" + "0".repeat(64), AT, "程念初", Optional.empty());
        db.write(() -> {
            sql.insert(list, call, AT, ME);
            sql.insert(list.id(), signature, "{}", ME);
        });
        return signature.revision();
    }

    private static ReceivedAchievementSql filled(TestDatabase db) {
        var sql = new ReceivedAchievementSql(db.client());
        var first = signed(db, FIRST, CALL.id(), 1);
        var second = signed(db, SECOND, CALL.id(), 2);
        signed(db, new UUID(1, 3), "another", 3);
        db.write(() -> {
            sql.insert(second, department(SECOND, "12"), line(1, 1, "海洋浮标联合研究", "海港大学", "network", "model"), CALL);
            sql.insert(second, department(SECOND, "12"), stub(2, 2), CALL);
            sql.insert(first, department(FIRST, "11"), line(3, 2, "安全种业示范", "云岭大学", "breakthrough", "video"), CALL);
            sql.insert(first, department(FIRST, "11"), line(4, 1, "中外卫星遥感", "云岭研究所", "diplomacy", "object"), CALL);
            sql.insert(first, department(FIRST, "11"), line(4, 1, "又一次", "", "diplomacy", "object"), CALL);
        });
        return sql;
    }

    private static List<Long> ids(ReceivedAchievementSql sql, UUID named, String... asked) {
        var map = new java.util.HashMap<String, String>();
        for (int i = 0; i < asked.length; i += 2) {
            map.put(asked[i], asked[i + 1]);
        }
        var filter = ReceivedFilter.of(map);
        var departments = named == null ? List.<UUID>of() : List.of(named);
        var lines = sql.lines(CALL.id(), filter, departments, 0, 100);
        assertThat(sql.count(CALL.id(), filter, departments)).isEqualTo(lines.size());
        return lines.stream().map(each -> each.achievement().id().getLeastSignificantBits()).toList();
    }

    @EachDatabase void an_achievement_that_came_in_is_told_by_rank_and_name_and_a_stub_by_its_rank(TestDatabase db) {
        var sql = filled(db);
        assertThat(sql.cameIn("another")).isEmpty();
        assertThat(sql.cameIn(CALL.id())).isEqualTo(java.util.Map.of(new UUID(9, 1), new huizhan.opening.exceptions.CameIn.Line(SECOND, 1, "海洋浮标联合研究"), new UUID(9, 2),
            new huizhan.opening.exceptions.CameIn.Line(SECOND, 2, ""), new UUID(9, 3), new huizhan.opening.exceptions.CameIn.Line(FIRST, 2, "安全种业示范"), new UUID(9, 4),
            new huizhan.opening.exceptions.CameIn.Line(FIRST, 1, "中外卫星遥感")));
    }

    @EachDatabase void each_column_sorts_and_the_departments_own_order_decides_ties(TestDatabase db) {
        var sql = filled(db);
        assertThat(ids(sql, null)).containsExactly(4L, 3L, 1L, 2L);
        assertThat(ids(sql, null, "sort", "rank")).containsExactly(4L, 1L, 3L, 2L);
        assertThat(ids(sql, null, "sort", "name")).as("an, hai, zhong, and the stub last").containsExactly(3L, 1L, 4L, 2L);
        assertThat(ids(sql, null, "sort", "direction")).containsExactly(4L, 3L, 1L, 2L);
        assertThat(ids(sql, null, "sort", "disclosure")).containsExactly(2L, 4L, 3L, 1L);
        assertThat(ids(sql, null, "sort", "nonsense")).containsExactly(4L, 3L, 1L, 2L);
    }

    @EachDatabase void words_are_looked_for_everywhere_but_a_stub_has_none(TestDatabase db) {
        var sql = filled(db);
        assertThat(ids(sql, null, "q", "云岭")).containsExactly(4L, 3L);
        assertThat(ids(sql, null, "q", "ＲＨＥＩＮ")).containsExactly(4L, 3L, 1L);
        assertThat(ids(sql, null, "q", "100%")).containsExactly(4L, 3L, 1L);
        assertThat(ids(sql, null, "q", "1_0")).isEmpty();
        assertThat(ids(sql, SECOND, "q", "海港省科技厅")).as("a department's name finds its stub too").containsExactly(1L, 2L);
        assertThat(ids(sql, null, "q", "zz")).isEmpty();
    }

    @EachDatabase void conditions_narrow_and_each_is_a_whole_code(TestDatabase db) {
        var sql = filled(db);
        assertThat(ids(sql, null, "direction", "network")).containsExactly(4L, 3L, 1L);
        assertThat(ids(sql, null, "direction", "net")).isEmpty();
        assertThat(ids(sql, null, "form", "video")).containsExactly(3L);
        assertThat(ids(sql, null, "field", "life", "kind", "project", "form", "model")).containsExactly(1L);
        assertThat(ids(sql, null, "disclosure", "non-public")).containsExactly(2L);
        assertThat(ids(sql, null, "disclosure", "non-public", "direction", "network")).isEmpty();
    }

    @EachDatabase void what_was_signed_before_the_list_is_found_and_what_goes_leaves_nothing(TestDatabase db) {
        var sql = new ReceivedAchievementSql(db.client());
        var revision = signed(db, FIRST, CALL.id(), 1);
        assertThat(sql.missing(CALL.id())).containsExactly(revision);
        db.write(() -> sql.insert(revision, department(FIRST, "11"), line(1, 1, "海洋浮标", "海港大学", "network", "model"), CALL));
        assertThat(sql.missing(CALL.id())).isEmpty();
        var found = sql.lines(CALL.id(), ReceivedFilter.of(Map.of()), List.of(), 0, 1).get(0);
        assertThat(found.achievement()).isEqualTo(line(1, 1, "海洋浮标", "海港大学", "network", "model"));
        assertThat(found.receipt()).startsWith("O-91-0001-");
        db.write(() -> sql.delete(revision));
        assertThat(sql.all(CALL.id())).isZero();
    }
}
