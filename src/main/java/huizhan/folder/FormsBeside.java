package huizhan.folder;

import huizhan.call.Call;
import huizhan.folder.Layout.Unit;
import huizhan.material.Achievement;
import huizhan.material.ExhibitObject;
import huizhan.material.Figure;
import huizhan.material.FormReading;
import huizhan.material.Material;
import huizhan.material.Values;
import huizhan.office.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Forms that lie beside {@code nomination.json}: what they say is kept beside what it says, for {@code form.disagree}. Things that are
 * no fields (disclosure, captions, object notes) appear among a form's values only where they differ.
 */
final class FormsBeside {
    private final Call call;
    private final Layout layout;
    private final Inventory inventory;
    private final FormsIn forms;
    private final List<FormReading> readings = new ArrayList<>();
    private final Set<String> formFiles;

    private FormsBeside(Layout layout, Inventory inventory, Call call) {
        this.layout = layout;
        this.inventory = inventory;
        this.call = call;
        this.forms = new FormsIn(call);
        this.formFiles = new LinkedHashSet<>(layout.papers());
    }

    static Material of(Material told, Entry json, Layout layout, Inventory inventory, Call call) {
        return new FormsBeside(layout, inventory, call).material(told, json);
    }

    private Material material(Material told, Entry json) {
        formFiles.add(json.path());
        layout.summary().ifPresent(file -> summary(file, told));
        var achievements = told.achievements().stream().map(each -> beside(each, unit(each, told.achievements().size()))).toList();
        return new Material(told.call(), told.shape(), told.id(), told.revision(), told.exceptions(), told.department(), told.overview(),
                achievements, told.files(), formFiles, readings, told.unread());
    }

    /** The forms of an achievement lie in its folder; a unit's only one may have them at the top. */
    private Optional<Unit> unit(Achievement achievement, int achievements) {
        var own = Optional.ofNullable(layout.ranks().get(achievement.rank().orElse(Integer.parseInt(achievement.folder()))));
        boolean alone = achievements == 1 && own.map(unit -> unit.forms().isEmpty()).orElse(true);
        return alone ? Optional.of(layout.top()) : own;
    }

    private void summary(Entry file, Material told) {
        formFiles.add(file.path());
        var read = forms.summary(file);
        readings.add(new FormReading(file.path(), "", told.part() ? Values.NONE : read.head(), read.unread().labels(), read.unread().told()));
        for (var each : told.achievements()) {
            var row = each.rank().flatMap(rank -> Optional.ofNullable(read.rows().get(rank)));
            row.ifPresent(values -> {
                var unread = read.rowsUnread().getOrDefault(each.rank().orElseThrow(), FormsIn.Unread.NOTHING);
                readings.add(new FormReading(file.path(), each.folder(), differing(values, each), unread.labels(), unread.told()));
            });
        }
    }

    private static Values differing(Values row, Achievement achievement) {
        boolean same = row.text("disclosure").isEmpty() || row.text("disclosure").equals(achievement.disclosure());
        return same ? row.without("disclosure") : row;
    }

    private Achievement beside(Achievement told, Optional<Unit> unit) {
        unit.ifPresent(files -> {
            files.forms().forEach(file -> formFiles.add(file.path()));
            files.boardForm.ifPresent(file -> boardForm(file, told));
            files.note.ifPresent(file -> note(file, told));
        });
        boolean named = !told.statementFile().isBlank() && told.statement().blank();
        var file = named ? inventory.named(told.statementFile()) : unit.flatMap(files -> files.statement);
        return file.map(each -> statement(each, told, named)).orElse(told);
    }

    private void boardForm(Entry file, Achievement told) {
        var read = forms.boardForm(file);
        var values = new LinkedHashMap<>(read.values().all());
        var names = told.pictures().stream().map(each -> each.file().substring(each.file().lastIndexOf('/') + 1)).toList();
        var captions = new Captions(read.pictures()).of(names);
        for (int i = 0; i < captions.size(); i++) {
            if (!read.pictures().isEmpty() && !Fold.of(captions.get(i)).equals(Fold.of(told.pictures().get(i).caption()))) {
                values.put("照片简要说明 " + (i + 1), List.of(captions.get(i).isBlank() ? "—" : captions.get(i)));
            }
        }
        readings.add(new FormReading(file.path(), told.folder(), asPrinted(values, told), read.unread().labels(), read.unread().told()));
    }

    /** Print loses blank lines and the blanks at the ends of lines; a value that differs in nothing else is the record's own. */
    private static Values asPrinted(Map<String, List<String>> values, Achievement told) {
        var same = new LinkedHashMap<>(values);
        same.replaceAll((id, list) -> printed(list).equals(printed(told.values().codes(id))) ? told.values().codes(id) : list);
        return new Values(same);
    }

    private static String printed(List<String> lines) {
        return String.join("\n", lines).lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private void note(Entry file, Achievement told) {
        var read = forms.note(file, "object", List.of());
        boolean same = read.objects().size() == told.objects().size();
        for (int i = 0; same && i < read.objects().size(); i++) {
            same = same(read.objects().get(i), told.objects().get(i));
        }
        var values = same || read.objects().isEmpty() ? Values.NONE : new Values(Map.of("实物说明",
                List.of(read.objects().stream().map(ExhibitObject::name).collect(Collectors.joining("；", "—", "")))));
        readings.add(new FormReading(file.path(), told.folder(), values, read.unread().labels(), read.unread().told()));
    }

    private static boolean same(ExhibitObject one, ExhibitObject other) {
        return Fold.of(one.name()).equals(Fold.of(other.name())) && one.lengthCm() == other.lengthCm() && one.widthCm() == other.widthCm()
                && one.heightCm() == other.heightCm() && Fold.of(one.size()).equals(Fold.of(one.lengthCm() > 0 ? "" : other.size()))
                && one.weightKg() == other.weightKg();
    }

    /** A statement that {@code nomination.json} names is the statement; another one must say what was typed. */
    private Achievement statement(Entry file, Achievement told, boolean named) {
        var captions = told.figures().stream().map(Figure::caption).collect(Collectors.toSet());
        var read = forms.statement(file, call.kind(told.values().text("kind")), told.name(), captions);
        var values = new LinkedHashMap<>(read.head().all());
        if (!named) {
            typed(read, told, values);
        }
        readings.add(new FormReading(file.path(), told.folder(), asPrinted(values, told), read.unread().labels(), read.unread().told()));
        return named ? withProse(told, read.prose()) : told;
    }

    private static void typed(FormsIn.StatementText read, Achievement told, Map<String, List<String>> values) {
        if (!read.sections().isEmpty()) {
            read.sections().forEach((code, text) -> values.put(Values.STATEMENT + code, List.of(text)));
            told.statement().all().keySet().forEach(id -> values.putIfAbsent(id, List.of("")));
        } else {
            var folded = Fold.of(read.prose());
            told.statement().all().forEach((id, text) -> {
                if (!folded.contains(Fold.of(String.join("\n", text)))) {
                    values.put(id, List.of(""));
                }
            });
        }
    }

    private static Achievement withProse(Achievement told, String prose) {
        return new Achievement(told.id(), told.revision(), told.folder(), told.rank(), told.disclosure(), told.values(), told.statementFile(), prose,
                told.figures(), told.attachments(), told.pictures(), told.video(), told.objects());
    }
}
