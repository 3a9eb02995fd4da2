package huizhan.journey;

import huizhan.ServeOptions;
import huizhan.achievement.Achievements;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.nomination.Filing;
import huizhan.nomination.Heads;
import huizhan.nomination.Nominations;
import huizhan.opening.Extensions;
import huizhan.opening.OpenCall;
import huizhan.opening.Permits;
import huizhan.opening.exceptions.Exceptions;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Four departments in the open zone: one that signed off, one over the limit, one that has only begun, one whose list waits for approval. */
final class Company implements AutoCloseable {
    private static final Pattern DECLARED = Pattern.compile("name=\"declared\" value=\"([^\"]+)\"");
    final TestServer server = TestServer.inTheCall();
    final TestPeople people = server.people();
    final Person organizer = people.organizer();
    final House signed;
    final House over;
    final House fresh;
    final House waiting;
    final UUID frozen;
    final UUID second;
    final UUID empty;
    final UUID wrong;
    final UUID whole;
    final UUID returned;
    final UUID handed;
    final UUID reworked;
    final String receipt;
    final String withdrawn;
    final String letter;
    final String small;
    final String few;
    final String outage;
    final Between between;

    /** A department's people, and one of its units. */
    record House(Person drafter, Person approver, Person unit) {}

    Company(Path workshop) throws IOException {
        var submissions = new Submissions(server, workshop);
        signed = house("53", "示例省高原农业研究所");
        over = house("33", "示例市海洋工程技术研究院（国家国际科技合作基地）");
        fresh = house("11", "示例观测中心");
        waiting = house("21", "示例水产研究所");
        waiting(submissions);
        between = new Between(server, people, submissions);
        empty = submissions.begun(over.unit(), Disclosure.PUBLIC);
        wrong = submissions.wrong(over.unit());
        whole = submissions.whole(over.unit(), "近海养殖水质遥感");
        returned = submissions.handed(over.unit(), over.drafter(), "潮汐能示范电站联合运行");
        server.get(Achievements.class).giveBack(over.drafter().actor(), returned, "展板文字请突出“十二五”时期的成效，并换一张现场照片。",
            List.of("board.text", "pictures"), "2015-07-15");
        handed = submissions.handed(over.unit(), over.drafter(), "港口岸电标准互认");
        rewrite(over.unit(), returned, "board.text", "2011—2015年间示范电站联合运行，5国共用一套标准，年发电120万千瓦时。");
        server.get(huizhan.opening.Forwardings.class).forward(over.drafter().actor(), "2015-07-16", "每个单位至多报 12 项，展板文字请突出成效。", 0);
        reworked = submissions.handed(over.unit(), over.drafter(), "海洋预报数据共享");
        server.get(Achievements.class).giveBack(over.drafter().actor(), reworked, "请核实数字", List.of(), "");
        rewrite(over.unit(), reworked, "board.text", "2011—2015年间9国共享海洋预报数据，沿岸47个港口受益。");
        server.get(Achievements.class).handOver(over.unit().actor(), reworked);
        for (var number = 1; number <= 10; number++) {
            var id = submissions.handed(over.unit(), over.drafter(), number == 3 ? "跨境河流水质联合监测网络与沿岸五县预警体系建设及人员培训" : "联合研究之" + number);
            server.get(Nominations.class).pick(over.drafter().actor(), id);
        }
        server.browserOf(over.drafter()).post("/nomination/stubs", Map.of());
        head(over.drafter());
        server.get(Heads.class).write(over.approver().actor(), "contact", "示例丙", 1);
        frozen = submissions.handed(signed.unit(), signed.drafter(), "高原耐旱青稞联合育种");
        second = submissions.handed(signed.unit(), signed.drafter(), "轻合金材料国际联合实验室");
        List.of(frozen, second).forEach(id -> server.get(Nominations.class).pick(signed.drafter().actor(), id));
        server.browserOf(signed.drafter()).post("/nomination/stubs", Map.of());
        head(submissions);
        withdrawn = signOff();
        server.browserOf(signed.approver()).post("/nomination/withdrawal", Map.of("reason", "漏了一项成果"));
        receipt = signOff();
        List.of(over.drafter(), signed.drafter()).forEach(this::letter);
        Filing.settled(server, "likeness-compare");
        server.browserOf(signed.drafter()).post(receipt + "/disc", Map.of());
        moreTime();
        letter = invited();
        small = askedFor("没有更大的照片了，底片已毁。");
        var own = submissions.begun(over.drafter(), Disclosure.PUBLIC);
        outage = said();
        few = "/achievements/" + own + "/exceptions?rule=A6.count&item=" + own;
    }

