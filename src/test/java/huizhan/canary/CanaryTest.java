package huizhan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.canary.Doors.Door;
import huizhan.canary.Scan.Hit;
import huizhan.keys.PrivateKeys;
import huizhan.mail.Listener;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is not for the public, brought to every door of an open server, is nowhere afterwards; nor is what was public and turned out not to be for
 * the public (A4, C7). The server is a process of its own, so that its memory is its own too.
 */
class CanaryTest {
    static final int PLANTED_ROW = 998;
    private static final int PLANTED_IN_MEMORY = 997;
    /**
     * Doors for what people say of their own accord, where no achievement is asked for and nobody can know what it is about: names, questions,
     * reasons, days. What they refuse they show again to whoever typed it (B4). A door that is neither here nor leaves nothing fails the test.
     */
    private static final Set<String> OWN_WORDS = Set.of("POST /announcements", "POST /departments", "POST /discs/hand-made", "POST /exceptions", "POST /extension", "POST /middle-bodies",
        "POST /nomination/head", "POST /nomination/stubs/{line}/request", "POST /nomination/submission", "POST /outages", "POST /permits", "POST /progress/reminder", "POST /progress/reminders", "POST /questions", "POST /questions/publication", "POST /reception/scans", "POST /sign-in",
        "POST /paper-check", "POST /nomination/summary");
    /** These end what goes on here. */
    private static final Set<String> LAST = Set.of("POST /sign-out", "POST /nomination/lines/{line}/removal");

    @TempDir
    Path folder;
    private final Words words = new Words();
    private final List<Hit> answered = new ArrayList<>();
    private Path data;
    private List<Door> doors;
    private Cast cast;
    private String stub;

