package huizhan.organization.cards;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import huizhan.organization.Departments;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Key cards over HTTP (C2). Each test has its own department. */
class KeyCardPagesTest {
    private static final Instant MADE = Instant.parse("2015-05-20T01:00:00Z");
    private static final Iterator<String> CODES = List.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32").iterator();
    private static TestServer server;
    private static TestBrowser organizer;
    private Person drafter;
    private TestBrowser department;
    private TestBrowser unit;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        organizer = server.browserOf(server.people().organizer());
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void a_department_and_its_unit() {
        var people = server.people();
        drafter = people.of(people.department(CODES.next()), Role.DRAFTER);
        department = server.browserOf(drafter);
        unit = server.browserOf(people.of(drafter, people.unit(drafter, "示例研究院")));
        department.get("/keys");
        organizer.get("/keys");
    }

    private UUID id() {
        return drafter.actor().owner();
    }

    private static PrivateKeys keys() {
        return PrivateKeys.create("示例省科学技术厅", MADE);
    }

    private TestBrowser.Answer put(String card, int seen) {
        return department.post("/keys", Map.of("card", card, "seen", String.valueOf(seen)));
    }

    private long trail(String what, boolean refused, String within) {
        return server.get(JdbcClient.class).sql("select count(*) from audit_entry where what = :what and subject = :subject and outcome = :outcome and details like :within")
            .param("what", what).param("subject", "department:" + id()).param("outcome", refused ? "refused" : "done").param("within", "%" + within + "%").query(Long.class).single();
    }

    private long rows() {
        return server.get(JdbcClient.class).sql("select count(*) from key_card where owner = :owner").param("owner", id().toString()).query(Long.class).single();
    }

    @Test void a_card_is_put_shown_with_its_fingerprint_replaced_and_the_older_one_stays_listed() {
        assertThat(department.get("/keys").text()).contains("本部门还没有交公钥卡", "./huizhan keys new");
        assertThat(server.get(KeyCards.class).departments(id())).isEmpty();
        var first = keys().card();
        assertThat(department.upload("/keys?seen=0", "ke.card", (first.card() + "\n").getBytes(StandardCharsets.UTF_8)).location()).isEqualTo("/keys");
        assertThat(department.get("/keys").text()).contains("公钥卡已启用", first.fingerprint().grouped(), "示例省科学技术厅", "2015年5月20日 09:00:00", "2015年7月10日 09:00", "换一张公钥卡")
            .doesNotContain("以前的公钥卡", first.card());
        assertThat(server.get(KeyCards.class).departments(id())).contains(first);
        var second = keys().card();
        assertThat(put(second.card(), 1).location()).isEqualTo("/keys");
        assertThat(server.get(KeyCards.class).departments(id())).contains(second);
        assertThat(department.get("/keys").find("id=\"earlier\"(.*)</section>")).contains(first.fingerprint().grouped(), "换下").doesNotContain(second.id());
        assertThat(trail("key-card.put", false, first.id())).isEqualTo(1);
        assertThat(trail("key-card.put", false, second.id())).isEqualTo(1);
        assertThat(trail("key-card.put", false, "sealing")).as("the card itself").isZero();
    }

    @Test void a_withdrawn_card_is_in_force_no_more_never_again_and_no_older_one_comes_back() {
        var first = keys().card();
        var second = keys().card();
        put(first.card(), 0);
        put(second.card(), 1);
        var old = department.post("/keys/" + first.fingerprint().hex() + "/withdrawal", Map.of());
        assertThat(old.status()).isEqualTo(422);
        assertThat(old.text()).contains("已经停用或者换下");
        assertThat(department.post("/keys/" + second.fingerprint().hex() + "/withdrawal", Map.of()).location()).isEqualTo("/keys");
        assertThat(server.get(KeyCards.class).departments(id())).isEmpty();
        assertThat(department.get("/keys").text()).contains("公钥卡已停用，现在没有可用的", first.fingerprint().grouped(), second.fingerprint().grouped());
        assertThat(unit.get("/keys").text()).contains("推荐部门的公钥卡已停用", "以前下载的公钥卡请不要再用").doesNotContain(first.id(), second.id());
        assertThat(put(second.card(), 2).text()).contains("已于 2015年7月10日", "停用，不能再启用");
        assertThat(put(first.card(), 2).text()).contains("旧卡，后来换过");
        assertThat(rows()).isEqualTo(2);
        assertThat(trail("key-card.withdrawn", false, second.id())).isEqualTo(1);
        assertThat(trail("key-card.withdrawn", true, first.id())).isEqualTo(1);
        assertThat(put(keys().card().card(), 2).location()).isEqualTo("/keys");
    }

