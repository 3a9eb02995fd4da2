package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A folder is sorted by the names of its files, and nothing of it is kept (B2). */
class FolderPagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static TestServer server;
    private static TestPeople people;
    private static Person drafter;
    private Person person;
    private TestBrowser unit;
    private UUID id;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
        drafter = people.of(people.department("31"), Role.DRAFTER);
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void an_achievement() {
        person = people.of(drafter, people.unit(drafter, "云岭材料学院"));
        unit = server.browserOf(person);
        id = Samples.begun(server, person);
        unit.get("/achievements/" + id);
    }

    private Answer sort(TestBrowser browser, UUID achievement, String part, String... paths) {
        var files = Stream.of(paths).map(path -> Map.of("path", path, "size", 6_000_000)).toList();
        return json(browser, "/achievements/" + achievement + "/folder", Map.of("part", part, "files", files));
    }

    private static Answer json(TestBrowser browser, String path, Map<String, ?> body) {
        return browser.send(HttpRequest.newBuilder(URI.create(server.address() + path)).header("Content-Type", "application/json").header("X-CSRF-TOKEN", browser.token())
            .header("X-Requested-With", "fetch").header("Accept", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static JsonNode read(Answer answer) {
        return JSON.readTree(answer.body());
    }

    private static Map<String, String> places(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        var places = new TreeMap<String, String>();
        read(answer).get("files").forEach(line -> places.put(line.get("path").asString(), line.get("place").asString()));
        return places;
    }

    private JsonNode place(Answer answer, String code) {
        for (var each : read(answer).get("places")) {
            if (each.get("code").asString().equals(code)) return each;
        }
        throw new AssertionError(code);
    }

    @Test void each_file_of_a_folder_has_its_place_and_the_places_say_how_many_more_they_take() {
        var answer = sort(unit, id, "", "成果/展板信息登记表.docx", "成果/图片/1.jpg", "成果/视频/片.mp4", "成果/实物/正面.jpg", "成果/附件/保密审核意见.pdf", "成果/IMG_1.jpg", "成果/Thumbs.db", "成果/x.exe");
        assertThat(places(answer)).isEqualTo(Map.of("成果/展板信息登记表.docx", "form", "成果/图片/1.jpg", "picture", "成果/视频/片.mp4", "video", "成果/实物/正面.jpg", "photo:new",
            "成果/附件/保密审核意见.pdf", "attachment:confidentiality", "成果/IMG_1.jpg", "", "成果/x.exe", "none"));
        assertThat(read(answer).get("skipped").asInt()).isEqualTo(1);
        assertThat(place(answer, "picture").get("room").asInt()).isEqualTo(4);
        assertThat(place(answer, "picture").get("slot").asString()).isEqualTo("achievement:" + id + ":picture");
        assertThat(place(answer, "picture").get("least").asLong()).isEqualTo(5_000_000);
        assertThat(server.get(Drafts.class).of(server.get(EntrySql.class).some(person.actor().owner(), "2015-cooperation", List.of(id)).get(0)).files()).isEmpty();
    }

    @Test void the_place_of_photos_is_the_object_that_is_there_and_among_several_the_person_is_asked() {
        var whole = Samples.whole(server, person);
        var one = sort(unit, whole, "", "x/实物/1.jpg", "x/图片/1.jpg");
        assertThat(places(one).get("x/实物/1.jpg")).startsWith("photo:").isNotEqualTo("photo:new");
        assertThat(place(one, "picture").get("room").asInt()).isEqualTo(2);
        var added = json(unit, "/achievements/" + whole + "/folder/objects", Map.of());
        assertThat(read(added).get("slot").asString()).startsWith("achievement:" + whole + ":photo:");
        var two = sort(unit, whole, "", "x/实物/1.jpg", "x/图片/1.jpg");
        assertThat(places(two).get("x/实物/1.jpg")).isEmpty();
        assertThat(two.text()).contains("有几件实物，请选择是哪一件");
    }

    @Test void of_several_achievements_in_the_folder_the_person_says_which() {
        var answer = sort(unit, id, "", "报送/01/图片/1.jpg", "报送/02/图片/2.jpg");
        assertThat(read(answer).get("parts").toString()).isEqualTo("[\"01\",\"02\"]");
        assertThat(places(answer).values()).containsExactly("none", "none");
        assertThat(places(sort(unit, id, "02", "报送/01/图片/1.jpg", "报送/02/图片/2.jpg")).values()).containsExactly("none", "picture");
    }

    @Test void a_name_that_is_marked_is_refused_with_where_it_belongs_and_the_attempt_is_in_the_trail_without_the_name() {
        var answer = sort(unit, id, "", "成果/非公开/某某装置.jpg", "成果/机密★10年.docx", "成果/图片/1.jpg");
        assertThat(places(answer).values()).containsExactly("picture", "none", "none");
        assertThat(answer.body()).contains("请按规定渠道报送", "涉及国家秘密的内容一律不得进入本系统");
        var trail = server.browserOf(people.administrator(Role.AUDITADMIN)).get("/audit.csv").body();
        assertThat(trail).contains("folder.sorted").doesNotContain("某某装置");
        assertThat(unit.get("/achievements/" + id + "/folder").body()).contains("data-marks=\"(?:非|");
    }

    @Test void too_many_files_are_refused_and_another_units_achievement_is_not_there() {
        var many = IntStream.range(0, 2001).mapToObj(i -> "x/" + i + ".jpg").toArray(String[]::new);
        assertThat(sort(unit, id, "", many).status()).isEqualTo(409);
        assertThat(places(sort(unit, id, "", java.util.Arrays.copyOf(many, 2000)))).hasSize(2000);
        var other = server.browserOf(people.of(drafter, people.unit(drafter, "别的单位")));
        other.get("/achievements");
        assertThat(other.get("/achievements/" + id + "/folder").status()).isEqualTo(404);
        assertThat(sort(other, id, "", "x/1.jpg").status()).isEqualTo(404);
        assertThat(json(other, "/achievements/" + id + "/folder/objects", Map.of()).status()).isEqualTo(404);
    }

    @Test void a_file_that_is_none_is_refused() {
        var files = new java.util.ArrayList<Map<String, Object>>();
        files.add(null);
        assertThat(json(unit, "/achievements/" + id + "/folder", Map.of("files", files)).status()).isEqualTo(409);
    }

    @Test void what_was_handed_over_takes_no_folder() {
        var whole = Samples.whole(server, person);
        server.get(Achievements.class).handOver(person.actor(), whole);
        assertThat(unit.get("/achievements/" + whole + "/folder").text()).contains("已交");
        assertThat(sort(unit, whole, "", "x/1.jpg").status()).isEqualTo(409);
        assertThat(json(unit, "/achievements/" + whole + "/folder/objects", Map.of()).status()).isEqualTo(409);
    }
}
