package huizhan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Achievements;
import huizhan.achievement.Intake;
import huizhan.achievement.Outcome;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.material.Achievement;
import huizhan.material.Attachment;
import huizhan.material.Examples;
import huizhan.material.Picture;
import huizhan.media.MediaFiles;
import huizhan.media.PictureStudio;
import huizhan.media.StoredFile;
import huizhan.nomination.Filing;
import huizhan.nomination.Heads;
import huizhan.nomination.Nominations;
import huizhan.organization.LocalPerson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A department that fills in, picks and signs off at its desk. */
public final class DeskFiling {
    private static final Pattern DECLARED = Pattern.compile("name=\"declared\" value=\"([^\"]+)\"");
    private final TestDesk desk;
    private final Path workshop;
    private final Actor me;
    private int pictures;
    private long sheet;

    public DeskFiling(TestDesk desk, Path workshop) {
        this.desk = desk;
        this.workshop = workshop;
        this.me = desk.server.get(LocalPerson.class).actor();
        Map.of("name", "示例部门 53", "contact", "示例乙", "telephone", "000-00000001").forEach((field, value) -> desk.server.get(Heads.class).write(me, field, value, 0));
    }

    /** What is picked from now on has a separate sheet of so many bytes. */
    public void heavy(long bytes) {
        sheet = bytes;
    }

    /** On the list, without errors. */
    public UUID picked(Disclosure disclosure, String name) throws IOException {
        var id = ((Outcome.Done) desk.server.get(Achievements.class).begin(me, disclosure, Optional.empty())).achievement();
        var stored = new HashMap<String, StoredFile>();
        for (var scene : List.of(PictureStudio.Scene.WHEAT, PictureStudio.Scene.LABORATORY)) {
            var file = workshop.resolve("desk-" + ++pictures + ".jpg");
            PictureStudio.write(scene, pictures, file);
            try (var in = Files.newInputStream(file)) {
                stored.put(file.getFileName().toString(), desk.server.get(MediaFiles.class).take(me, file.getFileName().toString(), in));
            }
        }
        var sheets = new ArrayList<Attachment>();
        if (sheet > 0) {
            try (var in = noise(sheet)) {
                stored.put("sheet.bin", desk.server.get(MediaFiles.class).take(me, "sheet.bin", in));
            }
            sheets.add(new Attachment("other", "sheet.bin"));
        }
        var named = stored.keySet().stream().filter(each -> each.endsWith(".jpg")).sorted().map(each -> new Picture(each, "", "照片")).toList();
        var told = new Achievement(Optional.empty(), 1, "01", Optional.empty(), disclosure.code(), Examples.values().with("name", name), "", "", List.of(), sheets, named, "", List.of());
        desk.server.get(Intake.class).fill(me, id, told, path -> Optional.ofNullable(stored.get(path)));
        assertThat(desk.server.get(Achievements.class).handOver(me, id)).as(name).isInstanceOf(Outcome.Done.class);
        desk.server.get(Nominations.class).pick(me, id);
        return id;
    }

    private static InputStream noise(long bytes) {
        var random = new Random(bytes);
        return new InputStream() {
            private long left = bytes;

            @Override public int read() {
                return left-- > 0 ? random.nextInt(256) : -1;
            }

            @Override public int read(byte[] into, int from, int length) {
                if (left <= 0) return -1;
                var some = new byte[(int) Math.min(left, Math.min(length, 1 << 16))];
                random.nextBytes(some);
                System.arraycopy(some, 0, into, from, some.length);
                left -= some.length;
                return some.length;
            }
        };
    }

    /** @return the receipt's address */
    public String signOff() {
        var page = desk.browser.get("/nomination/sign-off");
        var declared = DECLARED.matcher(page.body()).results().map(found -> found.group(1)).collect(Collectors.joining(","));
        var signed = desk.browser.post("/nomination/signature", Map.of("seen", page.find("name=\"seen\" value=\"([0-9a-f]{64})\""), "declared", declared));
        assertThat(signed.status()).as(signed.text()).isEqualTo(302);
        Filing.settled(desk.server, "nomination.disc");
        return signed.location();
    }
}
