package huizhan.demo;

import static huizhan.demo.Draft.map;

import huizhan.media.PictureStudio.Scene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes folders of material: good ones, and for each rule one that breaks it and nothing else, with the other side of its boundary. The
 * tests of {@code check}, the demo and the guide share them. All pictures and films are masters that are made once and linked.
 */
public final class MaterialStudio {
    private final StudioMasters masters;

    /** @param workshop where the masters lie; on the same disk as the folders they are linked, else copied */
    public MaterialStudio(Path workshop) {
        this.masters = new StudioMasters(workshop);
    }

    /** A whole nomination of an activity, a project and a base, with films, a model, an overview and nothing to find. */
    public void good(Path folder) throws IOException {
        whole().write(folder);
    }

    /** The same with a fourth, non-public achievement of which nothing but rank and word are there. */
    public void stub(Path folder) throws IOException {
        var draft = whole();
        draft.achievements().add(map("id", "f0a7d2b6-1c58-4d93-a4e7-90b3c6d5e804", "rank", 4, "disclosure", "non-public"));
        draft.write(folder);
    }

    /** One unit's achievement, by itself, without rank. */
    public void part(Path folder) throws IOException {
        var draft = one();
        draft.first().remove("rank");
        draft.write(folder);
    }

    /** A whole nomination in Word alone, under the Chinese names. */
    public void forms(Path folder) throws IOException {
        StudioForms.wordOnly(this).write(folder);
    }

    /** Every folder that tells one rule from the others, in the order of the rules. */
    public List<MaterialCase> cases() {
        var cases = new ArrayList<MaterialCase>();
        cases.addAll(DefectCases.of(this));
        cases.addAll(MediaCases.of(this));
        cases.addAll(FormCases.of(this));
        return cases;
    }

    StudioMasters masters() {
        return masters;
    }

    /** The smallest material without findings: one project as a part, two pictures. */
    Draft one() throws IOException {
        var draft = head(true);
        draft.achievements().add(StudioContent.project());
        var pictures = new LinkedHashMap<String, Path>();
        pictures.put("a.jpg", masters.photo(1));
        pictures.put("b.jpg", masters.photo(2));
        return draft.pictures(pictures);
    }

    /** The smallest whole nomination without findings. */
    Draft oneWhole() throws IOException {
        var draft = one();
        draft.top("part", false);
        return overview(draft);
    }

    private Draft overview(Draft draft) throws IOException {
        return draft.top("overviewVideo", map("file", "overview.mp4", "disclosure", "public")).file("overview.mp4", masters.film());
    }

    Draft whole() throws IOException {
        var draft = overview(head(false));
        add(draft, StudioContent.activity(), Map.of("湖区考察.jpg", Scene.LAKE, "高山观测.jpg", Scene.ALPS));
        add(draft, StudioContent.project(), Map.of("青稞.jpg", Scene.WHEAT, "试验田.jpg", Scene.FIELDS));
        add(draft, StudioContent.base(), Map.of("晶体.jpg", Scene.CRYSTAL, "观测站.jpg", Scene.OBSERVATORY));
        var last = draft.achievements().get(2);
        last.put("exhibitForms", StudioContent.list("model", "video", "graphic"));
        last.put("video", "03/video/film.mp4");
        last.put("objects", new ArrayList<>(List.of(map("name", "轻合金轮毂模型", "kind", "model", "lengthCm", 45, "widthCm", 45, "heightCm", 20,
                "size", "", "weightKg", 6.5, "note", "剖面模型，可见加强筋。", "photos", StudioContent.list("03/objects/1.jpg")))));
        draft.file("03/video/film.mp4", masters.film()).file("03/objects/1.jpg", masters.object());
        return draft;
    }

    private void add(Draft draft, Map<String, Object> achievement, Map<String, Scene> views) throws IOException {
        int rank = draft.achievements().size() + 1;
        var folder = "%02d/pictures/".formatted(rank);
        var pictures = new ArrayList<Map<String, Object>>();
        for (var view : new java.util.TreeMap<>(views).entrySet()) {
            var file = folder + (pictures.size() + 1) + ".jpg";
            pictures.add(map("file", file, "originalName", view.getKey(), "caption", view.getKey().replace(".jpg", "") + "：合作现场"));
            draft.file(file, masters.view(view.getValue()));
        }
        achievement.put("rank", rank);
        achievement.put("pictures", pictures);
        draft.achievements().add(achievement);
    }

    private static Draft head(boolean part) {
        return new Draft().top("format", "huizhan-nomination/1").top("call", "2015-cooperation").top("part", part)
                .top("id", "0e6d3b58-7a14-4f0c-9d2b-6c8e1f5a7b00").top("revision", 1).top("exceptions", new ArrayList<>())
                .top("department", StudioContent.department());
    }
}
