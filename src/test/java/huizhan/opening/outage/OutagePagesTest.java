package huizhan.opening.outage;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.ServeOptions;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Outages near the end, and the time that is granted for them (B18); the demo clock stands two days before the end. */
class OutagePagesTest {
    private TestServer server;
    private TestBrowser organizer;

    @BeforeEach void start() {
        server = TestServer.start(options -> options.at(Instant.parse("2015-07-18T01:00:00Z")).with("huizhan.totp", "off"));
        organizer = server.browserOf(server.people().organizer());
        organizer.get("/outages");
    }

    @AfterEach void stop() {
        server.close();
    }

    private Outages outages() {
        return server.get(Outages.class);
    }

    private void wasAwayFor(Duration time) {
        var last = server.get(Clocks.class).system().instant().minus(time);
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> server.get(JdbcClient.class)
            .sql("update heartbeat set beat_at = :at").param("at", last.toEpochMilli()).update());
    }

    @Test void a_long_gap_between_two_heartbeats_is_an_outage_in_business_time_and_a_short_one_is_none() {
        outages().beat();
        wasAwayFor(Duration.ofSeconds(170));
        outages().beat();
        outages().beat();
        assertThat(outages().all()).isEmpty();
        wasAwayFor(Duration.ofMinutes(10));
        outages().beat();
        outages().beat();
        var noted = outages().all();
        assertThat(noted).hasSize(1);
        assertThat(noted.get(0).length()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        assertThat(noted.get(0).ended()).isBetween(Instant.parse("2015-07-18T01:00:00Z"), Instant.parse("2015-07-18T02:00:00Z"));
        assertThat(server.trail("outage.noted", "outage:%")).isEqualTo(1);
        assertThat(organizer.get("/outages").text()).contains("系统停机（自动记录）", "约 10 分钟", "临近截止");
        assertThat(organizer.get("/opening").text()).contains("1 件待答复");
    }

    @Test void the_program_beats_by_itself_and_notes_after_a_stop_that_it_was_away() {
        untilThereIs("heartbeat");
        assertThat(outages().all()).isEmpty();
        wasAwayFor(Duration.ofMinutes(10));
        var folder = server.leave();
        server = TestServer.start(plain -> new ServeOptions(0, plain.host(), folder, plain.zone(), plain.config(), Optional.of(Instant.parse("2015-07-18T01:00:00Z")),
            plain.tlsCert(), plain.tlsKey(), false, plain.more()));
        untilThereIs("outage");
        assertThat(outages().all()).extracting(Outage::byItself).containsExactly(true);
        server.close();
        TestServer.clear(folder);
        server = TestServer.inTheCall();
    }

    private void untilThereIs(String table) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (server.get(JdbcClient.class).sql("select count(*) from " + table).query(Long.class).single() == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Map<String, String> byHand() {
        return Map.of("fromDay", "2015-07-17", "fromTime", "08:00", "toDay", "2015-07-17", "toTime", "14:30", "reason", "部内网络故障");
    }

    @Test void one_entered_by_hand_is_checked_and_nothing_typed_is_lost() {
        for (var wrong : List.of(Map.of("toTime", "07:59"), Map.of("toDay", "2015-07-19"), Map.of("fromTime", ""), Map.of("reason", ""), Map.of("reason", "秘密★5年"))) {
            var form = new HashMap<>(byHand());
            form.putAll(wrong);
            var answer = organizer.post("/outages", form);
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body()).contains("2015-07-17", "08:00".equals(form.get("fromTime")) ? "08:00" : "14:30");
        }
        assertThat(organizer.post("/outages", byHand()).location()).isEqualTo("/outages");
        assertThat(organizer.get("/outages").text()).contains("2015年7月17日 08:00:00 至 2015年7月17日 14:30:00", "部内网络故障", "约 390 分钟");
    }

    @Test void one_that_asks_for_nothing_is_closed_with_a_reason_and_no_longer_waits() {
        organizer.post("/outages", Map.of("fromDay", "2015-07-18", "fromTime", "01:00", "toDay", "2015-07-18", "toTime", "03:00", "reason", "夜间检修"));
        var id = outages().all().get(0).id();
        assertThat(organizer.get("/opening").text()).contains("1 件待答复");
        var closing = "/outages/" + id + "/closing";
        assertThat(organizer.post(closing, Map.of("reason", " ")).text()).contains("请写明为什么无需延期");
        var marked = organizer.post(closing, Map.of("reason", "绝密★"));
        assertThat(marked.text()).contains("密级标志", "绝密★");
        assertThat(marked.find("id=\"f-reason-outage\"[^>]*>([^<]*)<")).as("the other form's reason").isEqualTo("夜间检修");
        assertThat(organizer.post(closing, Map.of("reason", "深夜无人使用")).location()).isEqualTo("/outages");
        assertThat(organizer.get("/outages").text()).contains("标为无需延期：深夜无人使用").doesNotContainPattern("约 120 分钟 临近截止");
        assertThat(organizer.get("/opening").text()).doesNotContain("1 件待答复");
        assertThat(organizer.post(closing, Map.of("reason", "再来一次")).text()).contains("这次中断已经处理过", "您写的理由没有保存： 再来一次");
        assertThat(server.trail("outage.closed", "outage:" + id)).isEqualTo(2);
        assertThat(organizer.post("/outages/" + new java.util.UUID(0, 7) + "/closing", Map.of("reason", "x")).status()).isEqualTo(404);
        assertThat(organizer.post("/outages/" + id + "/permits", Map.of("to", "all", "day", "2015-07-22", "time", "", "reason", "还是顺延两天")).location()).isEqualTo("/outages");
    }

    @Test void one_whose_time_was_all_taken_back_waits_again_and_can_be_closed() {
        organizer.post("/outages", Map.of("fromDay", "2015-07-18", "fromTime", "01:00", "toDay", "2015-07-18", "toTime", "03:00", "reason", "夜间检修"));
        var id = outages().all().get(0).id();
        var department = server.people().department("11").id();
        organizer.post("/outages/" + id + "/permits", Map.of("to", "some", "department", department.toString(), "day", "2015-07-22", "time", "", "reason", "顺延两天"));
        assertThat(organizer.get("/opening").text()).doesNotContain("1 件待答复");
        assertThat(organizer.post("/outages/" + id + "/closing", Map.of("reason", "不必了")).status()).isEqualTo(422);
        var permit = server.get(OpenCall.class).extension(department).orElseThrow().id();
        assertThat(organizer.post("/permits/" + permit + "/withdrawal", Map.of("reason", "给错了部门")).location()).isEqualTo("/permits");
        assertThat(organizer.get("/opening").text()).contains("1 件待答复");
        assertThat(organizer.post("/outages/" + id + "/closing", Map.of("reason", "不必了")).location()).isEqualTo("/outages");
        assertThat(organizer.get("/opening").text()).doesNotContain("1 件待答复");
    }

    @Test void from_one_outage_time_is_granted_to_all_or_to_some_and_who_has_more_keeps_it() {
        organizer.post("/outages", byHand());
        var id = outages().all().get(0).id();
        var people = server.people();
        var one = people.department("11").id();
        var two = people.department("12").id();
        var grant = "/outages/" + id + "/permits";
        assertThat(organizer.get("/outages/" + id).text()).contains("部内网络故障", "全部");
        var fields = Map.of("to", "some", "day", "2015-07-22", "time", "", "reason", "部内网络故障，顺延两天");
        assertThat(organizer.post(grant, fields).text()).contains("请选择部门", "部内网络故障，顺延两天");
        var some = new HashMap<>(fields);
        some.put("department", one.toString());
        some.put("day", "2015-07-19");
        assertThat(organizer.post(grant, some).text()).contains("也应晚于现在");
        some.put("day", "2015-07-25");
        assertThat(organizer.post(grant, some).location()).isEqualTo("/outages");
        var open = server.get(OpenCall.class);
        assertThat(open.end(one)).isEqualTo(Instant.parse("2015-07-25T16:00:00Z"));
        assertThat(open.extension(two)).isEmpty();
        var all = new HashMap<>(fields);
        all.put("to", "all");
        assertThat(organizer.post(grant, all).location()).isEqualTo("/outages");
        assertThat(open.end(one)).isEqualTo(Instant.parse("2015-07-25T16:00:00Z"));
        assertThat(open.end(two)).isEqualTo(Instant.parse("2015-07-22T16:00:00Z"));
        var active = server.get(Departments.class).active().size();
        assertThat(organizer.get("/outages").text()).contains("已给 " + active + " 个部门延期");
        assertThat(organizer.get("/opening").text()).doesNotContain("待答复");
        var reader = server.browserOf(people.of(people.department("12"), Role.DRAFTER));
        assertThat(reader.get("/call").text()).contains("2015年7月22日 23:59:59", "部内网络故障，顺延两天");
        assertThat(reader.get("/outages").status()).isEqualTo(404);
        assertThat(organizer.get("/outages/" + new UUID(0, 7)).status()).isEqualTo(404);
    }
}