    @Test void a_private_key_is_refused_in_every_shape_and_nothing_of_it_is_kept() throws KeyFault, IOException {
        var file = keys().locked("twelve letters and more".toCharArray());
        var block = file.substring(file.indexOf("-----\n") + 6, file.indexOf("-----END"));
        for (var text : List.of(file, file.substring(file.indexOf('\n') + 1), block, "\n  " + block)) {
            var answer = put(text, 0);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("这里有私钥，没有接收，也没有保存", "不要再发送", "口令").doesNotContain(block.substring(0, 40));
            assertThat(answer.find("(<textarea[^>]*name=\"card\".*?</textarea>)")).endsWith("></textarea>");
        }
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            assertThat(department.upload("/keys?seen=0", "ke", file.getBytes(charset)).text()).as(charset.name()).contains("这里有私钥").doesNotContain(block.substring(0, 40));
        }
        assertThat(rows()).isZero();
        assertThat(trail("key-card.put", true, "private-key")).isEqualTo(6);
        try (var kept = Files.walk(server.folder())) {
            for (var each : kept.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1).contains(block.substring(0, 60))).as(each.toString()).isFalse();
            }
        }
    }

    @Test void a_card_with_a_private_key_beside_it_is_not_taken_either() throws KeyFault {
        var other = keys().locked("twelve letters and more".toCharArray());
        var sent = new Sent(keys().card().card(), other);
        assertThat(sent.secret()).isTrue();
        assertThat(sent.shown()).isEmpty();
    }

    @Test void what_is_no_card_is_refused_with_its_reason_and_what_was_pasted_stays() {
        var card = keys().card();
        var altered = card.card().replace("示例省", "冒名省");
        assertThat(put("", 0).text()).contains("请选择公钥卡文件");
        var answer = put(altered, 0);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("公钥卡被改动过", "冒名省");
        assertThat(put("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 ke", 0).text()).contains("这不是公钥卡", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 ke");
        assertThat(put(card.card().replace("huizhan-key/1", "huizhan-key/2"), 0).text()).contains("这不是公钥卡");
        assertThat(put(PrivateKeys.create("示例省", Instant.parse("9999-01-01T00:00:00Z")).card().card(), 0).text()).contains("日期不对");
        assertThat(put(PrivateKeys.create(" ", MADE).card().card(), 0).text()).contains("没有单位名称");
        assertThat(department.upload("/keys?seen=0", "film.card", new byte[20_001]).text()).contains("超过 20 kB");
        assertThat(put("x".repeat(20_001), 0).text()).contains("超过 20 kB").doesNotContain("xxxx");
        assertThat(rows()).isZero();
        assertThat(trail("key-card.put", true, "")).isEqualTo(8);
        assertThat(department.upload("/keys?seen=0", "ke.card", ("\uFEFF" + card.card().replace("\",\"", "\",\r\n\"")).getBytes(StandardCharsets.UTF_8)).location())
            .as("broken into lines by a mail program").isEqualTo("/keys");
        assertThat(server.get(KeyCards.class).departments(id())).contains(card);
    }

    @Test void the_same_card_twice_is_told_and_of_two_colleagues_the_second_sees_the_firsts() {
        var card = keys().card();
        put(card.card(), 0);
        var again = put(card.card(), 1);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("这张公钥卡自 2015年7月10日", "起已在使用");
        assertThat(put(card.card(), 0).text()).contains("起已在使用");
        var late = put(keys().card().card(), 0);
        assertThat(late.text()).contains("同事刚刚启用了另一张公钥卡", card.fingerprint().grouped(), "huizhan-key/1");
        assertThat(rows()).isEqualTo(1);
        assertThat(trail("key-card.put", true, card.id())).isEqualTo(2);
    }

    @Test void another_departments_card_never_shows_and_can_be_neither_taken_nor_withdrawn() {
        var card = keys().card();
        put(card.card(), 0);
        var other = server.browserOf(server.people().of(server.people().department("65"), Role.APPROVER));
        assertThat(other.get("/keys").text()).doesNotContain(card.id(), card.fingerprint().grouped());
        var taken = other.post("/keys", Map.of("card", card.card(), "seen", "0"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("已经是别的部门或组织单位的").doesNotContain(server.get(Departments.class).nameOf(id()).orElseThrow().zh());
        assertThat(other.post("/keys/" + card.fingerprint().hex() + "/withdrawal", Map.of()).status()).isEqualTo(404);
        assertThat(other.get("/keys/department.card").status()).isEqualTo(404);
        assertThat(server.trail("key-card.withdrawn", "department:" + server.people().department("65").id())).isEqualTo(1);
        assertThat(server.get(KeyCards.class).departments(id())).contains(card);
        assertThat(department.post("/keys/nothing/withdrawal", Map.of()).status()).isEqualTo(404);
    }

    @Test void a_unit_reads_its_departments_card_and_changes_nothing() {
        assertThat(unit.get("/keys").text()).contains("推荐部门还没有交公钥卡");
        assertThat(unit.get("/keys/department.card").status()).isEqualTo(404);
        var card = keys().card();
        put(card.card(), 0);
        var page = unit.get("/keys");
        assertThat(page.text()).contains(card.fingerprint().grouped(), "逐组比对").doesNotContain("，人员", "停用这张公钥卡", "keys new");
        assertThat(page.body()).doesNotContain("action=\"/keys");
        assertThat(unit.get("/keys/department.card").body()).isEqualTo(card.card() + "\n");
        assertThat(unit.get("/keys/organizer.card").status()).isEqualTo(404);
        assertThat(unit.post("/keys", Map.of("card", keys().card().card(), "seen", "1")).status()).isEqualTo(404);
        assertThat(unit.post("/keys/" + card.fingerprint().hex() + "/withdrawal", Map.of()).status()).isEqualTo(404);
    }

    @Test void the_organizers_card_is_read_by_every_department_to_compare_and_kept_by_the_organizer() throws KeyFault {
        assertThat(department.get("/keys").text()).contains("组织单位还没有交公钥卡");
        var card = PrivateKeys.create("组织单位（示例）", MADE).card();
        assertThat(organizer.post("/keys", Map.of("card", card.card(), "seen", "0")).location()).isEqualTo("/keys");
        assertThat(organizer.get("/keys").text()).contains("封面信", card.fingerprint().grouped(), "内网服务器", "征集管理");
        assertThat(department.get("/keys").find("id=\"organizers\"(.*?)</section>")).contains(card.fingerprint().grouped(), "封面信").doesNotContain("组织方", "<form");
        assertThat(server.get(KeyCards.class).organizers()).contains(card);
        assertThat(PublicKeys.read(department.get("/keys/organizer.card").body())).isEqualTo(card);
        assertThat(server.trail("key-card.put", "organizer:card")).isEqualTo(1);
        assertThat(department.post("/keys/" + card.fingerprint().hex() + "/withdrawal", Map.of()).status()).isEqualTo(404);
        organizer.get("/keys");
        assertThat(organizer.post("/keys/" + card.fingerprint().hex() + "/withdrawal", Map.of()).location()).isEqualTo("/keys");
        assertThat(server.get(KeyCards.class).organizers()).isEmpty();
        assertThat(department.get("/keys").find("id=\"organizers\"(.*?)</section>")).contains("组织单位的公钥卡已停用").doesNotContain(card.id());
    }
}
