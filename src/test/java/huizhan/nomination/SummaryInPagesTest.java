package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Achievements;
import huizhan.achievement.Candidate;
import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A summary table made by another program, for a whole department (B2), over HTTP. */
class SummaryInPagesTest {
    private static final Path TABLE = Path.of("src/test/resources/office/summary-libreoffice.xlsx");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"(?:hidden|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final List<String> CODES = List.of("53", "33", "35", "36", "37", "41", "42");
    private static TestServer server;
    private static int next;
    private Person drafter;
    private TestBrowser browser;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void a_department_that_has_not_begun() {
        drafter = server.people().of(server.people().department(CODES.get(next++)), Role.DRAFTER);
        server.people().unit(drafter, "云岭大学");
        browser = server.browserOf(drafter);
        browser.get("/nomination/summary");
    }

    private Answer read() throws IOException {
        return browser.upload("/nomination/summary", "汇总表.xlsx", Files.readAllBytes(TABLE));
    }

    private List<Candidate> mine() {
        return server.get(Achievements.class).list(drafter.actor());
    }

    private RankedList list() {
        return server.get(Nominations.class).of(drafter.actor().owner());
    }

    @Test void what_was_understood_is_shown_before_anything_is_written() throws IOException {
        var page = read();
        assertThat(page.text()).contains("云岭省科学技术厅", "1. 高原气候变化联合科考周", "由本部门代“云岭大学”填写", "2. 高原耐旱青稞联合育种", "由本部门填写", "第 3 行：非公开", "补登记 1 项");
        assertThat(mine()).isEmpty();
        assertThat(list().begun()).isFalse();
    }

    @Test void it_is_taken_over_in_one_step_and_taken_back_whole() throws IOException {
        var page = read();
        var done = take(page);
        assertThat(done.text()).contains("表头 4 栏，新建成果 2 项");
        assertThat(mine()).extracting(Candidate::name).containsExactlyInAnyOrder("高原气候变化联合科考周", "高原耐旱青稞联合育种");
        assertThat(mine()).filteredOn(each -> each.name().startsWith("高原气候")).extracting(Candidate::unitName).containsExactly("云岭大学");
        assertThat(mine()).filteredOn(each -> each.name().startsWith("高原耐旱")).extracting(Candidate::exhibitForms).containsExactly(List.of("model", "graphic"));
        assertThat(list().lines()).extracting(Line::stub).containsExactly(true);
        assertThat(server.get(Heads.class).of(list())).extractingByKey("contact").extracting(HeadSql.Written::value).isEqualTo("方知远");
        assertThat(read().text()).as("a second time").contains("已有同名成果").doesNotContain("补登记");
        assertThat(browser.get("/nomination/summary?result=" + java.util.UUID.randomUUID()).text()).contains("处理结果，这里已经看不到了").doesNotContain("半小时", "都已保存");
        browser.get("/nomination/summary");

        assertThat(takeBack(done).text()).contains("已撤回");
        assertThat(mine()).isEmpty();
        assertThat(list().lines()).isEmpty();
        assertThat(server.get(Heads.class).of(list())).extractingByKey("contact").extracting(HeadSql.Written::value).isEqualTo("");
    }

    /** Where the result of the last step is looked at. */
    private String last = "";

    private Answer take(Answer page) {
        return many(page, "/nomination/summary/values");
    }

    private Answer takeBack(Answer page) {
        return many(page, "/nomination/summary/values/removal");
    }

    /** Sends a form of the page back as it stands there, with every box ticked that is. */
    private Answer many(Answer page, String action) {
        var form = page.body().substring(page.body().indexOf("action=\"" + action + "\""));
        var body = new StringBuilder("_csrf=" + browser.token());
        HIDDEN.matcher(form.substring(0, form.indexOf("</form>"))).results().filter(found -> !found.group(1).equals("_csrf"))
            .forEach(found -> body.append('&').append(encoded(found.group(1))).append('=').append(encoded(found.group(2).replace("&amp;", "&"))));
        last = browser.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.address() + action))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(java.net.http.HttpRequest.BodyPublishers.ofString(body.toString()))).location();
        return browser.get(last);
    }

    @Test void pressed_twice_it_is_done_once_and_taking_back_leaves_what_others_have_done_since() throws IOException {
        var page = read();
        var done = take(page);
        assertThat(browser.get(last).text()).as("looked at again").isEqualTo(done.text()).contains("新建成果 2 项");
        assertThat(mine()).hasSize(2);
        assertThat(take(page).text()).contains("没有登记非公开成果");
        assertThat(mine()).hasSize(2);
        assertThat(list().lines()).hasSize(1);
        var worked = mine().get(0).id();
        server.get(Nominations.class).addStub(drafter.actor());
        browser.get("/nomination/summary");
        browser.get("/achievements/" + worked);
        assertThat(browser.post("/achievements/" + worked + "/objects", java.util.Map.of()).status()).isLessThan(400);
        browser.get("/nomination/summary");
        assertThat(takeBack(done).text()).contains("名单刚被同事改过", "已经有人在填");
        assertThat(mine()).extracting(Candidate::id).containsExactly(worked);
        assertThat(list().lines()).hasSize(2);
    }

    @Test void a_row_that_says_neither_public_nor_non_public_is_neither_shown_nor_taken() throws IOException {
        var table = new java.io.ByteArrayOutputStream();
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(Files.newInputStream(TABLE))) {
            book.getSheetAt(0).forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING && cell.getStringCellValue().contains("√公开")) cell.setCellValue("□公开 □非公开");
            }));
            book.write(table);
        }
        var page = browser.upload("/nomination/summary", "汇总表.xlsx", table.toByteArray());
        assertThat(page.text()).contains("没有写明公开还是非公开", "高原气候变化联合科考周").doesNotContain("高原耐旱青稞联合育种", "沈若禾");
        take(page);
        assertThat(mine()).extracting(Candidate::name).containsExactly("高原气候变化联合科考周");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test void a_field_that_a_colleague_has_changed_meanwhile_stays_as_he_wrote_it_and_the_rest_is_done() throws IOException {
        var page = read();
        server.get(Heads.class).write(drafter.actor(), "contact", "同事填的人", 0);
        var done = take(page);
        assertThat(done.text()).contains("表头 3 栏", "没有写入");
        assertThat(server.get(Heads.class).of(list())).extractingByKey("contact").extracting(HeadSql.Written::value).isEqualTo("同事填的人");
    }

    @Test void what_is_no_table_is_refused_with_the_reason() {
        assertThat(browser.upload("/nomination/summary", "x.xlsx", new byte[] {1, 2, 3}).text()).contains("不是 Word 或 Excel 文件");
        browser.get("/nomination/summary");
        assertThat(browser.upload("/nomination/summary", "", new byte[0]).status()).isEqualTo(422);
        var unit = server.browserOf(server.people().of(drafter, server.people().unit(drafter, "某单位")));
        assertThat(unit.get("/nomination/summary").status()).isEqualTo(404);
    }
}