    /** What somebody asks for in an address stands in the page that answers it; all else is a leak. */
    private void answered(Answer answer) {
        var request = answer.raw().request();
        var query = Optional.ofNullable(request.uri().getRawQuery()).map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8)).orElse("");
        var own = request.method().equals("GET") && (answer.status() == 200 || answer.status() == 410) ? Scan.numbers(Scan.in("query", query.getBytes(StandardCharsets.UTF_8))) : Set.<Integer>of();
        var place = answer.status() + " of " + request.method() + " " + request.uri().getPath();
        var hits = new ArrayList<>(Scan.in(place, answer.body().getBytes(StandardCharsets.UTF_8)));
        answer.raw().headers().map().forEach((name, values) -> values.forEach(value -> hits.addAll(Scan.in(place + " header " + name, value.getBytes(StandardCharsets.UTF_8)))));
        hits.stream().filter(hit -> !own.contains(hit.number()) && hit.number() != PLANTED_ROW).forEach(answered::add);
    }

    private void prepare() throws Exception {
        try (var before = TestServer.inTheCall()) {
            cast = Cast.of(before);
            doors = Doors.of(before);
            var drafter = before.browserOf(cast.people().get("DRAFTER"));
            drafter.get("/nomination");
            drafter.post("/nomination/stubs", Map.of());
            for (var head : List.of("name", "contact", "telephone")) drafter.post("/nomination/head", Map.of("field", head, "value", "示例 000-00000001", "version", "0"), "Accept", "application/json");
            stub = drafter.get("/nomination").find("/nomination/lines/([0-9a-f-]{36})/removal");
            var organizer = before.browserOf(cast.people().get("ORGANIZER"));
            card(organizer, "组织单位（示例）");
            card(drafter, "示例部门");
            data = folder.resolve("data");
            Copy.folder(before.leave(), data);
        }
    }

    private static void card(TestBrowser browser, String holder) {
        browser.get("/keys");
        var keys = PrivateKeys.create(holder, Instant.parse("2015-05-20T01:00:00Z"));
        assertThat(browser.post("/keys", Map.of("card", keys.card().card(), "seen", "0")).status()).isEqualTo(302);
    }

    @Test void a_word_that_is_brought_to_every_door_is_nowhere_afterwards() throws Exception {
        try (var mail = Listener.in(Listener.Mood.TAKES)) {
            prepare();
            try (var server = ServerProcess.start(data, folder, Scan.word(PLANTED_IN_MEMORY), List.of("huizhan.totp=off", "server.tomcat.keep-alive-timeout=1s",
                    "spring.mail.host=127.0.0.1", "spring.mail.port=" + mail.port(), "huizhan.mail.from=huizhan@example.cn"))) {
                brought(server);
                nowhere("what is not for the public", server, mail);
                turned(server);
                nowhere("what was turned", server, mail);
            }
        }
    }

    private void brought(ServerProcess server) throws Exception {
        var browsers = cast.at(server.address(), this::answered);
        assertThat(doors.stream().map(Door::toString).toList()).as("doors that are not there any more").containsAll(OWN_WORDS).containsAll(LAST);
        var knocking = new Knocking(stub);
        for (var door : doors) {
            if (OWN_WORDS.contains(door.toString()) || LAST.contains(door.toString())) continue;
            int number = words.number(door.toString());
            browsers.entrySet().stream().filter(each -> door.people().isEmpty() || door.people().contains(each.getKey())).limit(door.writes() ? 2 : 1)
                .forEach(each -> knocking.at(door, number, each.getValue()));
        }
        new NonPublic(browsers, words, stub, folder).throughSpecialDoors(cast.department().name().zh());
        var drafter = browsers.get("DRAFTER");
        knocking.at(doors.stream().filter(door -> door.toString().equals("POST /nomination/lines/{line}/removal")).findFirst().orElseThrow(), words.number("a stub's removal"), drafter);
    }

    private void turned(ServerProcess server) throws Exception {
        int before = words.count();
        answered.clear();
        var browsers = cast.at(server.address(), answer -> {});
        var achievement = new PublicAchievement(browsers, words);
        achievement.throughTheYear();
        var organizer = browsers.get("ORGANIZER");
        for (var path : List.of("/nominations/achievements?q=" + Scan.word(before + 1).replaceAll("[^a-z0-9]", ""), "/progress", "/duplicates", "/export")) organizer.get(path);
        assertThat(words.missing(Scan.numbers(Scan.in(data)), before)).as("doors that kept nothing before: nobody went through them").isEmpty();
        achievement.turn();
        for (var role : List.of("UNIT", "DRAFTER", "APPROVER", "ORGANIZER")) {
            browsers.get(role).watched(this::answered);
            for (var path : achievement.traces()) browsers.get(role).get(path);
        }
        for (var path : List.of("/export/list", "/export/archive")) {
            organizer.get("/export");
            answered.addAll(Scan.in(path, organizer.bytes(path, Map.of())));
        }
        for (var path : List.of("/nominations/achievements", "/outbox", "/duplicates", "/progress")) organizer.get(path);
        browsers.get("AUDITADMIN").watched(this::answered).get("/audit.csv");
    }

    private void nowhere(String what, ServerProcess server, Listener mail) throws Exception {
        // so that this side closes its lines too
        System.gc();
        var leaks = new TreeMap<String, String>();
        told("answers", answered, leaks);
        var heap = Scan.in("heap", server.heap(folder));
        assertThat(Scan.numbers(heap)).as("the scan of the heap finds what was planted").contains(PLANTED_IN_MEMORY);
        told("heap", heap, leaks);
        var kept = Scan.in(data);
        assertThat(Scan.numbers(kept)).as("the scan of the data folder finds what was planted").contains(PLANTED_ROW);
        told("data folder", kept, leaks);
        told("temporary folder", Scan.in(server.temporary()), leaks);
        told("console", Scan.in("console", Files.readAllBytes(server.console())), leaks);
        told("mail", Scan.in("mail", String.join("\n", mail.letters()).getBytes(StandardCharsets.UTF_8)), leaks);
        assertThat(leaks).as(what).isEmpty();
    }

    private void told(String where, List<Hit> hits, Map<String, String> leaks) {
        hits.stream().filter(hit -> hit.number() != PLANTED_ROW && hit.number() != PLANTED_IN_MEMORY)
            .forEach(hit -> leaks.merge(where + ": " + words.door(hit.number()), hit.number() + " as " + hit.form() + " in " + hit.place(), (one, other) -> one));
    }
}
