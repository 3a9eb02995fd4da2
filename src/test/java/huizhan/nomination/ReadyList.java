package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Achievements;
import huizhan.achievement.Intake;
import huizhan.achievement.Outcome;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.material.Examples;
import huizhan.material.Noise;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A department with everything that a sign-off needs: people, candidates that are handed over and picked, the head of annex 1. */
public final class ReadyList {
    public final Person drafter;
    public final Person approver;
    public final Person unit;
    public final List<UUID> achievements = new ArrayList<>();
    private final TestServer server;

    private ReadyList(TestServer server, String code) {
        this.server = server;
        var people = server.people();
        var department = people.department(code);
        drafter = people.of(department, Role.DRAFTER);
        approver = people.of(department, Role.APPROVER);
        unit = people.of(drafter, people.unit(drafter, "示例研究所"));
    }

    /** @param code the department's */
    public static ReadyList of(TestServer server, String code, int candidates) {
        var list = new ReadyList(server, code);
        for (int i = 0; i < candidates; i++) {
            list.achievements.add(candidate(server, list.unit, list.drafter, i));
            server.get(Nominations.class).pick(list.drafter.actor(), list.achievements.get(i));
        }
        Map.of("name", "示例省科学技术厅", "contact", "示例乙", "telephone", "000-00000001").forEach((field, value) ->
            server.get(Heads.class).write(list.drafter.actor(), field, value, 0));
        return list;
    }

    /** Filled in by the unit without a fault and handed over; the department's opinion stands there. */
    static UUID candidate(TestServer server, Person unit, Person drafter, int number) {
        return candidate(server, unit, drafter, number, Disclosure.PUBLIC);
    }

    /** One more that is not for the public, picked last; only where such may be held. */
    public UUID nonPublic() {
        var id = candidate(server, unit, drafter, achievements.size(), Disclosure.NON_PUBLIC);
        achievements.add(id);
        server.get(Nominations.class).pick(drafter.actor(), id);
        return id;
    }

    private static UUID candidate(TestServer server, Person unit, Person drafter, int number, Disclosure disclosure) {
        var me = unit.actor();
        var id = ((Outcome.Done) server.get(Achievements.class).begin(me, disclosure, Optional.empty())).achievement();
        var told = Examples.achievement(1, Examples.values().with("name", "示例成果 " + number).without("board.departmentOpinion"));
        var files = new HashMap<String, StoredFile>();
        try {
            for (var path : told.files()) {
                files.put(path, server.get(MediaFiles.class).take(me, "照片.jpg", new ByteArrayInputStream(Noise.jpg(number * 10L + files.size()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.get(Intake.class).fill(me, id, told, path -> Optional.ofNullable(files.get(path)));
        assertThat(server.get(Achievements.class).handOver(me, id)).isInstanceOf(Outcome.Done.class);
        server.get(Intake.class).write(drafter.actor(), id, "board.departmentOpinion", "同意推荐");
        return id;
    }

    /** The digest that the sign-off page shows. */
    public static String seen(TestBrowser browser) {
        return browser.get("/nomination/sign-off").find("name=\"seen\" value=\"([0-9a-f]{64})\"");
    }

    /** Signs off what the page shows, with everything declared. */
    public Answer sign(TestBrowser browser) {
        var seen = seen(browser);
        var declared = server.get(Nominations.class).of(drafter.actor().owner()).lines().stream().map(each -> each.id().toString()).toList();
        return browser.post("/nomination/signature", Map.of("seen", seen, "declared", String.join(",", declared)));
    }
}
