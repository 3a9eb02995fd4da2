package huizhan.journey;

import huizhan.achievement.Achievements;
import huizhan.achievement.Intake;
import huizhan.achievement.Outcome;
import huizhan.kernel.Disclosure;
import huizhan.material.Achievement;
import huizhan.material.Examples;
import huizhan.material.ExhibitObject;
import huizhan.material.Picture;
import huizhan.material.Values;
import huizhan.media.MediaFiles;
import huizhan.media.Painted;
import huizhan.media.PictureStudio;
import huizhan.media.StoredFile;
import huizhan.media.Tools;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Achievements with real pictures and a film, as units make them; each file is painted at first need and used by all. */
final class Submissions {
    private static final List<PictureStudio.Scene> SCENES = List.of(PictureStudio.Scene.WHEAT, PictureStudio.Scene.LABORATORY);
    private final Map<String, Path> files = new HashMap<>();
    private final TestServer server;
    private final Path workshop;

    Submissions(TestServer server, Path workshop) throws IOException {
        this.server = server;
        this.workshop = workshop;
        var small = workshop.resolve("small.jpg");
        Files.write(small, PictureStudio.jpeg(PictureStudio.paint(PictureStudio.Scene.LAKE, 3, 900, 600), 0.8f));
        files.put("small", small);
    }

    /** The large pictures, and the film where one can be made: for those who hand something in. */
    private void paint() throws IOException {
        for (var scene : SCENES) {
            files.put("picture-" + SCENES.indexOf(scene), Painted.picture(scene, 5L, workshop.resolve(scene + ".jpg")));
        }
        files.put("photo", files.get("picture-1"));
        var film = workshop.resolve("film.mp4");
        if (Painted.film(server.get(Tools.class), SCENES, 3, 2, film)) {
            files.put("film", film);
        }
    }

    /** A place with nothing in it but what is known before. */
    UUID begun(Person unit, Disclosure disclosure) {
        return ((Outcome.Done) server.get(Achievements.class).begin(unit.actor(), disclosure, Optional.empty())).achievement();
    }

    /** Filled in and without errors in the unit's part. */
    UUID whole(Person unit, String name) {
        return filled(unit, told(values(name), List.of(new Picture("picture-0", "", "2014年8月，联合试验田的新品种群体"),
            new Picture("picture-1", "", "双方人员在表型平台上测量株高"))));
    }

    /** Half filled in: too long a text, a picture that is too small, an object without a photo. */
    UUID wrong(Person unit) {
        var values = values("跨境河流水质联合监测网络与沿岸五县预警体系建设").with("kind", "base").with("statement.building", "建".repeat(1100))
            .with("board.text", "监测站二十一座。".repeat(30)).without("board.contact.email").without("listContact.details")
            .without("statement.problem").without("statement.breakthrough").without("statement.effect");
        return filled(unit, told(values, List.of(new Picture("small", "", ""), new Picture("picture-0", "", ""))));
    }

    private static Values values(String name) {
        return Examples.values().with("name", name).with("exhibitForms", "graphic", "model").with("undertaker", "示例省高原农业研究所")
            .with("foreignPartner", "Institute for Highland Crop Research").with("board.foreignPartner", "Institute for Highland Crop Research")
            .with("board.countries", "DE", "NL", "other:流域各国").with("statement.problem", "高原产区十年九旱，老品种亩产不足150公斤，单靠本地种质，抗旱与抗病难以兼得。")
            .with("statement.breakthrough", "双方用6年时间互换种质312份，定位抗旱主效位点4个，育成新品种2个，数据同步开放。")
            .with("statement.effect", "新品种推广18万亩，亩产提高23%，带动农户1.2万户；合作论文9篇，培养研究生17人。")
            .with("board.text", "亩产提高23%：中外科研人员互换种质312份，育成2个耐旱新品种，推广18万亩，惠及1.2万户农户。").without("board.departmentOpinion");
    }

    private Achievement told(Values values, List<Picture> pictures) {
        var object = new ExhibitObject("耐旱新品种穗标本模型", "model", 60, 40, 12, "", 3.2, "标本盒装，需避光、防潮。", pictures.size() > 1 ? List.of("photo") : List.of());
        return new Achievement(Optional.empty(), 1, "01", Optional.empty(), "public", values, "", "", List.of(), List.of(), pictures, film(), List.of(object));
    }

    private String film() {
        return painted().containsKey("film") ? "film" : "";
    }

    private UUID filled(Person unit, Achievement told) {
        var id = begun(unit, Disclosure.PUBLIC);
        server.get(Intake.class).fill(unit.actor(), id, told, name -> Optional.of(stored(unit, name)));
        return id;
    }

    private Map<String, Path> painted() {
        if (!files.containsKey("photo")) {
            try {
                paint();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    StoredFile stored(Person by, String name) {
        try (var bytes = Files.newInputStream(painted().get(name))) {
            return server.get(MediaFiles.class).take(by.actor(), name + (name.equals("film") ? ".mp4" : ".jpg"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Handed to the department, which writes its opinion. */
    UUID handed(Person unit, Person drafter, String name) {
        var id = whole(unit, name);
        if (!(server.get(Achievements.class).handOver(unit.actor(), id) instanceof Outcome.Done)) {
            throw new AssertionError(name + " has errors");
        }
        server.get(Intake.class).write(drafter.actor(), id, "board.departmentOpinion", "同意推荐。");
        return id;
    }
}
