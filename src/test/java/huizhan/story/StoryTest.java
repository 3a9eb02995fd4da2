package huizhan.story;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Achievements;
import huizhan.achievement.Candidate;
import huizhan.media.FilmStudio;
import huizhan.media.PictureStudio;
import huizhan.media.Tools;
import huizhan.nomination.Filing;
import huizhan.organization.Departments;
import huizhan.organization.MiddleBodies;
import huizhan.organization.MiddleBody;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's story is told whole, and one of its departments has a body between itself and a unit (B7). */
class StoryTest {

    @Test void a_parent_body_passes_on_what_is_on_the_list_and_has_one_waiting(@TempDir Path folder) throws Exception {
        try (var server = TestServer.inTheCall()) {
            Assumptions.assumeTrue(FilmStudio.write(server.get(Tools.class), List.of(PictureStudio.Scene.LAKE), 3, 2, folder.resolve("film.mp4")), "no film can be made here");
            server.get(Story.class).tell(folder, folder.resolve("accounts.csv"), word -> { });
            var department = server.get(Departments.class).all().stream().filter(each -> each.code().equals("91")).findFirst().orElseThrow().id();
            assertThat(server.get(MiddleBodies.class).of(department)).extracting(MiddleBody::name).containsExactly("云岭省农业科学院（演示）");
            assertThat(server.get(Achievements.class).candidates(department)).extracting(Candidate::body)
                .containsExactly("云岭省农业科学院（演示）", "", "", "云岭省农业科学院（演示）");
            assertThat(server.get(Achievements.class).withUnits(department)).extracting(Candidate::name, Candidate::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("高原特色畜种联合保种", Candidate.State.MIDDLE));
            var papers = new java.util.ArrayList<String>();
            server.get(org.springframework.jdbc.core.simple.JdbcClient.class).sql("select paper, side, state from stamped_step where department_id = :department order by paper, side")
                .param("department", department.toString()).query((row, n) -> papers.add(row.getString("paper") + " " + row.getString("side") + " " + row.getString("state"))).list();
            assertThat(papers).containsExactly("board-form original here", "letter original excepted", "letter scan excepted", "summary original sent", "summary scan there");
            Filing.settled(server, "stamped-code");
            assertThat(server.get(org.springframework.jdbc.core.simple.JdbcClient.class).sql("select count(*) from stamped_code where code <> ''").query(Long.class).single())
                .as("the scan's code can be read").isEqualTo(1);
            assertThat(Cast.read(folder.resolve("accounts.csv"))).extracting(Cast.SignIn::role, Cast.SignIn::organization)
                .contains(org.assertj.core.groups.Tuple.tuple("middle", "云岭省农业科学院（演示）"));
            var keys = huizhan.keys.PrivateKeys.read(java.nio.file.Files.readString(folder.resolve("demo-keys/organizer.key")), java.nio.file.Files.readString(folder.resolve("demo-keys/passphrase.txt")).strip().toCharArray());
            assertThat(server.get(huizhan.organization.cards.KeyCards.class).organizers()).as("a disc can be sealed to it, and opened").contains(keys.card());
        }
    }
}
