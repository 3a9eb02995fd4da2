package huizhan.journey;

import huizhan.achievement.Achievements;
import huizhan.achievement.Passages;
import huizhan.kernel.Role;
import huizhan.opening.Forwardings;
import huizhan.organization.Accounts;
import huizhan.organization.MiddleBodies;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A department with bodies between itself and its units: one at work, one that only looks, one where nobody can act any more. */
final class Between {
    final Person drafter;
    final Person approver;
    final Person clerk;
    final Person looker;
    final Person unit;
    final UUID waiting;
    final UUID again;
    final UUID passed;
    final UUID returned;
    final UUID stuck;
    final UUID body;

    Between(TestServer server, TestPeople people, Submissions submissions) {
        var department = people.department("61");
        drafter = people.of(department, Role.DRAFTER);
        approver = people.of(department, Role.APPROVER);
        var bureau = people.body(drafter, "示例市科学技术局（高新技术产业开发区管委会科技处）");
        body = bureau.id();
        server.get(MiddleBodies.class).change(drafter.actor(), bureau, bureau.name(), true, true);
        clerk = people.of(drafter, bureau);
        unit = people.of(drafter, people.unit(drafter, "示例市高原农业研究所", bureau));
        people.unit(drafter, "示例市水产研究所", bureau);
        people.unit(drafter, "省直属观测中心");
        looker = people.of(drafter, people.body(drafter, "示例农业科学院"));
        var forwardings = server.get(Forwardings.class);
        forwardings.forward(drafter.actor(), "2015-07-16", "每个单位至多报三项。", 0);
        forwardings.forward(clerk.actor(), "2015-07-13", "请先把草稿发到市局审看。", 0);
        var achievements = server.get(Achievements.class);
        var passages = server.get(Passages.class);
        passed = handed(achievements, submissions, unit, "高原耐旱青稞联合育种");
        passages.pass(clerk.actor(), passed, "推广面积和合作论文已经核实，材料属实，同意报送。");
        again = handed(achievements, submissions, unit, "近海养殖水质遥感");
        achievements.giveBack(clerk.actor(), again, "展板文字请写明合作起止年份。", List.of("board.text"), "2015-07-12");
        achievements.handOver(unit.actor(), again);
        var taken = handed(achievements, submissions, unit, "轻合金材料国际联合实验室");
        passages.takeOver(drafter.actor(), taken, "时间紧，先行收取。");
        returned = handed(achievements, submissions, unit, "海洋预报数据共享");
        achievements.giveBack(clerk.actor(), returned, "请核实外方单位名称", List.of("foreignPartner"), "2015-07-12");
        waiting = handed(achievements, submissions, unit, "跨境河流水质联合监测网络与沿岸五县预警体系建设及人员培训");
        var closing = people.body(drafter, "示例县科技局");
        var alone = people.of(drafter, closing);
        stuck = handed(achievements, submissions, people.of(drafter, people.unit(drafter, "示例县农技站", closing)), "抗旱育种");
        var accounts = server.get(Accounts.class);
        accounts.switchTo(drafter.actor(), accounts.find(alone.actor().account()).orElseThrow(), false);
        isCalledByAnOldLongName(server, closing.id());
    }

    /** What was once a word beside a unit had no limit, and nothing in it where a line may break. */
    private static void isCalledByAnOldLongName(TestServer server, UUID body) {
        var name = "示例县科学技术和经济信息化局（" + "ShiliXianKexueJishuHeJingjiXinxihuaJu".repeat(6) + "）";
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> server.get(JdbcClient.class)
            .sql("update middle_body set name = :name, name_key = :name where id = :id").param("name", name).param("id", body.toString()).update());
    }

    private static UUID handed(Achievements achievements, Submissions submissions, Person unit, String name) {
        var id = submissions.whole(unit, name);
        achievements.handOver(unit.actor(), id);
        return id;
    }
}
