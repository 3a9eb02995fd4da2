package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.StatementCount;
import huizhan.kernel.Disclosure;
import huizhan.opening.OpenCall;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The organizer's list of what came in, over HTTP on the whole program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivedAchievementPagesTest {
    private static final String LIST = "/nominations/achievements";
    private TestServer server;
    private ReadyList list;
    private TestBrowser organizer;

    @BeforeAll void aListWithAStubSignedOff() {
        server = TestServer.inTheCall();
        list = ReadyList.of(server, "53", 2);
        server.browserOf(list.drafter).post("/nomination/stubs", Map.of());
        organizer = server.browserOf(server.people().organizer());
    }

    @AfterAll void stop() {
        server.close();
    }

    private UUID revision() {
        return server.get(Nominations.class).of(list.drafter.actor().owner()).signature().orElseThrow().revision();
    }

    private void write(Runnable work) {
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    @Test void what_is_signed_off_is_listed_until_it_is_withdrawn() {
        assertThat(organizer.get(LIST).text()).contains("还没有收到成果").doesNotContain("示例成果");
        var approver = server.browserOf(list.approver);
        assertThat(list.sign(approver).status()).isEqualTo(302);
        var shown = organizer.get(LIST);
        assertThat(shown.text()).contains("共 3 项", "示例成果 0", "示例成果 1", "非公开成果", "O-53-0001-");
        assertThat(shown.body()).contains("/nomination/receipts/" + revision()).doesNotContain("class=\"paging\"");
        assertThat(organizer.get("/progress").body()).contains(LIST);

        assertThat(organizer.get(LIST + "?q=" + encoded("示例成果 1")).text()).contains("找到 1 项，共 3 项", "示例成果 1").doesNotContain("示例成果 0", "非公开成果，");
        assertThat(organizer.get(LIST + "?q=" + encoded("没有的词")).text()).contains("没有符合条件的成果");
        assertThat(organizer.get(LIST + "?disclosure=non-public").text()).contains("找到 1 项", "非公开成果，").doesNotContain("示例成果");
        assertThat(organizer.get(LIST + "?sort=name&page=9&lang=en").text()).contains("3 in all", "Achievement").contains("示例成果 0");
        organizer.get(LIST + "?lang=zh");

        write(() -> server.get(ReceivedAchievementSql.class).delete(revision()));
        server.get(ReceivedAchievements.class).afterPropertiesSet();
        assertThat(organizer.get(LIST).text()).as("a sign-off from before there was this list").contains("共 3 项", "示例成果 0");

        many();

        approver.post("/nomination/withdrawal", Map.of("reason", "漏了一项成果"));
        assertThat(organizer.get(LIST).text()).contains("还没有收到成果").doesNotContain("示例成果");
        server.get(ReceivedAchievements.class).afterPropertiesSet();
        assertThat(organizer.get(LIST).text()).as("what was withdrawn doesn't come back").contains("还没有收到成果");
    }

    private void many() {
        var few = StatementCount.of(() -> assertThat(organizer.get(LIST).text()).contains("共 3 项"));
        var search = LIST + "?q=" + encoded("示例") + "&sort=name&page=3";
        var fewFound = StatementCount.of(() -> assertThat(organizer.get(search).text()).contains("共 3 项"));
        var call = server.get(OpenCall.class).call();
        write(() -> {
            for (int i = 0; i < 1297; i++) {
                server.get(ReceivedAchievementSql.class).insert(revision(), server.people().department("53"), new ReceivedAchievement(new UUID(8, i), i + 4,
                    Disclosure.PUBLIC, "中外联合培育耐旱青稞新品种并在高原推广第" + i + "期", "示例省高原农业研究所", "Institute for Plant Genetics and Crop Research, number " + i,
                    "project", List.of("breakthrough"), List.of("life"), List.of("graphic", "video", "model")), call);
            }
        });
        var all = organizer.get(LIST);
        assertThat(all.text()).contains("共 1300 项", "第 1 至 100 项，共 1300 项");
        assertThat(all.body()).contains("href=\"/nominations/achievements?page=2\"").doesNotContain("rel=\"prev\"");
        assertThat(all.body().split("<tr>").length - 2).as("rows of the first view").isGreaterThanOrEqualTo(100);
        assertThat(all.body().getBytes(StandardCharsets.UTF_8).length).as("bytes of the first view").isLessThan(200_000);
        assertThat(organizer.get(LIST + "?q=" + encoded("第1296期")).text()).as("search is over all").contains("找到 1 项");
        assertThat(organizer.get(LIST + "?page=13").text()).contains("第1296期");
        assertThat(StatementCount.of(() -> organizer.get(LIST))).as("statements for 1,300 lines").isEqualTo(few).isPositive();
        assertThat(StatementCount.of(() -> assertThat(organizer.get(search).text()).contains("共 1300 项"))).as("statements of a search in them").isEqualTo(fewFound);
    }

    @Test void it_is_the_organizers_alone() {
        assertThat(server.browserOf(list.drafter).get(LIST).status()).isEqualTo(404);
        assertThat(server.browserOf(list.unit).get(LIST).status()).isEqualTo(404);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
