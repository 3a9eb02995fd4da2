package huizhan.demo;

import static huizhan.demo.StudioContent.list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be wrong with pictures, objects and films: A6, A9, A10. */
final class MediaCases {
    private static final int LEAST = 5_000_000;
    private static final int SHOWN = 5_242_880;

    private final CaseList list;
    private final StudioMasters masters;

    private MediaCases(MaterialStudio studio) {
        this.list = new CaseList(studio);
        this.masters = studio.masters();
    }

    static List<MaterialCase> of(MaterialStudio studio) {
        var media = new MediaCases(studio);
        media.counts();
        media.sizes();
        media.images();
        media.objects();
        media.films();
        media.overview();
        return media.list.cases;
    }

    private void counts() {
        list.error("A6.count--1", draft -> draft.pictures(photos(1)));
        list.clean("A6.count--2", draft -> draft.pictures(photos(2)));
        list.clean("A6.count--4", draft -> draft.pictures(photos(4)));
        list.error("A6.count--5", draft -> draft.pictures(photos(5)));
        list.error("A6.caption", draft -> pictures(draft).get(1).put("caption", ""));
    }

    private void sizes() {
        list.error("A6.size--4999999", draft -> second(draft, "b.jpg", masters.photo(2, LEAST - 1)));
        list.warning("A6.size-note--5000000", draft -> second(draft, "b.jpg", masters.photo(2, LEAST)));
        list.warning("A6.size-note--5242879", draft -> second(draft, "b.jpg", masters.photo(2, SHOWN - 1)));
        list.clean("A6.size-note--5242880", draft -> second(draft, "b.jpg", masters.photo(2, SHOWN)));
    }

    private void images() {
        list.error("A6.image--truncated", draft -> second(draft, "b.jpg", masters.truncated(2)));
        list.error("A6.image--renamed-pdf", draft -> second(draft, "b.jpg", masters.renamedPdf()));
        list.error("A6.image--flood", draft -> second(draft, "b.png", masters.flood()));
        list.warning("A6.extension--png", draft -> second(draft, "b.jpg", masters.png(2)));
        list.warning("A6.extension--none", draft -> second(draft, "b", masters.photo(2)));
        list.clean("A6.extension--upper-case", draft -> second(draft, "B.JPEG", masters.photo(2)));
        list.warning("A6.pixels--99", draft -> second(draft, "b.jpg", masters.coarse(2, 3510, 2340)));
        list.clean("A6.pixels--100", draft -> second(draft, "b.jpg", masters.coarse(2, 3544, 2363)));
        list.warning("A6.upscaled", draft -> second(draft, "b.png", masters.enlarged(2)));
        list.warning("A6.padded", draft -> second(draft, "b.jpg", masters.padded(2)));
        list.clean("A6.padded--less", draft -> second(draft, "b.jpg", masters.nearlyPadded(2)));
        list.warning("A6.duplicate--same-file", draft -> second(draft, "b.jpg", masters.photo(1)));
        list.warning("A6.duplicate--re-saved", draft -> second(draft, "b.jpg", masters.resaved(1)));
        list.clean("A6.duplicate--object-photo", draft -> {
            object(draft, StudioContent.model());
            draft.file("01/objects/1.jpg", masters.photo(1));
        });
    }

    private void objects() {
        list.error("A9.object--none", draft -> draft.set("exhibitForms", list("model", "graphic")));
        list.error("A9.object--name", draft -> object(draft, with("name", "")));
        list.error("A9.object--size", draft -> object(draft, with("heightCm", 0)));
        list.clean("A9.object--size-in-words", draft -> {
            var model = with("heightCm", 0);
            model.put("size", "直径30 cm");
            object(draft, model);
        });
        list.error("A9.object--weight", draft -> object(draft, with("weightKg", 0)));
        list.clean("A9.object--light", draft -> object(draft, with("weightKg", 0.01)));
        list.error("A9.photo", draft -> {
            object(draft, with("photos", list()));
            draft.without("01/objects/1.jpg");
        });
        list.warning("A9.box", draft -> {
            object(draft, StudioContent.model());
            draft.set("exhibitForms", list("graphic"));
        });
    }

    private void films() {
        list.error("A10.video--no-film", draft -> film(draft, "film.mp4", junk()));
        list.error("A10.video--cut", draft -> film(draft, "film.mp4", masters.cutFilm()));
        list.warning("A10.video--wmv", draft -> film(draft, "film.wmv", masters.wmv()));
        list.clean("A10.video--good", draft -> film(draft, "film.mp4", masters.film()));
        list.error("A10.duration--600.6", draft -> film(draft, "film.mp4", masters.film("long.mp4", 1280, 720, 600.7, 5, true)));
        list.clean("A10.duration--600.4", draft -> film(draft, "film.mp4", masters.film("ten.mp4", 1280, 720, 600.4, 5, true)));
        list.warning("A10.definition--1278", draft -> film(draft, "film.mp4", masters.film("small.mp4", 1278, 718, 2, 25, true)));
        list.clean("A10.definition--wide", draft -> film(draft, "film.mp4", masters.film("wide.mp4", 1280, 540, 2, 25, true)));
        list.clean("A10.definition--4-3", draft -> film(draft, "film.mp4", masters.film("four.mp4", 960, 720, 2, 25, true)));
        list.clean("A10.definition--turned", draft -> film(draft, "film.mp4", masters.turnedFilm()));
        list.warning("A10.sound", draft -> film(draft, "film.mp4", masters.film("silent.mp4", 1280, 720, 2, 25, false)));
        list.error("A10.missing", draft -> draft.set("exhibitForms", list("graphic", "video")));
        list.warning("A10.box", draft -> {
            film(draft, "film.mp4", masters.film());
            draft.set("exhibitForms", list("graphic"));
        });
    }

    private void overview() {
        list.wholeWarning("A10.overview", draft -> {
            draft.tree.remove("overviewVideo");
            draft.without("overview.mp4");
        });
        list.wholeClean("A10.overview--there", draft -> { });
    }

    private Path junk() throws IOException {
        return masters.kept("junk.mp4", "这不是视频文件。".repeat(500).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Path> photos(int count) throws IOException {
        var photos = new LinkedHashMap<String, Path>();
        for (int i = 1; i <= count; i++) {
            photos.put(i + ".jpg", masters.photo(i));
        }
        return photos;
    }

    private void second(Draft draft, String name, Path master) throws IOException {
        var photos = new LinkedHashMap<String, Path>();
        photos.put("a.jpg", masters.photo(1));
        photos.put(name, master);
        draft.pictures(photos);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> pictures(Draft draft) {
        return (List<Map<String, Object>>) draft.first().get("pictures");
    }

    private static Map<String, Object> with(String key, Object value) {
        var model = StudioContent.model();
        model.put(key, value);
        return model;
    }

    private void object(Draft draft, Map<String, Object> object) throws IOException {
        draft.set("exhibitForms", list("model", "graphic")).set("objects", new ArrayList<>(List.of(object)));
        draft.file("01/objects/1.jpg", masters.object());
    }

    private static void film(Draft draft, String name, Path master) {
        draft.set("exhibitForms", list("graphic", "video")).set("video", "01/video/" + name).file("01/video/" + name, master);
    }
}