    /** A question waits, one was answered for all and corrected; something is announced; the network was down. */
    private String said() {
        var browser = server.browserOf(organizer);
        browser.get("/questions");
        var unit = server.browserOf(over.unit());
        unit.get("/questions");
        unit.post("/questions", Map.of("about", "pictures", "text", "合作始于1986年，只有一张底片的扫描件，不到5 MB，可以用吗？"));
        var id = browser.get("/questions").find("/questions/([0-9a-f-]{36})/answer");
        browser.post("/questions/" + id + "/answer", Map.of("to", "all", "wording", "历史照片不到5 MB，可以用吗？", "text", "可以。", "seen", "0"));
        browser.post("/questions/" + id + "/answer", Map.of("to", "all", "wording", "历史照片不到5 MB，可以用吗？",
            "text", "可以申请例外：在检查结果旁提出，写明来历。不要用放大的办法凑大小。", "seen", "1"));
        unit.post("/questions", Map.of("about", "", "text", "外方单位改了名字，外方合作单位一栏填现在的名字，还是合作时的名字？"));
        browser.get("/announcements");
        browser.post("/announcements", Map.of("title", "周六上午检修", "text", "7月11日8时至10时系统检修，期间不能填写。已填内容不受影响。",
            "titleEn", "Maintenance on Saturday morning", "textEn", "The system is down on 11 July from 8 to 10. Nothing that was filled in is affected.", "from", "", "to", ""));
        browser.get("/outages");
        browser.post("/outages", Map.of("fromDay", "2015-07-09", "fromTime", "08:00", "toDay", "2015-07-09", "toTime", "14:30", "reason", "省网光缆中断，西南三省受影响"));
        return browser.get("/outages").find("href=\"(/outages/[0-9a-f-]{36})\"");
    }

    /** The unit asks about its small picture; another exception is granted, one revoked. */
    private String askedFor(String reason) {
        var exceptions = server.get(Exceptions.class);
        var place = "/achievements/" + wrong;
        var browser = server.browserOf(over.unit());
        var item = browser.get(place).find("rule=A6\\.size&amp;item=([0-9a-f/-]+)\"");
        browser.post(place + "/exceptions", Map.of("rule", "A6.size", "item", item, "reason", reason));
        var me = organizer.actor();
        exceptions.grant(me, signed.drafter().actor().owner(), "A10.duration", "", "1987年的纪录影片，共12分钟，准予完整展出。");
        exceptions.grant(me, fresh.drafter().actor().owner(), "A6.count", "", "误发");
        var mistaken = exceptions.standing(fresh.drafter().actor().owner()).get(0);
        exceptions.revoke(me, mistaken.id(), "选错了部门");
        return place + "/exceptions?rule=A6.size&item=" + item;
    }

    /** One department waits for an answer, one was refused and one has its permit. */
    private void moreTime() {
        var permits = server.get(Permits.class);
        var extensions = server.get(Extensions.class);
        extensions.ask(over.drafter().actor(), "2015-07-25", "7月8日台风登陆，近海试验站停电两天，3项成果的照片还没有取回。");
        extensions.ask(fresh.drafter().actor(), "", "材料还没有齐");
        var page = server.browserOf(organizer).get("/permits");
        var ofFresh = Pattern.compile("材料还没有齐.*?/extensions/([0-9a-f-]{36})/refusal", Pattern.DOTALL).matcher(page.body());
        if (!ofFresh.find() || extensions.refuse(organizer.actor(), UUID.fromString(ofFresh.group(1)), "征集还有十天，请抓紧填写。").isPresent()) {
            throw new AssertionError("no request");
        }
        permits.grant(organizer.actor(), signed.drafter().actor().owner(), permits.end("2015-07-22", "18:00"), "7月9日省网中断半天");
        permits.grant(organizer.actor(), fresh.drafter().actor().owner(), permits.end("2015-07-31", ""), "误发");
        var mistaken = server.get(OpenCall.class).extension(fresh.drafter().actor().owner()).orElseThrow();
        permits.withdraw(organizer.actor(), mistaken.id(), "选错了部门");
    }

