package huizhan.folder;

import huizhan.call.Call;
import huizhan.call.Countries;
import huizhan.call.Field;
import huizhan.disc.Plan;
import huizhan.disc.ViewerPage;
import huizhan.folder.DiscPlan.Wish;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.ExhibitObject;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import huizhan.material.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the page of a disc shows: all texts of the nomination, and of the files those that lie on this disc. */
final class DiscPage {
    private static final String DATA = "data/";

    private final Material material;
    private final Call call;
    private final Map<String, Long> there;
    private final Map<String, Plan.Item> copies;

    /** @param there  sizes of the files on this disc, by their path below {@code data/} */
    DiscPage(Material material, Call call, Map<String, Long> there, Map<String, Plan.Item> copies) {
        this.material = material;
        this.call = call;
        this.there = there;
        this.copies = copies;
    }

    ViewerPage page(Wish wish, String disc, String digest) {
        var facts = new ArrayList<ViewerPage.Field>();
        call.head().stream().filter(field -> !field.id().equals("name") && !material.department().blank(field.id()))
                .forEach(field -> facts.add(new ViewerPage.Field(field.label(), Text.same(material.department().text(field.id())))));
        facts.add(new ViewerPage.Field(new Text("光盘", "Disc"), Text.same(disc)));
        facts.add(new ViewerPage.Field(new Text("日期", "Date"), Text.same(wish.date().toString())));
        return new ViewerPage(call.title(), material.department().text("name"), wish.draft(), facts, exceptions(),
                material.overview().flatMap(film -> film(film.file())), material.achievements().stream().map(this::achievement).toList(), papers(), digest);
    }

    /** As the nomination on this disc carries them. */
    private List<ViewerPage.Field> exceptions() {
        return Exemption.of(material, call).stream().map(each -> new ViewerPage.Field(
                each.rank() == 0 ? new Text("整份推荐", "The whole nomination") : new Text("第 " + each.rank() + " 位", "Rank " + each.rank()),
                new Text(each.finding().zh() + " 理由：" + each.reason(), each.finding().en() + " Reason: " + each.reason()))).toList();
    }

    private ViewerPage.Achievement achievement(Achievement told) {
        int rank = told.rank().orElse(1);
        if (told.stub()) {
            return ViewerPage.Achievement.stub(rank);
        }
        return new ViewerPage.Achievement(rank, told.name(), false, facts(told), sections(told),
                told.pictures().stream().flatMap(each -> picture(each.file(), each.caption()).stream()).toList(), film(told.video()).stream().toList(),
                told.objects().stream().map(this::exhibit).toList(), attachments(told));
    }

    private List<ViewerPage.Field> facts(Achievement told) {
        var facts = new ArrayList<ViewerPage.Field>();
        told.shownTo().ifPresent(shown -> facts.add(new ViewerPage.Field(new Text("公开或非公开", "Disclosure"), shown.label())));
        call.fields().stream().filter(field -> !field.id().equals("name") && !told.values().blank(field.id()))
                .forEach(field -> facts.add(new ViewerPage.Field(field.label(), value(field, told.values()))));
        return facts;
    }

    private Text value(Field field, Values values) {
        return new Text(value(field, values, Lang.ZH), value(field, values, Lang.EN));
    }

    private String value(Field field, Values values, Lang lang) {
        if (!field.several() && field.type() != Field.Type.ONE) {
            return values.text(field.id());
        }
        return values.codes(field.id()).stream().map(code -> field.type() == Field.Type.COUNTRIES ? Countries.shown(code, call, lang)
                : call.choice(field.list(), code).map(choice -> choice.label().in(lang)).orElse(code))
                .collect(Collectors.joining(lang == Lang.ZH ? "；" : "; "));
    }

    private List<ViewerPage.Section> sections(Achievement told) {
        var sections = new ArrayList<ViewerPage.Section>();
        call.kind(told.values().text("kind")).ifPresent(kind -> kind.sections().stream()
                .filter(section -> !told.values().blank(Values.STATEMENT + section.code()))
                .forEach(section -> sections.add(new ViewerPage.Section(section.label(), told.values().text(Values.STATEMENT + section.code())))));
        if (sections.isEmpty() && !told.prose().isBlank()) {
            sections.add(new ViewerPage.Section(new Text("文字说明", "Statement"), told.prose()));
        }
        return sections;
    }

