package huizhan.nomination;

import huizhan.achievement.Achievements;
import huizhan.achievement.Intake;
import huizhan.achievement.Outcome;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.material.Achievement;
import huizhan.material.ExhibitObject;
import huizhan.material.Picture;
import huizhan.material.Values;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department that files, from candidates to the sign-off, the way its people do. */
public final class Filing {
    private static final long LOOK_ROUND = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Pattern DECLARED = Pattern.compile("name=\"declared\" value=\"([^\"]+)\"");
    private final TestServer server;
    public final Person drafter;
    public final Person approver;
    public final Person unit;

    public Filing(TestServer server, String code) {
        this.server = server;
        var people = server.people();
        drafter = people.of(people.department(code), Role.DRAFTER);
        approver = people.of(people.department(code), Role.APPROVER);
        unit = people.of(drafter, people.unit(drafter, "示例单位 " + code));
        var head = server.get(Heads.class);
        Map.of("name", "示例部门 " + code, "contact", "示例乙", "telephone", "000-00000001").forEach((field, value) -> head.write(drafter.actor(), field, value, 0));
    }

    /** A file that a unit hands in. */
    public record Sent(String name, byte[] bytes) {}

    /** An achievement that the unit hands over with these pictures, and that the department picks. */
    public UUID picked(Values values, List<Sent> pictures, ExhibitObject... objects) {
        var id = handed(values, pictures, objects);
        server.get(Nominations.class).pick(drafter.actor(), id);
        return id;
    }

    /** One that stays a candidate. */
    public UUID handed(Values values, List<Sent> pictures, ExhibitObject... objects) {
        var me = unit.actor();
        var id = ((Outcome.Done) server.get(Achievements.class).begin(me, Disclosure.PUBLIC, Optional.empty())).achievement();
        var files = new HashMap<String, StoredFile>();
        var named = new ArrayList<Picture>();
        for (int i = 0; i < pictures.size(); i++) {
            files.put("picture-" + i, stored(pictures.get(i)));
            named.add(new Picture("picture-" + i, pictures.get(i).name(), "第 " + (i + 1) + " 张照片"));
        }
        var told = new Achievement(Optional.empty(), 1, "01", Optional.empty(), "public", values.without("board.departmentOpinion"), "", "", List.of(), List.of(),
            named, "", List.of(objects));
        server.get(Intake.class).fill(me, id, told, path -> Optional.ofNullable(files.get(path)));
        if (!(server.get(Achievements.class).handOver(me, id) instanceof Outcome.Done)) {
            throw new AssertionError("not handed over: " + values.text("name"));
        }
        server.get(Intake.class).write(drafter.actor(), id, "board.departmentOpinion", "同意推荐");
        return id;
    }

    private StoredFile stored(Sent file) {
        try {
            return server.get(MediaFiles.class).take(unit.actor(), file.name(), new ByteArrayInputStream(file.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stub() {
        server.get(Nominations.class).addStub(drafter.actor());
    }

    /** @return the receipt's address */
    public String signOff() {
        var browser = server.browserOf(approver);
        var page = browser.get("/nomination/sign-off");
        var declared = DECLARED.matcher(page.body()).results().map(found -> found.group(1)).collect(Collectors.joining(","));
        var answer = browser.post("/nomination/signature", Map.of("seen", page.find("name=\"seen\" value=\"([0-9a-f]{64})\""), "declared", declared));
        if (answer.status() != 302) {
            throw new AssertionError(answer.text());
        }
        return answer.location();
    }

    public void withdraw() {
        server.browserOf(approver).post("/nomination/withdrawal", Map.of("reason", "漏了一项成果"));
    }

    /** Until every file is examined and every job of a kind is done. */
    public static void settled(TestServer server, String job) {
        var db = server.get(JdbcClient.class);
        long end = System.nanoTime() + 240_000_000_000L;
        while (db.sql("select (select count(*) from media_file where deep_at is null) + (select count(*) from scheduled_tasks where task_name = :job)")
            .param("job", job).query(Long.class).single() > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the jobs don't come to their end");
            }
            LockSupport.parkNanos(LOOK_ROUND);
        }
    }
}
