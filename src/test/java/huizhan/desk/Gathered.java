package huizhan.desk;

import huizhan.achievement.Intake;
import huizhan.disc.Capacity;
import huizhan.documents.Papers;
import huizhan.ferry.Freight;
import huizhan.folder.DiscImages;
import huizhan.folder.DiscImages.Handing;
import huizhan.folder.DiscPlan;
import huizhan.folder.FileSource;
import huizhan.kernel.Disclosure;
import huizhan.material.Achievement;
import huizhan.material.Examples;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import huizhan.material.Picture;
import huizhan.media.MediaFiles;
import huizhan.media.PictureStudio;
import huizhan.media.StoredFile;
import huizhan.organization.LocalPerson;
import huizhan.organization.TestBrowser;
import huizhan.stamped.Scans;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a department gathers: discs that units make at their desks, and the open disc of its list; all without errors. */
public final class Gathered {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2015-07-12T01:00:00Z"), ZoneOffset.UTC);
    private final Path folder;
    private int pictures;

    public Gathered(Path folder) {
        this.folder = folder;
    }

    private Path picture() throws IOException {
        var file = folder.resolve("picture-" + ++pictures + ".jpg");
        PictureStudio.write(pictures % 2 == 0 ? PictureStudio.Scene.WHEAT : PictureStudio.Scene.LABORATORY, pictures, file);
        return file;
    }

    /** A non-public achievement that a unit fills in at its desk. */
    public UUID filled(TestDesk desk, String name, String unit) throws IOException {
        desk.browser.get("/achievements/new");
        var place = desk.browser.post("/achievements", Map.of("disclosure", "non-public")).location();
        var id = UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
        var me = desk.server.get(LocalPerson.class).actor();
        var stored = new LinkedHashMap<String, StoredFile>();
        for (int i = 0; i < 2; i++) {
            var file = picture();
            try (var in = Files.newInputStream(file)) {
                stored.put(file.getFileName().toString(), desk.server.get(MediaFiles.class).take(me, file.getFileName().toString(), in));
            }
        }
        var values = Examples.values().with("name", name).with("board.unit", unit).without("board.departmentOpinion");
        desk.server.get(Intake.class).fill(me, id, new Achievement(Optional.empty(), 1, "01", Optional.empty(), "non-public", values, "", "", List.of(), List.of(),
            stored.keySet().stream().map(each -> new Picture(each, "", "照片")).toList(), "", List.of()), path -> Optional.ofNullable(stored.get(path)));
        return id;
    }

    /** The sealed disc that a unit's desk makes of an achievement as it stands. */
    public Path sealed(TestDesk desk, UUID id) throws IOException {
        var place = "/achievements/" + id + "/discs";
        desk.browser.get(place);
        desk.browser.post(place, Map.of());
        return Files.write(Files.createTempFile(folder, "sealed", ".iso"), Scans.bytes(desk.server, desk.browser, place + "/1"));
    }

    /** Rewrites one field at a desk. */
    public static void rewrite(TestDesk desk, UUID id, String field, String value, int version) {
        desk.browser.get("/achievements/" + id);
        desk.browser.post("/achievements/" + id + "/fields", Map.of("field", field, "value", value, "version", String.valueOf(version)), "Accept", "application/json");
    }

    /** A public achievement with pictures that hold. */
    public static Achievement open(int rank, String name) {
        return Freight.achievement(rank, name, Disclosure.PUBLIC);
    }

    /** The open disc of a department's list, as its server makes it of a sign-off. */
    public Path open(Material list, String code) throws IOException {
        var files = new LinkedHashMap<String, Path>();
        var facts = new LinkedHashMap<String, FileFacts>();
        for (var path : list.achievements().stream().flatMap(each -> each.files().stream()).toList()) {
            files.put(path, picture());
            facts.put(path, new FileFacts(path, Files.size(files.get(path))));
        }
        FileSource source = path -> FileChannel.open(files.get(path));
        var handing = new Handing(Optional.empty(), code, UUID.randomUUID(), Optional.empty());
        var wish = new DiscPlan.Wish(Capacity.DVD, false, LocalDate.of(2015, 7, 12), code);
        var volumes = (DiscPlan.Volumes) DiscPlan.of(list.with(facts), Examples.CALL, source, wish, Papers.bundled());
        return DiscImages.write(volumes, handing, Files.createTempDirectory(folder, "open"), Capacity.DVD, CLOCK).images().get(0).path();
    }

    /** Where a browser is when a check has come to its end. */
    public static TestBrowser.Answer settled(TestBrowser browser, String place) {
        long end = System.nanoTime() + 120_000_000_000L;
        while (true) {
            var page = browser.get(place);
            if (!page.body().contains("hx-trigger=\"every 1s\"")) return page;
            if (System.nanoTime() > end) throw new AssertionError("the check doesn't come to its end");
        }
    }
}
