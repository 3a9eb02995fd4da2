package huizhan.opening.exceptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.material.GrantedException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Exceptions on both engines; another department's, another call's and another achievement's is the bait. */
class ExceptionSqlTest {
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ACHIEVEMENT = new UUID(2, 1);
    private static final UUID ME = new UUID(3, 1);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");

    private static Asked asked(UUID achievement) {
        return new Asked(Optional.of(achievement), "A6.size", achievement + "/" + "ab".repeat(32), "示例成果", new Text("照片太小", "too small"), "", "2.1 MB");
    }

    private static ExceptionRequest request(long id, UUID department, UUID achievement) {
        return new ExceptionRequest(new UUID(4, id), department, Optional.of(new UUID(5, 1)), asked(achievement), "1986年的底片", AT.plusMillis(id), ME, Optional.empty());
    }

    private static Grant grant(long id, UUID department, UUID achievement) {
        return new Grant(new UUID(6, id), department, Optional.of(achievement), new GrantedException("A6.size", asked(achievement).item(), "历史照片"),
            AT.plusMillis(id), Optional.empty(), Optional.empty());
    }

    @EachDatabase void a_request_waits_until_its_one_answer_and_the_grant_knows_what_it_answers(TestDatabase db) {
        var sql = new ExceptionSql(db.client());
        var mine = request(1, DEPARTMENT, ACHIEVEMENT);
        var foreign = request(2, FOREIGN, new UUID(2, 2));
        db.write(() -> {
            sql.insert(mine, "call");
            sql.insert(foreign, "call");
            sql.insert(request(3, DEPARTMENT, ACHIEVEMENT), "another");
        });
        assertThat(sql.requests(DEPARTMENT, "call")).containsExactly(mine);
        assertThat(sql.requests("call")).containsExactly(foreign, mine);
        assertThat(sql.waiting("call")).isEqualTo(2);
        var granted = grant(1, DEPARTMENT, ACHIEVEMENT);
        db.write(() -> {
            sql.insert(granted, "call", ME);
            sql.answer(mine.id(), granted.id().toString(), "历史照片", AT.plusSeconds(1), ME);
            sql.answer(foreign.id(), "", "请换一张", AT.plusSeconds(2), ME);
        });
        assertThat(sql.waiting("call")).isZero();
        assertThat(sql.requests("call")).extracting(each -> each.answer().orElseThrow()).containsExactly(
            new ExceptionRequest.Answer(false, "请换一张", AT.plusSeconds(2)), new ExceptionRequest.Answer(true, "历史照片", AT.plusSeconds(1)));
        assertThat(sql.all("call")).extracting(Grant::asked).containsExactly(Optional.of(asked(ACHIEVEMENT)));
        assertThat(sql.asker(granted.id())).contains(new UUID(5, 1));
        assertThat(sql.asker(new UUID(6, 7))).isEmpty();
        assertThatThrownBy(() -> db.write(() -> sql.answer(mine.id(), "", "晚了", AT, ME))).isInstanceOf(StaleData.class);
    }

    @EachDatabase void only_what_stands_is_gone_by_and_only_the_own(TestDatabase db) {
        var sql = new ExceptionSql(db.client());
        var first = grant(1, DEPARTMENT, ACHIEVEMENT);
        var whole = new Grant(new UUID(6, 9), DEPARTMENT, Optional.empty(), new GrantedException("A3.limit", "", "十一项"), AT.plusMillis(9), Optional.empty(), Optional.empty());
        var back = new Grant.Revocation("找到了原片", AT.plusSeconds(3));
        db.write(() -> {
            sql.insert(first, "call", ME);
            sql.insert(whole, "call", ME);
            sql.insert(grant(2, FOREIGN, ACHIEVEMENT), "call", ME);
            sql.insert(grant(3, DEPARTMENT, ACHIEVEMENT), "another", ME);
        });
        assertThat(sql.standing(DEPARTMENT, "call")).containsExactly(first, whole);
        assertThat(Exceptions.of(sql.standing(DEPARTMENT, "call"), new UUID(2, 7))).containsExactly(whole.exception());
        db.write(() -> sql.revoke(first.id(), back, ME));
        assertThat(sql.standing(DEPARTMENT, "call")).containsExactly(whole);
        assertThat(sql.revoked(DEPARTMENT, "call")).extracting(Grant::id, Grant::revocation).containsExactly(org.assertj.core.groups.Tuple.tuple(first.id(), Optional.of(back)));
        assertThat(sql.revoked(FOREIGN, "call")).isEmpty();
        assertThat(sql.all("call")).extracting(Grant::revocation).containsExactly(Optional.empty(), Optional.empty(), Optional.of(back));
        assertThatThrownBy(() -> db.write(() -> sql.revoke(first.id(), back, ME))).isInstanceOf(StaleData.class);
    }

    @EachDatabase void of_a_file_that_an_earlier_version_called_by_its_name_the_figures_alone_are_read(TestDatabase db) {
        var sql = new ExceptionSql(db.client());
        db.write(() -> sql.insert(request(1, DEPARTMENT, ACHIEVEMENT), "call"));
        for (var told : Map.of("张某1986年 3.0 MB · 9.9 MB.jpg · 2.1 MB · 1600×1200", "2.1 MB · 1600×1200", "李某.mp4 · 99.9 kB · 1920×1080 · 2:05", "99.9 kB · 1920×1080 · 2:05",
            "2.1 MB", "2.1 MB", "王某.jpg · 20 B", "20 B", "只有名字.jpg", "").entrySet()) {
            db.write(() -> db.client().sql("update exception_request set facts = :facts").param("facts", told.getKey()).update());
            assertThat(sql.requests(DEPARTMENT, "call").get(0).what().facts()).as(told.getKey()).isEqualTo(told.getValue());
        }
    }

    @EachDatabase void of_an_erased_achievement_nothing_remains_and_of_others_everything(TestDatabase db) {
        var sql = new ExceptionSql(db.client());
        db.write(() -> {
            sql.insert(request(1, DEPARTMENT, ACHIEVEMENT), "call");
            sql.insert(request(2, DEPARTMENT, new UUID(2, 2)), "call");
            sql.insert(request(3, FOREIGN, ACHIEVEMENT), "call");
            sql.insert(grant(1, DEPARTMENT, ACHIEVEMENT), "call", ME);
            sql.insert(grant(2, DEPARTMENT, new UUID(2, 2)), "call", ME);
            sql.answer(new UUID(4, 1), new UUID(6, 1).toString(), "历史照片", AT, ME);
            sql.revoke(new UUID(6, 1), new Grant.Revocation("撤销", AT), ME);
            sql.forget(DEPARTMENT, ACHIEVEMENT);
        });
        assertThat(sql.requests("call")).containsExactly(request(3, FOREIGN, ACHIEVEMENT), request(2, DEPARTMENT, new UUID(2, 2)));
        assertThat(sql.all("call")).containsExactly(grant(2, DEPARTMENT, new UUID(2, 2)));
        assertThat(db.client().sql("select (select count(*) from exception_answer) + (select count(*) from exception_revocation)").query(Long.class).single()).isZero();
    }
}
