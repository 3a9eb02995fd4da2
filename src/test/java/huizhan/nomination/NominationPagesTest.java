package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Achievements;
import huizhan.documents.FormValues;
import huizhan.documents.PaperCode;
import huizhan.documents.PaperProof;
import huizhan.documents.Papers;
import huizhan.folder.PaperCheck;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Sha256;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From candidates to the receipt, over HTTP on the whole program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NominationPagesTest {
    private TestServer server;
    private Person drafter;
    private Person approver;
    private Person unit;
    private Person stranger;
    private TestBrowser browser;
    private final List<UUID> achievements = new ArrayList<>();

    @BeforeAll void aDepartmentWithTwoCandidates() {
        server = TestServer.inTheCall();
        var people = server.people();
        var department = people.department("53");
        drafter = people.of(department, Role.DRAFTER);
        approver = people.of(department, Role.APPROVER);
        stranger = people.of(people.department("11"), Role.DRAFTER, Role.APPROVER);
        unit = people.of(drafter, people.unit(drafter, "示例研究所"));
        for (int i = 0; i < 2; i++) {
            achievements.add(candidate(i));
        }
        browser = server.browserOf(drafter);
    }

    @AfterAll void stop() {
        server.close();
    }

    private UUID candidate(int number) {
        return ReadyList.candidate(server, unit, drafter, number);
    }

    private long version() {
        return Long.parseLong(browser.get("/nomination").find("name=\"version\" value=\"(\\d+)\""));
    }

    @Test void the_whole_way_from_candidates_to_the_receipt_and_back() throws Exception {
        assertThat(browser.get("/nomination").text()).contains("名单还是空的").contains("示例成果 0").contains("0 / 10");
        for (var id : achievements) {
            assertThat(browser.post("/nomination/lines", Map.of("achievement", id.toString())).location()).isEqualTo("/nomination");
        }
        assertThat(browser.post("/nomination/stubs", Map.of()).location()).isEqualTo("/nomination");
        assertThat(browser.get("/nomination").text()).contains("3 / 10").contains("非公开");

        ranks();
        head();
        signing();
        var receipt = received();
        disc();
        frozen();
        withdrawn(receipt);
    }

    @Test void what_went_back_to_its_unit_is_named_by_it_and_says_how_it_stands() {
        var list = ReadyList.of(server, "33", 1);
        var page = server.browserOf(list.drafter);
        var id = list.achievements.get(0);
        var all = server.get(Achievements.class);
        all.giveBack(list.drafter.actor(), id, "数字请核实", List.of(), "2015-07-15");
        assertThat(page.get("/nomination").text()).contains("示例研究所（不在本部门，等单位重新提交或归口单位转交）", "已退回（2015年7月10日） · 应在 2015年7月15日 前（含当日）改好交回")
            .doesNotContain("还差 0 处", "示例成果 0");
        assertThat(page.get("/nomination/sign-off").text()).contains("1. 示例研究所（不在本部门").doesNotContain("示例成果 0");
        all.handOver(list.unit.actor(), id);
        all.giveBack(list.drafter.actor(), id, "再核实", List.of(), "");
        assertThat(page.get("/nomination").text()).contains("已退回（2015年7月10日）").doesNotContain("改好交回");
        all.handOver(list.unit.actor(), id);
        all.takeBack(list.unit.actor(), id);
        assertThat(page.get("/nomination").text()).contains("已填完整，还没有提交").doesNotContain("还差 0 处", "已退回");
    }

    private void ranks() {
        var first = achievements.get(0);
        browser.post("/nomination/order", Map.of("move", first + ":down", "version", String.valueOf(version())), "Accept", "text/html");
        var lines = server.get(Nominations.class).of(drafter.actor().owner()).lines();
        assertThat(lines.get(1).id()).isEqualTo(first);
        var wrong = browser.post("/nomination/order", Map.of("rank." + lines.get(0).id(), "1", "rank." + lines.get(1).id(), "1",
            "rank." + lines.get(2).id(), "3", "version", String.valueOf(version())), "Accept", "text/html");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("1 1 3");
        var stale = browser.post("/nomination/order", Map.of("id", first.toString(), "version", "1"), "Accept", "application/json");
        assertThat(stale.status()).isEqualTo(409);
    }

    private void head() {
        for (var field : List.of("name", "contact", "telephone")) {
            var saved = browser.post("/nomination/head", Map.of("field", field, "value", "示例 " + field, "version", "0"), "Accept", "application/json");
            assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        }
        var overtaken = browser.post("/nomination/head", Map.of("field", "contact", "value", "别人", "version", "0"), "Accept", "application/json");
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.body()).contains("示例 contact");
        assertThat(browser.post("/nomination/head", Map.of("field", "contact", "value", "机密★10年", "version", "1"), "Accept", "application/json").status())
            .isEqualTo(422);
    }

    private void signing() {
        assertThat(browser.post("/nomination/signature", Map.of("seen", "")).status()).isEqualTo(404);
        var signer = server.browserOf(approver);
        assertThat(signer.get("/nomination/sign-off").text()).contains("不含国家秘密");
        var unseen = signer.post("/nomination/signature", Map.of("seen", "0".repeat(64)));
        assertThat(unseen.status()).isEqualTo(422);
        assertThat(unseen.text()).contains("在你查看之后改过");
        var seen = signer.get("/nomination/sign-off").find("name=\"seen\" value=\"([0-9a-f]{64})\"");
        var undeclared = signer.post("/nomination/signature", Map.of("seen", seen));
        assertThat(undeclared.status()).isEqualTo(422);
        assertThat(undeclared.text()).contains("逐项声明");
        var declared = server.get(Nominations.class).of(drafter.actor().owner()).lines().stream().map(each -> each.id().toString()).toList();
        var signed = signer.post("/nomination/signature", Map.of("seen", seen, "declared", String.join(",", declared)));
        assertThat(signed.status()).as(signed.text()).isEqualTo(302);
        assertThat(signed.location()).startsWith("/nomination/receipts/");
    }

    private String received() throws IOException {
        var path = "/nomination/receipts/" + server.get(Nominations.class).of(drafter.actor().owner()).signature().orElseThrow().revision();
        var page = browser.get(path);
        assertThat(page.text()).contains("O-53-0001-").contains("示例成果 0").contains("2015年7月10日");
        for (var paper : List.of("receipt.pdf", "summary.pdf", "parcel.pdf", "1/board-form.pdf", "1/statement.pdf")) {
            var answer = browser.get(path + "/" + paper);
            assertThat(answer.status()).as(paper).isEqualTo(200);
            assertThat(answer.body()).as(paper).startsWith("%PDF-");
        }
        assertThat(browser.get(path + "/summary.docx").body()).startsWith("PK");
        assertThat(browser.get(path + "/1/board-form.ofd").body()).startsWith("PK");
        var english = browser.get(path + "?lang=en");
        assertThat(english.body()).contains("Digests of ").doesNotContainPattern("<dt>\\p{IsHan}");
        assertThat(english.text()).contains(server.people().department("53").name().en() + " · 示例 name");
        browser.get(path + "?lang=zh");
        agrees();
        assertThat(server.browserOf(stranger).get(path).status()).isEqualTo(404);
        var organizer = server.browserOf(server.people().organizer());
        assertThat(organizer.get("/progress/" + drafter.actor().owner()).text()).contains("O-53-0001-");
        assertThat(organizer.get(path).status()).isEqualTo(200);
        return path;
    }

    /** The receipt as it was printed, read back from the file. */
    private PaperProof receipt(Lang lang) throws IOException {
        var nominations = server.get(Nominations.class);
        var revision = server.get(NominationSql.class).signatures(nominations.of(drafter.actor().owner()).id()).get(0).revision();
        var signed = server.get(Receipts.class).of(drafter.actor(), revision);
        var mark = new FormValues.Mark(signed.content().material().id().orElseThrow().toString(), signed.signature().digest().hex(), List.of());
        var pdf = server.get(Papers.class).receipt(Sheet.of(server.get(Receipts.class).receipt(signed), mark, lang), nominations.call(), lang);
        try {
            return PaperProof.read(Files.write(server.folder().resolve("receipt.pdf"), pdf));
        } catch (PaperProof.Unreadable e) {
            throw new AssertionError(e.reason().en(), e);
        }
    }

    private void agrees() throws IOException {
        for (var lang : Lang.values()) {
            var verdict = server.get(Records.class).check(receipt(lang)).orElseThrow();
            assertThat(verdict.lines()).filteredOn(line -> line.answer() != PaperCheck.Answer.SAME).isEmpty();
            assertThat(verdict.same()).isTrue();
            assertThat(verdict.lines()).hasSizeGreaterThan(20);
        }
        assertThat(server.get(Records.class).check(PaperProof.of(new PaperCode("receipt", UUID.randomUUID(), Sha256.of("x"))))).isEmpty();
    }

    /** The disc of a sign-off is a record of its own, its files under other names. */
    private void agrees(Path image) throws Exception {
        var call = server.get(Nominations.class).call();
        var read = huizhan.folder.RecordReader.read(image, call);
        assertThat(read.missing()).isEmpty();
        var verdict = PaperCheck.of(receipt(Lang.ZH), read.material(), Optional.empty(), call);
        assertThat(verdict.lines()).filteredOn(line -> line.answer() != PaperCheck.Answer.SAME).isEmpty();
        assertThat(verdict.same()).isTrue();
    }

    /** As the command line writes them: every sign-off that holds. */
    private void disc() throws Exception {
        var out = server.folder().resolve("written");
        var written = server.get(DiscMaking.class).write(Optional.empty(), out, huizhan.disc.Capacity.DVD);
        assertThat(written).extracting(DiscMaking.Written::receipt).singleElement().asString().startsWith("O-53-0001-");
        assertThat(huizhan.disc.DiscVerifier.verify(written.get(0).result().images().get(0).path(), huizhan.disc.Profile.HUIZHAN)).isEmpty();
        agrees(written.get(0).result().images().get(0).path());
        assertThat(server.get(DiscMaking.class).write(Optional.of(UUID.randomUUID()), out, huizhan.disc.Capacity.DVD)).isEmpty();
    }

    private void frozen() {
        var no = browser.post("/nomination/lines/" + achievements.get(0) + "/removal", Map.of());
        assertThat(no.status()).isEqualTo(422);
        assertThat(no.text()).contains("已经签发");
        assertThat(server.get(Achievements.class).takeBack(unit.actor(), achievements.get(0))).isInstanceOf(huizhan.achievement.Outcome.Refused.class);
    }

    private void withdrawn(String receipt) throws IOException {
        var signer = server.browserOf(approver);
        signer.get("/nomination/sign-off");
        var empty = signer.post("/nomination/withdrawal", Map.of("reason", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("没有撤回签发").doesNotContain("没有签发", "处错误");
        assertThat(signer.post("/nomination/withdrawal", Map.of("reason", "机密★10年，漏了一项")).body()).contains("value=\"机密★10年，漏了一项\"");
        var paper = paper(1);
        assertThat(checked(signer, paper)).contains("一致，共 1 项摘要", "展板信息登记表 · 1. 示例成果 1", "O-53-0001-").doesNotContain("没有有效的签发");
        assertThat(signer.post("/nomination/withdrawal", Map.of("reason", "漏了一项")).location()).isEqualTo("/nomination");
        assertThat(browser.get(receipt).text()).contains("漏了一项").contains("示例成果 0");
        assertThat(server.browserOf(server.people().organizer()).get(receipt).status()).as("it no longer belongs to the organizer").isEqualTo(404);
        assertThat(checked(signer, paper)).contains("它属于已撤回的签发，目前没有有效的签发", "O-53-0001-", "已撤回");
        var verdict = server.get(Records.class).check(receipt(Lang.ZH)).orElseThrow();
        assertThat(verdict.linesAgree()).isTrue();
        assertThat(verdict.same()).as("withdrawn").isFalse();
        assertThat(verdict.record().orElseThrow().en()).contains("withdrawn");
        erasedFrom(receipt);
    }

    /** The text of the code on the board form of a rank, as it was signed off. */
    private String paper(int rank) {
        var me = drafter.actor();
        var revision = server.get(NominationSql.class).signatures(server.get(Nominations.class).of(me.owner()).id()).get(0).revision();
        var signed = server.get(Receipts.class).of(me, revision);
        var item = server.get(Receipts.class).receipt(signed).items().get(rank - 1);
        return new PaperCode("board-form", signed.content().material().achievements().get(rank - 1).id().orElseThrow(), new Sha256(item.boardForm())).toString();
    }

    private static String checked(TestBrowser by, String code) {
        by.get("/paper-check");
        return by.post("/paper-check", Map.of("code", code)).text();
    }

    /** What should never have been written is gone from the withdrawn sign-off too; its receipt stays. */
    private void erasedFrom(String receipt) {
        var first = achievements.get(0);
        assertThat(server.get(Achievements.class).takeBack(unit.actor(), first)).isInstanceOf(huizhan.achievement.Outcome.Done.class);
        assertThat(server.get(Achievements.class).erase(unit.actor(), first)).isInstanceOf(huizhan.achievement.Outcome.Done.class);
        var page = browser.get(receipt);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("示例成果 0").contains("已清除").contains("示例成果 1");
        assertThat(browser.get(receipt + "/receipt.pdf").body()).startsWith("%PDF-");
    }

    @Test void what_is_back_with_its_unit_is_neither_shown_nor_signed_and_what_is_erased_leaves_the_list() {
        var other = candidate(7);
        browser.get("/nomination");
        browser.post("/nomination/lines", Map.of("achievement", other.toString()));
        assertThat(server.get(Achievements.class).takeBack(unit.actor(), other)).isInstanceOf(huizhan.achievement.Outcome.Done.class);
        var page = browser.get("/nomination").text();
        assertThat(page).contains("等重新提交").doesNotContain("示例成果 7");
        var signer = server.browserOf(approver);
        var seen = signer.get("/nomination/sign-off").find("name=\"seen\" value=\"([0-9a-f]{64})\"");
        var refused = signer.post("/nomination/signature", Map.of("seen", seen));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("已退回单位、被单位取回");
        assertThat(server.get(Achievements.class).erase(unit.actor(), other)).isInstanceOf(huizhan.achievement.Outcome.Done.class);
        assertThat(server.get(Nominations.class).of(drafter.actor().owner()).has(other)).isFalse();
        assertThat(browser.get("/nomination").status()).isEqualTo(200);
    }

    @Test void another_departments_achievement_can_not_be_picked() {
        var foreign = server.browserOf(stranger);
        foreign.get("/nomination");
        assertThat(foreign.post("/nomination/lines", Map.of("achievement", achievements.get(0).toString())).status()).isEqualTo(404);
    }
}
