package huizhan.opening.word;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions answered once for all or for one (B10), and what is announced to everybody. Each test has its own department. */
class WordPagesTest {
    private static final Iterator<String> CODES = List.of("11", "12", "13", "14", "15", "21", "22").iterator();
    private static TestServer server;
    private static TestBrowser organizer;
    private Person drafter;
    private Person person;
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
        person = people.of(drafter, people.unit(drafter, "示例研究院"));
        department = server.browserOf(drafter);
        unit = server.browserOf(person);
        unit.get("/questions");
        organizer.get("/questions");
    }

    private UUID ask(String text) {
        assertThat(unit.post("/questions", Map.of("about", "what", "text", text)).location()).isEqualTo("/questions");
        return UUID.fromString(organizer.get("/questions").find("(?s)" + text + ".*?/questions/([0-9a-f-]{36})/answer"));
    }

    private TestBrowser.Answer answer(UUID id, String to, String wording, String text, int seen) {
        return organizer.post("/questions/" + id + "/answer", Map.of("to", to, "wording", wording, "text", text, "seen", String.valueOf(seen)));
    }

    @Test void a_private_answer_is_read_by_its_asker_alone_and_counts_as_new_until_then() {
        var id = ask("我院的外方伙伴改了名字怎么填");
        assertThat(unit.get("/questions").text()).contains("我院的外方伙伴改了名字怎么填", "等待答复", " 提问").doesNotContain("申请");
        assertThat(organizer.get("/opening").text()).contains("件待答复");
        assertThat(answer(id, "asker", "", " ", 0).status()).isEqualTo(422);
        assertThat(answer(id, "asker", "", "填现在的名字", 0).location()).isEqualTo("/questions");
        assertThat(unit.get("/call").text()).contains("您的提问有 1 条新答复");
        assertThat(unit.get("/achievements").body()).contains("menu-work");
        var page = unit.get("/questions");
        assertThat(page.text()).contains("填现在的名字", "已答复", "您的问题有新的答复");
        assertThat(unit.get("/call").text()).as("to look is not to say that one has read").contains("您的提问有 1 条新答复");
        var version = page.find("name=\"seen\" value=\"(" + id + "/1)\"");
        answer(id, "asker", "", "填现在的名字，旧名写在括号里", 1);
        unit.get("/questions");
        assertThat(unit.post("/questions/reading", Map.of("seen", version)).location()).isEqualTo("/questions");
        assertThat(unit.get("/call").text()).as("what was said otherwise meanwhile is unread").contains("您的提问有 1 条新答复");
        assertThat(department.post("/questions/reading", Map.of("seen", id + "/2")).status()).isEqualTo(302);
        assertThat(organizer.post("/questions/reading", Map.of("seen", id + "/2")).status()).isEqualTo(404);
        assertThat(unit.get("/call").text()).contains("您的提问有 1 条新答复");
        assertThat(unit.post("/questions/reading", Map.of("seen", id + "/2")).location()).isEqualTo("/questions");
        assertThat(unit.get("/questions").text()).doesNotContain("您的问题有新的答复");
        assertThat(unit.get("/call").text()).doesNotContain("条新答复").doesNotContain("填现在的名字");
        assertThat(department.get("/questions").text()).doesNotContain("我院的外方伙伴", "填现在的名字");
        assertThat(server.trail("question.answered", "question:" + id)).isEqualTo(2);
    }

    @Test void a_published_answer_is_reworded_found_by_everybody_and_names_nobody() {
        var id = ask("示例研究院的视频是WMV格式行不行");
        var page = answer(id, "all", "WMV格式的视频可以吗？", "可以，但无法在这里全面检查，建议转为MP4。", 0);
        assertThat(page.location()).isEqualTo("/questions");
        var stranger = server.browserOf(server.people().of(server.people().department("64"), Role.DRAFTER));
        assertThat(stranger.get("/call").text()).contains("WMV格式的视频可以吗？", "建议转为MP4").doesNotContain("示例研究院的视频");
        assertThat(stranger.get("/questions?q=mp4").text()).contains("WMV格式的视频可以吗？").doesNotContain("示例研究院");
        assertThat(stranger.get("/questions?q=%25").text()).contains("没有找到相关的问答");
        assertThat(unit.get("/questions").text()).contains("示例研究院的视频是WMV格式行不行", "已公开答复");
    }

    @Test void an_answer_is_corrected_and_withdrawn_and_what_was_said_before_stays() {
        var id = ask("展板文字要不要标题");
        answer(id, "all", "展板文字要标题吗？", "要。", 0);
        var late = answer(id, "all", "展板文字要标题吗？", "不要。", 0);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("同事刚刚答复过", "不要。");
        assertThat(server.trail("question.answered", "question:" + id)).isEqualTo(2);
        answer(id, "all", "展板文字要标题吗？", "不要，标题就是成果名称。", 1);
        assertThat(unit.get("/questions").text()).contains("不要，标题就是成果名称。", "更正");
        assertThat(organizer.get("/questions").text()).contains("先前的 1 次答复", "要。");
        assertThat(organizer.post("/questions/" + id + "/withdrawal", Map.of("seen", "2")).location()).isEqualTo("/questions");
        assertThat(unit.get("/questions").text()).contains("答复已撤回", "先前的答复已撤回");
        assertThat(department.get("/questions").text()).doesNotContain("展板文字要标题吗");
        assertThat(organizer.post("/questions/" + id + "/withdrawal", Map.of("seen", "3")).status()).isEqualTo(422);
    }

    @Test void what_carries_a_secrecy_mark_or_says_nothing_is_refused_with_its_text_kept_and_no_word_of_it_in_the_trail() {
        var marked = unit.post("/questions", Map.of("about", "what", "text", "机密★10年 的成果怎么报"));
        assertThat(marked.status()).isEqualTo(422);
        assertThat(marked.text()).contains("密级标志", "机密★10年 的成果怎么报");
        assertThat(unit.post("/questions", Map.of("text", " ")).text()).contains("请写下问题");
        assertThat(unit.get("/questions").text()).contains("不要在这里写非公开成果");
        assertThat(server.get(Questions.class).of(person.actor())).isEmpty();
        assertThat(server.trail("question.asked", "department:" + drafter.actor().owner())).isEqualTo(2);
        assertThat(organizer.get("/questions").text()).doesNotContain("怎么报");
    }

    @Test void the_organizer_publishes_what_nobody_has_asked_and_those_who_ask_can_not_answer() {
        assertThat(organizer.post("/questions/publication", Map.of("about", "", "wording", "光盘可以用U盘代替吗？", "text", "")).status()).isEqualTo(422);
        assertThat(organizer.post("/questions/publication", Map.of("about", "", "wording", "光盘可以用U盘代替吗？", "text", "不可以。")).location()).isEqualTo("/questions");
        assertThat(department.get("/questions").text()).contains("光盘可以用U盘代替吗？", "不可以。");
        var id = ask("谁来答复");
        for (var path : List.of("/questions/" + id + "/answer", "/questions/" + id + "/withdrawal", "/questions/publication", "/announcements")) {
            assertThat(unit.post(path, Map.of("text", "x")).status()).as(path).isEqualTo(404);
        }
        assertThat(organizer.post("/questions/" + new UUID(0, 7) + "/answer", Map.of("text", "x")).status()).isEqualTo(404);
    }

    private static Map<String, String> announcement(String title, String text) {
        return Map.of("title", title, "text", text, "titleEn", "", "textEn", "", "from", "", "to", "");
    }

    @Test void an_announcement_stands_on_the_call_page_and_on_the_first_page_until_it_was_read() {
        organizer.get("/announcements");
        assertThat(organizer.post("/announcements", announcement("系统检修", "周六上午停机两小时")).location()).isEqualTo("/announcements");
        for (var page : List.of("/achievements", "/call")) assertThat(unit.get(page).text()).as(page).contains("系统检修", "周六上午停机两小时");
        assertThat(department.get("/nomination").text()).contains("系统检修");
        assertThat(unit.get("/account").text()).doesNotContain("系统检修");
        var reading = unit.get("/achievements").find("action=\"(/announcements/[0-9a-f-]{36}/reading)\"");
        assertThat(unit.post(reading, Map.of()).location()).isEqualTo("/");
        assertThat(unit.get("/achievements").text()).doesNotContain("系统检修");
        assertThat(unit.get("/call").text()).contains("系统检修");
        assertThat(department.get("/nomination").text()).contains("系统检修");
        assertThat(organizer.get("/announcements").text()).contains("1 人已看");
        var id = organizer.get("/announcements").find("/announcements/([0-9a-f-]{36})/withdrawal");
        assertThat(organizer.post("/announcements/" + id + "/withdrawal", Map.of()).location()).isEqualTo("/announcements");
        assertThat(department.get("/nomination").text()).doesNotContain("系统检修");
        assertThat(department.get("/call").text()).doesNotContain("系统检修");
        assertThat(unit.post(reading, Map.of()).status()).isEqualTo(404);
        assertThat(organizer.get("/announcements").text()).contains("已撤下", "系统检修");
    }

    @Test void an_announcement_that_is_half_or_never_shown_is_refused_with_its_words_kept() {
        organizer.get("/announcements");
        for (var wrong : List.of(Map.of("title", ""), Map.of("text", " "), Map.of("titleEn", "Only a title"), Map.of("to", "2015-07-09"), Map.of("from", "soon"),
                Map.of("from", "2015-07-12", "to", "2015-07-11"), Map.of("text", "密级：机密"))) {
            var form = new HashMap<>(announcement("写好的标题", "写好的正文"));
            form.putAll(wrong);
            var answer = organizer.post("/announcements", form);
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.text() + answer.body()).contains(form.get("title"), form.get("text").strip());
        }
        assertThat(department.get("/call").text()).doesNotContain("写好的标题");
    }
}
