package huizhan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import huizhan.ServeOptions;
import huizhan.database.Jobs;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Invitations by mail and the organizer's outbox, on the whole program with real mail servers, at their best and at their worst. */
class OutboxPagesTest {

    private static UnaryOperator<ServeOptions> with(int port) {
        return plain -> plain.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").with("spring.mail.host", "127.0.0.1").with("spring.mail.port", String.valueOf(port))
            .with("huizhan.mail.from", "荟展 <huizhan@example.cn>").with("huizhan.mail.first-gap", "50ms").with("huizhan.mail.longest-gap", "100ms");
    }

    private static GreenMail mail(int port) {
        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    /** The organizer invites a department's first person and has the link sent. */
    private static UUID invite(TestBrowser organizer, TestPeople people, String code, String name) {
        var id = people.department(code).id();
        organizer.get("/departments/" + id);
        var answer = organizer.post("/departments/" + id + "/people", Map.of("name", name, "roles", "APPROVER", "email", "office@kjt.example.cn", "telephone", "", "mail", "true"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        var outbox = organizer.get("/outbox?department=" + id);
        return UUID.fromString(outbox.find("href=\"/outbox/([0-9a-f-]{36})\""));
    }

    private static Fact.Kind stands(TestServer server, UUID letter) {
        var facts = server.get(OutboxSql.class).facts(letter);
        return facts.get(facts.size() - 1).kind();
    }

    private static void comes(TestServer server, UUID letter, Fact.Kind kind) {
        Until.is(letter + " is " + kind, () -> stands(server, letter) == kind);
    }

    private static boolean holds(Path folder, String text) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) return true;
            }
        }
        return false;
    }

    @Test void a_body_between_is_promised_a_letter_where_there_is_a_mail_server_and_its_address_is_known() throws Exception {
        try (var server = TestServer.start(with(9))) {
            var people = server.people();
            var drafter = people.of(people.department("31"), Role.DRAFTER);
            var clerk = people.of(drafter, people.body(drafter, "示例市科技局"));
            var browser = server.browserOf(clerk);
            var accounts = server.get(huizhan.organization.Accounts.class);
            accounts.describe(clerk.actor(), accounts.find(clerk.actor().account()).orElseThrow(), "卫若川", "", "");
            assertThat(browser.get("/achievements").text()).contains("各单位交出之后出现在这里。");
            accounts.describe(clerk.actor(), accounts.find(clerk.actor().account()).orElseThrow(), "卫若川", "wei@example.cn", "");
            assertThat(browser.get("/achievements").text()).contains("各单位交出之后出现在这里，并写信告知。");
        }
    }

    @Test void a_link_arrives_by_mail_once_and_lies_nowhere_in_the_data_folder() throws Exception {
        var mail = mail(0);
        try (var server = TestServer.start(with(mail.getSmtp().getPort()))) {
            var organizer = server.browserOf(server.people().organizer());
            var letter = invite(organizer, server.people(), "31", "林晓芸");
            comes(server, letter, Fact.Kind.ACCEPTED);
            assertThat(mail.getReceivedMessages()).hasSize(1);
            var arrived = mail.getReceivedMessages()[0];
            assertThat(arrived.getSubject()).isEqualTo("荟展：请加入成果征集 / Huizhan: please join the call for achievements");
            var body = arrived.getContent().toString();
            assertThat(body).contains("林晓芸，您好", "Dear 林晓芸", "本信由荟展自动发出", "replies are not read").doesNotContain(Letter.LINK);
            var found = java.util.regex.Pattern.compile(server.address() + "(/invitation/([A-Za-z0-9_-]{43}))").matcher(body);
            assertThat(found.find()).isTrue();
            var token = found.group(2);
            assertThat(server.browser().get(found.group(1)).text()).contains("林晓芸", "上海市科学技术委员会");
            assertThat(organizer.get("/departments/" + server.people().department("31").id()).text()).contains("链接已打开，未设置", "链接已寄出");
            var page = organizer.get("/outbox/" + letter);
            assertThat(page.text()).contains("邮件服务器已收下", "林晓芸，您好", "••••••••");
            assertThat(page.body()).doesNotContain(token);
            var list = organizer.get("/outbox");
            assertThat(list.text()).contains("office@kjt.example.cn", "上海市科学技术委员会", "已寄出");
            assertThat(list.body()).as("the tabs of the organizer's duties").contains("href=\"/permits\"", "href=\"/outages\"", "href=\"/outbox\" aria-current=\"page\"");
            assertThat(organizer.get("/permits").body()).contains("<a href=\"/outbox\">发件箱</a>");
            assertThat(holds(server.folder(), "林晓芸") || holds(server.folder(), new String("林晓芸".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))).isTrue();
            assertThat(holds(server.folder(), token)).isFalse();
            var drafter = server.browserOf(server.people().of(server.people().department("31"), Role.DRAFTER));
            assertThat(drafter.get("/outbox").status()).isEqualTo(404);
            assertThat(drafter.get("/outbox/" + letter).status()).isEqualTo(404);
            assertThat(organizer.get("/outbox/" + UUID.randomUUID()).status()).isEqualTo(404);
            assertThat(server.trail("letter.put", "letter:" + letter)).isEqualTo(1);
        } finally {
            mail.stop();
        }
    }

    @Test void letters_wait_for_the_mail_server_through_a_restart_and_then_go_once_but_for_a_link_that_ended() throws Exception {
        int port = Listener.silentPort();
        var server = TestServer.start(with(port));
        var organizer = server.browserOf(server.people().organizer());
        var waits = invite(organizer, server.people(), "32", "何平");
        var ends = invite(organizer, server.people(), "33", "何安");
        comes(server, waits, Fact.Kind.UNREACHABLE);
        assertThat(organizer.get("/outbox/" + waits).text()).contains("连不上邮件服务器", "现在就试");
        var department = server.people().department("33").id();
        var account = organizer.get("/departments/" + department).find("/people/([0-9a-f-]{36})/revocation");
        organizer.post("/departments/" + department + "/people/" + account + "/revocation", Map.of());
        var folder = server.leave();
        try (var again = TestServer.start(plain -> with(port).apply(new ServeOptions(0, plain.host(), folder, plain.zone(), plain.config(), plain.now(), plain.tlsCert(),
                plain.tlsKey(), plain.behindProxy(), plain.more())))) {
            var attempts = again.get(OutboxSql.class).facts(waits).size();
            Until.is("an attempt after the restart", () -> again.get(OutboxSql.class).facts(waits).size() > attempts);
            var mail = mail(port);
            try {
                comes(again, waits, Fact.Kind.ACCEPTED);
                comes(again, ends, Fact.Kind.GONE);
                Until.is("no job is left", () -> idle(again, waits) && idle(again, ends));
                assertThat(mail.getReceivedMessages()).hasSize(1);
                assertThat(mail.getReceivedMessages()[0].getMessageID()).isEqualTo(again.get(OutboxSql.class).find(waits).orElseThrow().messageId());
            } finally {
                mail.stop();
            }
        } finally {
            TestServer.clear(folder);
        }
    }

    private static boolean idle(TestServer server, UUID letter) {
        return !server.get(Jobs.class).isPlanned(Delivery.TASK.instanceId(letter + "/0"));
    }

    @Test void what_was_cut_off_is_in_doubt_until_a_person_decides_and_what_was_refused_says_why() {
        try (var mail = Listener.in(Listener.Mood.HANGS_UP_AFTER_THE_LAST_LINE); var server = TestServer.start(with(mail.port()))) {
            var organizer = server.browserOf(server.people().organizer());
            var letter = invite(organizer, server.people(), "34", "钱正");
            comes(server, letter, Fact.Kind.DOUBTFUL);
            Until.is("no job is left", () -> idle(server, letter));
            mail.is(Listener.Mood.TAKES);
            server.get(Outbox.class).planWaiting();
            assertThat(mail.letters()).hasSize(1);
            assertThat(organizer.get("/outbox/" + letter).text()).contains("不能确定对方是否收到", "重新寄出");
            assertThat(organizer.get("/outbox?state=doubtful").text()).contains("不能确定");
            organizer.post("/outbox/" + letter + "/attempts", Map.of("seen", "1"));
            assertThat(organizer.get("/outbox/" + letter).text()).contains("状态刚刚变了");
            assertThat(server.trail("letter.again", "letter:" + letter)).isEqualTo(1);
            organizer.post("/outbox/" + letter + "/attempts", Map.of("seen", "2"));
            comes(server, letter, Fact.Kind.ACCEPTED);
            assertThat(mail.letters()).hasSize(2);
            var ids = mail.letters().stream().map(each -> each.lines().filter(line -> line.startsWith("Message-ID:")).findFirst().orElseThrow()).distinct();
            assertThat(ids).hasSize(1);

            mail.is(Listener.Mood.KNOWS_NOBODY);
            var refused = invite(organizer, server.people(), "35", "孙立");
            comes(server, refused, Fact.Kind.REFUSED);
            assertThat(organizer.get("/outbox?state=failed").text()).contains("550 5.1.1 no such mailbox", "福建省科学技术厅");
            assertThat(organizer.get("/departments/" + server.people().department("35").id()).text()).contains("信没有寄到");
            organizer.post("/outbox/" + refused + "/withdrawal", Map.of("seen", "2"));
            assertThat(stands(server, refused)).isEqualTo(Fact.Kind.WITHDRAWN);
        }
    }

    @Test void a_letter_that_the_server_defers_comes_to_an_end_and_a_person_may_have_it_tried_again() {
        try (var mail = Listener.in(Listener.Mood.IS_BUSY); var server = TestServer.start(plain -> with(mail.port()).apply(plain).with("huizhan.mail.give-up", "400ms").with("huizhan.mail.give-up-after", "4"))) {
            var organizer = server.browserOf(server.people().organizer());
            var letter = invite(organizer, server.people(), "37", "周济");
            comes(server, letter, Fact.Kind.GIVEN_UP);
            Until.is("no job is left", () -> idle(server, letter));
            var facts = server.get(OutboxSql.class).facts(letter);
            assertThat(facts.stream().map(Fact::kind).limit(3)).containsExactly(Fact.Kind.PUT, Fact.Kind.BEGUN, Fact.Kind.DEFERRED);
            assertThat(java.time.Duration.between(facts.get(2).at(), facts.get(facts.size() - 1).at())).isGreaterThanOrEqualTo(java.time.Duration.ofMillis(400));
            int attempts = mail.dialogues();
            server.get(Outbox.class).planWaiting();
            assertThat(server.get(Outbox.class).troubles()).isEqualTo(1);
            assertThat(organizer.get("/outbox?state=failed").text()).contains("没有寄到", "451 4.3.0 try later");
            assertThat(organizer.get("/outbox/" + letter).text()).contains("不再自动寄", "451 4.3.0 try later", "重新寄出");
            assertThat(facts.stream().filter(each -> each.kind() == Fact.Kind.DEFERRED)).as("four times at least").hasSizeGreaterThanOrEqualTo(3);
            assertThat(organizer.get("/departments/" + server.people().department("37").id()).text()).contains("一直要求稍后再试，信没有寄到", "请另行转交链接").doesNotContain("请核对电子信箱");
            assertThat(mail.dialogues()).isEqualTo(attempts);
            mail.is(Listener.Mood.TAKES);
            organizer.post("/outbox/" + letter + "/attempts", Map.of("seen", String.valueOf(facts.size() - 1)));
            comes(server, letter, Fact.Kind.ACCEPTED);
            assertThat(server.get(Outbox.class).troubles()).isZero();
        }
    }

    /** Its sockets are taken and never answered. */
    @Test void a_silent_server_holds_one_letter_at_a_time_and_each_only_for_its_limit() throws Exception {
        var properties = new java.util.Properties();
        try (var in = OutboxPagesTest.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        for (var limit : java.util.List.of("connectiontimeout", "timeout", "writetimeout")) {
            for (var protocol : java.util.List.of("smtp", "smtps")) {
                assertThat(Integer.parseInt(properties.getProperty("spring.mail.properties.mail." + protocol + "." + limit))).isBetween(1, 60_000);
            }
        }
        try (var silent = new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
             var server = TestServer.start(plain -> with(silent.getLocalPort()).apply(plain).with("spring.mail.properties.mail.smtp.timeout", "700"))) {
            var organizer = server.browserOf(server.people().organizer());
            var first = invite(organizer, server.people(), "43", "罗一");
            comes(server, first, Fact.Kind.UNREACHABLE);
            var second = invite(organizer, server.people(), "44", "罗二");
            comes(server, second, Fact.Kind.UNREACHABLE);
            Until.is("one was tried again", () -> attempts(server, first) + attempts(server, second) > 2);
            assertThat(alone(server, first, second)).isTrue();
            assertThat(server.get(OutboxSql.class).facts(first).stream().map(Fact::word)).anyMatch(word -> word.contains("timed out"));
        }
    }

    private static long attempts(TestServer server, UUID letter) {
        return server.get(OutboxSql.class).facts(letter).stream().filter(each -> each.kind() == Fact.Kind.UNREACHABLE).count();
    }

    /** Whether no attempt of one began while one of the other was under way, once the server's silence was known. */
    private static boolean alone(TestServer server, UUID one, UUID other) {
        var facts = java.util.stream.Stream.of(one, other).flatMap(each -> server.get(OutboxSql.class).facts(each).stream())
            .filter(each -> each.kind() == Fact.Kind.BEGUN || each.kind() == Fact.Kind.UNREACHABLE)
            .sorted(java.util.Comparator.comparing(Fact::at).thenComparing(each -> each.kind() == Fact.Kind.BEGUN)).map(Fact::kind).toList();
        return java.util.stream.IntStream.range(1, facts.size()).noneMatch(n -> facts.get(n - 1) == Fact.Kind.BEGUN && facts.get(n) == Fact.Kind.BEGUN);
    }

    @Test void a_server_killed_while_it_sent_leaves_the_letter_in_doubt() {
        int port = Listener.silentPort();
        try (var server = TestServer.start(with(port))) {
            var organizer = server.browserOf(server.people().organizer());
            var letter = invite(organizer, server.people(), "36", "李明");
            comes(server, letter, Fact.Kind.UNREACHABLE);
            var facts = server.get(OutboxSql.class).facts(letter);
            assertThat(facts.stream().map(Fact::kind).limit(3)).containsExactly(Fact.Kind.PUT, Fact.Kind.BEGUN, Fact.Kind.UNREACHABLE);
            var cut = UUID.randomUUID();
            new org.springframework.transaction.support.TransactionTemplate(server.get(org.springframework.transaction.PlatformTransactionManager.class)).executeWithoutResult(status -> {
                var found = server.get(OutboxSql.class).find(letter).orElseThrow();
                server.get(OutboxSql.class).insert(new Kept(cut, found.kind(), found.account(), found.name(), found.address(), found.subject(), found.body(), found.reference(),
                    found.department(), "<" + cut + "@example.cn>", found.at(), found.by()));
                server.get(OutboxSql.class).insert(cut, new Fact(0, Fact.Kind.PUT, found.at(), found.by(), ""));
                server.get(OutboxSql.class).insert(cut, new Fact(1, Fact.Kind.BEGUN, found.at(), found.by(), ""));
            });
            server.get(Outbox.class).planWaiting();
            comes(server, cut, Fact.Kind.DOUBTFUL);
        }
    }

    @Test void without_a_mail_server_letters_are_sent_by_hand_and_a_link_is_shown_only_to_who_may_have_it() {
        try (var server = TestServer.inTheCall()) {
            var people = server.people();
            var organizer = server.browserOf(people.organizer());
            var letter = invite(organizer, people, "41", "赵清");
            assertThat(organizer.get("/outbox").text()).contains("没有设置邮件服务器", "未寄出：没有邮件服务器");
            assertThat(organizer.get("/outbox/" + letter).find("<textarea[^>]*>(.*?)</textarea>")).containsPattern(server.address() + "/invitation/[A-Za-z0-9_-]{43}");
            organizer.post("/outbox/" + letter + "/by-hand", Map.of("seen", "0"));
            assertThat(stands(server, letter)).isEqualTo(Fact.Kind.BY_HAND);
            assertThat(organizer.get("/departments/" + people.department("41").id()).text()).contains("链接已由组织单位手工寄出");

            var drafter = people.of(people.department("42"), Role.DRAFTER);
            var unit = people.unit(drafter, "示例研究院");
            var browser = server.browserOf(drafter);
            browser.get("/people");
            browser.post("/people", Map.of("name", "周宁", "unit", unit.id().toString(), "email", "zhou@example.org", "mail", "true"));
            assertThat(browser.get("/people").text()).contains("信在发件箱等待寄出");
            browser.post("/people", Map.of("name", "郑安", "unit", unit.id().toString(), "email", "zheng@example.org"));
            browser.post("/people", Map.of("name", "王和", "unit", unit.id().toString(), "mail", "true"));
            var listed = organizer.get("/outbox?department=" + people.department("42").id());
            assertThat(listed.text()).contains("周宁").doesNotContain("郑安", "王和");
            var page = organizer.get("/outbox/" + listed.find("href=\"/outbox/([0-9a-f-]{36})\""));
            assertThat(page.body()).doesNotContainPattern("/invitation/[A-Za-z0-9_-]{43}");
            assertThat(page.text()).contains("链接不能由您代发");
        }
    }

    @Test void the_restricted_zone_writes_no_letters() {
        UnaryOperator<ServeOptions> inner = plain -> with(Listener.silentPort()).apply(new ServeOptions(0, plain.host(), plain.data(), Zone.RESTRICTED, plain.config(),
            plain.now(), plain.tlsCert(), plain.tlsKey(), false, plain.more()));
        try (var server = TestServer.start(inner)) {
            var organizer = server.browserOf(server.people().organizer());
            var id = server.people().department("31").id();
            assertThat(organizer.get("/departments/" + id).text()).doesNotContain("同时把链接寄到电子信箱");
            organizer.post("/departments/" + id + "/people", Map.of("name", "林晓芸", "roles", "APPROVER", "email", "office@kjt.example.cn", "mail", "true"));
            assertThat(organizer.get("/departments/" + id).text()).contains("林晓芸", "链接未打开").doesNotContain("发件箱");
            assertThat(organizer.get("/outbox").text()).contains("本服务器在内网，不寄信", "没有这样的信");
        }
    }
}
