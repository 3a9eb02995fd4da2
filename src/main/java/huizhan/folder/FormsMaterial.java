package huizhan.folder;

import huizhan.call.Call;
import huizhan.folder.Layout.Unit;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Attachment;
import huizhan.material.ExhibitObject;
import huizhan.material.FormReading;
import huizhan.material.Material;
import huizhan.material.OverviewVideo;
import huizhan.material.Picture;
import huizhan.material.Values;
import huizhan.office.Fold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A material out of Word and Excel forms alone (B25): what stands in the folders counts as named. */
final class FormsMaterial {
    private final Call call;
    private final Layout layout;
    private final FormsIn forms;
    private final List<FormReading> readings = new ArrayList<>();
    private final Set<String> formFiles;

    private FormsMaterial(Layout layout, Call call) {
        this.layout = layout;
        this.call = call;
        this.forms = new FormsIn(call);
        this.formFiles = new LinkedHashSet<>(layout.papers());
    }

    static Material of(Layout layout, Call call, Path folder) throws FolderFault {
        if (layout.ranks().isEmpty() && layout.top().empty() && layout.summary().isEmpty()) {
            throw new FolderFault("“" + folder + "”里没有 nomination.json，也没有成果推荐汇总表、展板信息登记表或 01、02 等文件夹，看不出是报送材料。",
                    folder + " has no nomination.json, no summary table, no board form and no folders 01, 02 …; name the folder that holds the material.");
        }
        return new FormsMaterial(layout, call).material();
    }

    private Material material() {
        var summary = layout.summary().map(forms::summary);
        layout.summary().ifPresent(file -> {
            formFiles.add(file.path());
            readings.add(new FormReading(file.path(), "", summary.get().head(), summary.get().unread().labels(), summary.get().unread().told()));
        });
        var ranks = new TreeSet<>(layout.ranks().keySet());
        summary.ifPresent(read -> ranks.addAll(read.rows().keySet()));
        var achievements = new ArrayList<Achievement>();
        for (int rank : ranks) {
            var row = summary.flatMap(read -> Optional.ofNullable(read.rows().get(rank)));
            row.ifPresent(values -> readings.add(new FormReading(layout.summary().orElseThrow().path(), Achievement.folder(rank),
                    values.without("disclosure"), rowUnread(summary.get(), rank).labels(), rowUnread(summary.get(), rank).told())));
            achievements.add(achievement(Optional.of(rank), Optional.ofNullable(layout.ranks().get(rank)), row.orElse(Values.NONE)));
        }
        if (ranks.isEmpty() && !layout.top().empty()) {
            achievements.add(achievement(Optional.empty(), Optional.of(layout.top()), Values.NONE));
        }
        var overview = layout.overview().map(film -> new OverviewVideo(film.path(), "public"));
        return new Material(call.id(), Material.Shape.FORMS, Optional.empty(), 1, List.of(), summary.map(FormsIn.Summary::head).orElse(Values.NONE),
                overview, achievements, Map.of(), formFiles, readings, List.of());
    }

    private Achievement achievement(Optional<Integer> rank, Optional<Unit> unit, Values row) {
        var folder = Achievement.folder(rank.orElse(1));
        var values = new LinkedHashMap<>(row.without("disclosure").all());
        if (unit.isEmpty()) {
            return new Achievement(Optional.empty(), 1, folder, rank, row.text("disclosure"), new Values(values), "", "", List.of(), List.of(),
                    List.of(), "", List.of());
        }
        unit.get().forms().forEach(file -> formFiles.add(file.path()));
        var board = unit.get().boardForm.map(forms::boardForm);
        board.ifPresent(read -> {
            add(values, read.values());
            readings.add(new FormReading(unit.get().boardForm.get().path(), folder, read.values(), unread(read, row), read.unread().told()));
        });
        var name = new Values(values).text("name");
        var statement = unit.get().statement.map(file -> forms.statement(file, Optional.empty(), name, Set.of()));
        var prose = "";
        if (statement.isPresent()) {
            add(values, statement.get().head());
            statement.get().sections().forEach((code, text) -> values.putIfAbsent(Values.STATEMENT + code, List.of(text)));
            prose = statement.get().sections().isEmpty() ? statement.get().prose() : "";
            readings.add(new FormReading(unit.get().statement.get().path(), folder, Values.NONE, statement.get().unread().labels(), statement.get().unread().told()));
        }
        var all = new Values(values);
        var file = prose.isBlank() ? "" : unit.get().statement.orElseThrow().path();
        return new Achievement(Optional.empty(), 1, folder, rank, row.text("disclosure"), all, file, prose, List.of(), attachments(unit.get()),
                pictures(unit.get(), board), film(unit.get()), objects(unit.get(), all, folder));
    }

    /** The same cell in two forms: the first that says something counts. */
    private static void add(Map<String, List<String>> values, Values more) {
        more.all().forEach((id, list) -> {
            if (String.join("", values.getOrDefault(id, List.of())).isBlank()) {
                values.put(id, list);
            }
        });
    }

    private static FormsIn.Unread rowUnread(FormsIn.Summary summary, int rank) {
        return summary.rowsUnread().getOrDefault(rank, FormsIn.Unread.NOTHING);
    }

    private List<Text> unread(FormsIn.BoardForm board, Values row) {
        var unread = new ArrayList<>(board.unread().labels());
        boolean differs = !row.blank("name") && !board.values().blank("name") && !Fold.of(row.text("name")).equals(Fold.of(board.values().text("name")));
        if (differs) {
            unread.add(new Text("项目名称（与汇总表不一致）", "Name of the project (another one than in the summary table)"));
        }
        return unread;
    }

    private static List<Attachment> attachments(Unit unit) {
        return unit.attachments.stream().map(each -> new Attachment(Layout.attachmentKind(each.name()), each.path())).toList();
    }

    private static List<Picture> pictures(Unit unit, Optional<FormsIn.BoardForm> board) {
        var captions = new Captions(board.map(FormsIn.BoardForm::pictures).orElse(List.of())).of(unit.pictures.stream().map(Entry::name).toList());
        var pictures = new ArrayList<Picture>();
        for (int i = 0; i < unit.pictures.size(); i++) {
            pictures.add(new Picture(unit.pictures.get(i).path(), unit.pictures.get(i).name(), captions.get(i)));
        }
        return pictures;
    }

    /** The first film; another one stays unnamed. */
    private static String film(Unit unit) {
        return unit.films.stream().findFirst().map(Entry::path).orElse("");
    }

    private List<ExhibitObject> objects(Unit unit, Values values, String folder) {
        var photos = unit.photos.stream().map(Entry::path).toList();
        var ticked = values.codes("exhibitForms");
        var kind = ticked.contains("model") && !ticked.contains("object") ? "model" : "object";
        if (unit.note.isPresent()) {
            var note = forms.note(unit.note.get(), kind, photos);
            readings.add(new FormReading(unit.note.get().path(), folder, Values.NONE, note.unread().labels(), note.unread().told()));
            if (!note.objects().isEmpty()) {
                return note.objects();
            }
        }
        return photos.isEmpty() ? List.of() : List.of(new ExhibitObject("", kind, 0, 0, 0, "", 0, "", photos));
    }
}
