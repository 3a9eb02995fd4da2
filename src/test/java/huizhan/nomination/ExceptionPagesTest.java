package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Achievements;
import huizhan.achievement.Intake;
import huizhan.achievement.Outcome;
import huizhan.documents.FormValues;
import huizhan.documents.Papers;
import huizhan.folder.RecordReader;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.material.Digests;
import huizhan.material.Examples;
import huizhan.material.Noise;
import huizhan.material.GrantedException;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An exception from the finding to the receipt (B24). Each test has its own department. */
class ExceptionPagesTest {
    private static final Iterator<String> CODES = List.of("11", "12", "13", "14", "15").iterator();
    private static TestServer server;
    private static TestBrowser organizer;
    private ReadyList list;
    private TestBrowser unit;
    private TestBrowser drafter;
    private TestBrowser approver;

    @BeforeAll static void start() {
        server = TestServer.start(options -> options.at(java.time.Instant.parse("2015-07-10T01:00:00Z")).with("huizhan.totp", "off").with("huizhan.address", "https://huizhan.example"));
        organizer = server.browserOf(server.people().organizer());
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void a_department_with_one_whole_achievement_on_its_list() {
        list = ReadyList.of(server, CODES.next(), 1);
        unit = server.browserOf(list.unit);
        drafter = server.browserOf(list.drafter);
        approver = server.browserOf(list.approver);
        organizer.get("/exceptions");
    }

    /** Whole but for its first picture, which is a small scan. */
    private UUID withAnOldPhoto() throws IOException {
        var me = list.unit.actor();
        var id = ((Outcome.Done) server.get(Achievements.class).begin(me, Disclosure.PUBLIC, Optional.empty())).achievement();
        var told = Examples.achievement(1, Examples.values().with("name", "老照片里的合作").without("board.departmentOpinion"));
        var files = new HashMap<String, StoredFile>();
        for (var path : told.files()) {
            var bytes = path.equals(told.pictures().get(0).file()) ? small() : Noise.jpg(700L + files.size());
            files.put(path, server.get(MediaFiles.class).take(me, "1986年.jpg", new ByteArrayInputStream(bytes)));
        }
        server.get(Intake.class).fill(me, id, told, path -> Optional.ofNullable(files.get(path)));
        return id;
    }

    private static byte[] small() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    /** The link beside the finding, as the page writes it. */
    private static Map<String, String> link(String body, String address) {
        var found = java.util.regex.Pattern.compile("href=\"" + java.util.regex.Pattern.quote(address) + "\\?rule=([A-Z0-9.a-z-]+)&amp;item=([0-9a-f/-]*)\"").matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return Map.of("rule", found.group(1), "item", found.group(2));
    }

    private static Map<String, String> with(Map<String, String> fields, String reason) {
        var all = new HashMap<>(fields);
        all.put("reason", reason);
        return all;
    }

    private UUID ask(UUID id, String reason) {
        var place = "/achievements/" + id;
        var fields = link(unit.get(place).body(), place + "/exceptions");
        assertThat(unit.post(place + "/exceptions", with(fields, reason)).location()).isEqualTo(place);
        return UUID.fromString(organizer.get("/exceptions").find("(?s)" + reason + ".*?/exceptions/requests/([0-9a-f-]{36})/grant"));
    }

    private void grant(UUID request, String reason) {
        assertThat(organizer.post("/exceptions/requests/" + request + "/grant", Map.of("reason", reason)).location()).isEqualTo("/exceptions");
    }

    private String digest(UUID id) {
        var filled = server.get(Achievements.class).materialOf(list.drafter.actor().owner(), id, "01");
        return Digests.achievement(filled.achievement(), filled.part("2015-cooperation"), server.get(Nominations.class).call()).hex();
    }

    @Test void an_error_that_is_excepted_is_a_warning_at_the_hand_over_at_the_sign_off_on_the_disc_and_on_the_receipt() throws Exception {
        var id = withAnOldPhoto();
        var place = "/achievements/" + id;
        var before = digest(id);
        assertThat(unit.post(place + "/handover", Map.of()).status()).isEqualTo(422);
        var fields = link(unit.get(place).body(), place + "/exceptions");
        assertThat(fields.get("item")).matches(id + "/[0-9a-f]{64}");
        var form = unit.get(place + "/exceptions?rule=A6.size&item=" + fields.get("item")).text();
        assertThat(form).contains("老照片里的合作", "图片文件大小", "1986年.jpg", "1600×1200");
        assertThat(unit.post(place + "/exceptions", with(fields, " ")).text()).contains("请写明需要例外的理由");
        var request = ask(id, "底片已毁，只有这一张");
        assertThat(unit.get(place).text()).contains("已申请例外，等待答复");
        assertThat(unit.post(place + "/exceptions", with(fields, "再问一次")).text()).contains("已经申请过", "再问一次");
        assertThat(organizer.get("/opening").text()).contains("件待答复");
        assertThat(organizer.get("/exceptions").text()).contains("示例研究所", "图片文件大小", id.toString(), "1600×1200", "底片已毁，只有这一张", "签发后显示名称")
            .doesNotContain("老照片里的合作", "1986年.jpg", "要求");
        assertThat(organizer.post("/exceptions/requests/" + request + "/grant", Map.of("reason", "")).status()).isEqualTo(422);
        grant(request, "历史照片，准予使用");
        assertThat(unit.get(place).text()).contains("已准予例外：历史照片，准予使用").doesNotContain("已申请例外");
        assertThat(organizer.get("/exceptions").text()).contains("历史照片，准予使用").doesNotContain("老照片里的合作", "1986年.jpg");
        assertThat(digest(id)).isEqualTo(before);
        assertThat(unit.post(place + "/handover", Map.of()).location()).isEqualTo(place);
        signed(id);
    }

    private void signed(UUID id) throws Exception {
        server.get(Intake.class).write(list.drafter.actor(), id, "board.departmentOpinion", "同意推荐");
        list.achievements.add(id);
        server.get(Nominations.class).pick(list.drafter.actor(), id);
        assertThat(approver.get("/nomination/sign-off").text()).contains("已准予例外：历史照片，准予使用");
        var receipt = list.sign(approver).location();
        assertThat(drafter.get(receipt).text()).contains("准予的例外", "理由：历史照片，准予使用");
        assertThat(organizer.get("/exceptions").text()).as("signed off").contains("老照片里的合作", "第 2 项", "要求");
        var content = server.get(Contents.class).frozen(list.drafter.actor().owner(), UUID.fromString(receipt.substring(receipt.lastIndexOf('/') + 1)));
        assertThat(content.material().exceptions()).extracting(GrantedException::reason).containsExactly("历史照片，准予使用");
        assertThat(receipt(receipt)).contains("准予的例外", "2.", "历史照片，准予使用");
        var image = disc();
        var bytes = new String(Files.readAllBytes(image), java.nio.charset.StandardCharsets.ISO_8859_1);
        for (var said : List.of("<h3>准予的例外</h3>", "理由：历史照片，准予使用", "<dt>Rank 2</dt>")) {
            assertThat(bytes).contains(new String(said.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        assertThat(RecordReader.read(image, server.get(Nominations.class).call()).material().exceptions()).isEqualTo(content.material().exceptions());
        revoked(receipt, id);
    }

    /** The words of the receipt's PDF, without spaces: a line may break anywhere. */
    private String receipt(String path) throws IOException {
        assertThat(drafter.get(path + "/receipt.pdf").body()).startsWith("%PDF-");
        var signed = server.get(Receipts.class).of(list.drafter.actor(), UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        var mark = new FormValues.Mark(signed.content().material().id().orElseThrow().toString(), signed.signature().digest().hex(), List.of());
        var pdf = server.get(Papers.class).receipt(Sheet.of(server.get(Receipts.class).receipt(signed), mark, Lang.ZH),
            server.get(Nominations.class).call(), Lang.ZH);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private Path disc() throws Exception {
        var revision = server.get(NominationSql.class).find(list.drafter.actor().owner(), "2015-cooperation").orElseThrow().id();
        return server.get(DiscMaking.class).write(Optional.of(revision), Files.createTempDirectory(server.folder(), "discs"), huizhan.disc.Capacity.DVD)
            .get(0).result().images().get(0).path();
    }

    private static void address(huizhan.organization.TestPeople.Person person, String mail) {
        var accounts = server.get(huizhan.organization.Accounts.class);
        accounts.describe(person.actor(), accounts.find(person.actor().account()).orElseThrow(), "方知远", mail, "000-0000001");
    }

    private static String letter(String mail) {
        var found = java.util.regex.Pattern.compile("(?s)href=\"/outbox/([0-9a-f-]{36})\"(?:(?!/outbox/).)*?" + mail).matcher(organizer.get("/outbox?kind=decision").body());
        assertThat(found.find()).as(mail).isTrue();
        return organizer.get("/outbox/" + found.group(1)).text();
    }

    private void revoked(String receipt, UUID about) throws IOException {
        address(list.unit, "unit@example.org");
        address(list.drafter, "drafter@example.org");
        approver.get("/nomination/sign-off");
        approver.post("/nomination/withdrawal", Map.of("reason", "再核一次"));
        var id = organizer.get("/exceptions").find("(?s)历史照片，准予使用.*?/exceptions/([0-9a-f-]{36})/revocation");
        assertThat(organizer.post("/exceptions/" + id + "/revocation", Map.of("reason", "")).status()).isEqualTo(422);
        assertThat(organizer.post("/exceptions/" + id + "/revocation", Map.of("reason", "找到了底片")).location()).isEqualTo("/exceptions");
        assertThat(organizer.get("/exceptions").text()).contains("已撤销", "找到了底片").doesNotContain("老照片里的合作");
        var refused = list.sign(approver);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).doesNotContain("已准予例外").contains("申请例外", "已准予的例外被撤销：找到了底片");
        for (var each : List.of(unit, drafter)) assertThat(each.get("/achievements/" + about).text()).contains("已准予的例外被撤销：找到了底片");
        assertThat(letter("unit@example.org")).contains("已撤销一项例外", "https://huizhan.example/achievements/" + about).doesNotContain("找到了底片");
        assertThat(letter("drafter@example.org")).contains("已撤销一项例外").containsPattern("请登录查看：https://huizhan\\.example/\\s").doesNotContain("找到了底片");
        assertThat(receipt(receipt)).as("what was signed stays as it was signed").contains("历史照片，准予使用");
        assertThat(organizer.post("/exceptions/" + id + "/revocation", Map.of("reason", "再撤")).status()).isEqualTo(404);
        assertThat(server.trail("exception.revoked", "achievement:%")).isEqualTo(1);
    }

    @Test void a_refusal_is_read_beside_the_finding_and_a_foreign_department_neither_sees_nor_asks() throws IOException {
        var id = withAnOldPhoto();
        var place = "/achievements/" + id;
        var request = ask(id, "没有更大的了");
        assertThat(organizer.post("/exceptions/requests/" + request + "/refusal", Map.of("reason", "请重新扫描底片")).location()).isEqualTo("/exceptions");
        var page = unit.get(place);
        assertThat(page.text()).contains("例外申请没有同意：请重新扫描底片");
        var fields = link(page.body(), place + "/exceptions");
        var stranger = server.browserOf(server.people().of(server.people().department("64"), Role.DRAFTER));
        stranger.get("/achievements");
        assertThat(stranger.get(place + "/exceptions?rule=A6.size&item=" + fields.get("item")).status()).isEqualTo(404);
        assertThat(stranger.post(place + "/exceptions", with(fields, "外人")).status()).isEqualTo(404);
        for (var rule : List.of("A4.mark", "A7.required", "A6.caption", "nonsense")) {
            assertThat(unit.get(place + "/exceptions?rule=" + rule + "&item=" + id).status()).as(rule).isEqualTo(404);
        }
        var twice = organizer.post("/exceptions/requests/" + request + "/grant", Map.of("reason", "还是同意吧"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("已经答复过");
        assertThat(server.trail("exception.granted", "achievement:" + id)).isEqualTo(1);
        assertThat(unit.get("/exceptions").status()).isEqualTo(404);
    }

    @Test void of_an_erased_achievement_the_organizer_keeps_no_word() throws IOException {
        var id = withAnOldPhoto();
        ask(id, "即将清除的申请");
        assertThat(server.get(Achievements.class).erase(list.unit.actor(), id)).isInstanceOf(Outcome.Done.class);
        assertThat(organizer.get("/exceptions").text()).doesNotContain("即将清除的申请");
    }

    @Test void the_department_asks_for_its_nomination_and_the_organizer_grants_unasked_but_never_where_secrecy_is_at_stake() {
        drafter.get("/nomination");
        for (int i = 0; i < 10; i++) drafter.post("/nomination/stubs", Map.of());
        var fields = link(drafter.get("/nomination").body(), "/nomination/exceptions");
        assertThat(fields).isEqualTo(Map.of("rule", "A3.limit", "item", ""));
        assertThat(drafter.get("/nomination/exceptions?rule=A3.limit&item=").text()).contains("推荐成果超出数量");
        assertThat(drafter.get("/nomination/exceptions?rule=A6.size&item=").status()).isEqualTo(404);
        assertThat(drafter.post("/nomination/exceptions", with(fields, "两个机构合并申报")).location()).isEqualTo("/nomination");
        assertThat(drafter.get("/nomination").text()).contains("已申请例外，等待答复");
        assertThat(organizer.get("/exceptions").text()).as("not signed off").contains("两个机构合并申报", "推荐名单").doesNotContain("11 项成果");
        var owner = list.drafter.actor().owner().toString();
        var unasked = Map.of("department", owner, "rule", "A3.limit", "item", "", "reason", "机构合并，准予多报一项");
        for (var wrong : List.of(Map.of("rule", "A4.mark"), Map.of("item", "01/pictures/1.jpg"), Map.of("reason", " "), Map.of("department", ""))) {
            var form = new HashMap<>(unasked);
            form.putAll(wrong);
            assertThat(organizer.post("/exceptions", form).status()).as(wrong.toString()).isEqualTo(422);
        }
        assertThat(organizer.post("/exceptions", unasked).location()).isEqualTo("/exceptions");
        assertThat(drafter.get("/nomination").text()).contains("已准予例外：机构合并，准予多报一项");
        var stranger = server.browserOf(server.people().of(server.people().department("63"), Role.DRAFTER));
        assertThat(stranger.get("/nomination").text()).doesNotContain("机构合并");
    }
}