    /** A person of a department who was sent the link; its letter waits, as there is no mail server here. */
    private String invited() {
        var browser = server.browserOf(organizer);
        var department = "/departments/" + people.department("37").id();
        browser.get(department);
        browser.post(department + "/people", Map.of("name", "示例丙", "roles", "APPROVER", "email", "office@kjt.example.cn", "telephone", "000-00000002", "mail", "true"));
        return browser.get("/outbox").find("href=\"/outbox/([0-9a-f-]{36})\"");
    }

    /** The organization's first day in the restricted zone, with one-time codes. */
    static TestServer inner() {
        return TestServer.start(plain -> new ServeOptions(0, plain.host(), plain.data(), Zone.RESTRICTED, plain.config(), plain.now(), plain.tlsCert(),
            plain.tlsKey(), false, plain.more()).at(TestServer.IN_THE_CALL));
    }

    private House house(String code, String unit) {
        var department = people.department(code);
        var drafter = people.of(department, Role.DRAFTER);
        return new House(drafter, people.of(department, Role.APPROVER), people.of(drafter, people.unit(drafter, unit)));
    }

    private void rewrite(Person who, UUID id, String field, String text) {
        var browser = server.browserOf(who);
        var version = browser.get("/achievements/" + id).find("name=\"version:" + Pattern.quote(field) + "\" value=\"(\\d+)\"");
        browser.post("/achievements/" + id + "/fields", Map.of("field", field, "value", text, "version", version));
    }

    private void waiting(Submissions submissions) {
        var id = submissions.handed(waiting.unit(), waiting.drafter(), "近海生态修复联合示范");
        server.get(Nominations.class).pick(waiting.drafter().actor(), id);
        head(waiting.drafter());
        server.browserOf(waiting.approver()).post("/nomination/two-people", Map.of("wanted", "true"));
        var browser = server.browserOf(waiting.drafter());
        var seen = browser.get("/nomination/sign-off").find("name=\"seen\" value=\"([0-9a-f]{64})\"");
        browser.post("/nomination/submission", Map.of("seen", seen, "note", "请重点核对外方单位的名称。"));
    }

    private void letter(Person drafter) {
        var browser = server.browserOf(drafter);
        browser.get("/nomination/letter");
        browser.post("/nomination/letter", Map.of("field", "number", "value", "示科函[2015]8号", "version", "0"));
        browser.post("/nomination/letter", Map.of("field", "number", "value", "示科函〔2015〕8号", "version", "1"));
    }

    private void head(Person drafter) {
        Map.of("name", "示例省科学技术厅", "contact", "示例乙", "telephone", "000-00000001").forEach((field, value) ->
            server.get(Heads.class).write(drafter.actor(), field, value, 0));
    }

    private void head(Submissions submissions) {
        head(signed.drafter());
        server.get(Heads.class).film(signed.drafter().actor(), Disclosure.PUBLIC, submissions.stored(signed.drafter(), "film"));
    }

    private String signOff() {
        TestBrowser browser = server.browserOf(signed.approver());
        var page = browser.get("/nomination/sign-off");
        var declared = DECLARED.matcher(page.body()).results().map(found -> found.group(1)).collect(Collectors.joining(","));
        var answer = browser.post("/nomination/signature", Map.of("seen", page.find("name=\"seen\" value=\"([0-9a-f]{64})\""), "declared", declared));
        if (answer.status() != 302) {
            throw new AssertionError(answer.text());
        }
        return answer.location();
    }

    @Override public void close() {
        server.close();
    }
}