    private Optional<ViewerPage.Picture> picture(String path, String caption) {
        if (!there.containsKey(path)) {
            return Optional.empty();
        }
        var shown = copies.containsKey(path) ? copies.get(path).path() : DATA + path;
        return Optional.of(new ViewerPage.Picture(shown, DATA + path, caption, detail(path)));
    }

    private Optional<ViewerPage.Film> film(String path) {
        return there.containsKey(path) ? Optional.of(new ViewerPage.Film(DATA + path, "", detail(path))) : Optional.empty();
    }

    private String detail(String path) {
        var facts = material.file(path);
        var pixels = facts.flatMap(FileFacts::picture).map(each -> each.seenWidth() + "×" + each.seenHeight())
                .or(() -> facts.flatMap(FileFacts::film).filter(each -> each.width() > 0).map(each -> each.width() + "×" + each.height()));
        var time = facts.flatMap(FileFacts::film).flatMap(film -> film.duration()).map(each -> " · %d:%02d".formatted(each.toMinutes(), each.toSecondsPart()));
        var size = String.format(Locale.ROOT, "%.1f MB", there.getOrDefault(path, 0L) / 1e6);
        return pixels.map(each -> each + time.orElse("") + " · ").orElse("") + size;
    }

    private ViewerPage.Exhibit exhibit(ExhibitObject told) {
        var facts = new ArrayList<ViewerPage.Field>();
        call.choice("object-kinds", told.kind()).ifPresent(kind -> facts.add(new ViewerPage.Field(new Text("类别", "Kind"), kind.label())));
        var size = told.lengthCm() > 0 ? number(told.lengthCm()) + "×" + number(told.widthCm()) + "×" + number(told.heightCm()) + " cm" : told.size();
        facts.add(new ViewerPage.Field(new Text("尺寸", "Size"), Text.same(size)));
        facts.add(new ViewerPage.Field(new Text("重量", "Weight"), Text.same(number(told.weightKg()) + " kg")));
        facts.add(new ViewerPage.Field(new Text("说明", "Note"), Text.same(told.note())));
        facts.removeIf(each -> each.value().zh().isBlank());
        return new ViewerPage.Exhibit(told.name(), facts, told.photos().stream().flatMap(path -> picture(path, "").stream()).toList());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private List<ViewerPage.Link> attachments(Achievement told) {
        var links = new ArrayList<ViewerPage.Link>();
        if (there.containsKey(told.statementFile())) {
            links.add(link(new Text("文字说明", "Statement"), told.statementFile()));
        }
        told.attachments().stream().filter(each -> there.containsKey(each.file())).forEach(each -> links.add(link(
                call.choice("attachments", each.kind()).map(choice -> choice.label()).orElse(Text.same(each.kind())), each.file())));
        return links;
    }

    /** The printed forms, by name and format. */
    private List<ViewerPage.Link> papers() {
        return there.keySet().stream().filter(path -> path.startsWith(Layout.PAPERS + "/")).map(path -> link(title(path), path)).toList();
    }

    private Text title(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var stem = name.substring(0, name.lastIndexOf('.'));
        var format = name.endsWith(".pdf") ? "PDF" : "Word";
        var folder = path.substring(Layout.PAPERS.length() + 1, path.length() - name.length()).replace("/", " ");
        var words = call.forms().containsKey(stem) ? call.form(stem).title() : stem.equals("disc-label") ? new Text("光盘标签", "Disc label")
                : stem.equals("parcel-label") ? new Text("寄件标签", "Parcel label") : Text.same(stem);
        return new Text(folder + words.zh() + "（" + format + "）", folder + words.en() + " (" + format + ")");
    }

    private ViewerPage.Link link(Text label, String path) {
        return new ViewerPage.Link(label, DATA + path, there.getOrDefault(path, 0L));
    }
}
