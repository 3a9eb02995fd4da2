package huizhan.achievement;

import huizhan.achievement.AchievementPage.Actions;
import huizhan.achievement.AchievementPage.StatementView;
import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.documents.PaperFormat;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.Material;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import huizhan.opening.Permit;
import huizhan.opening.exceptions.Asked;
import huizhan.opening.exceptions.Exceptions;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import huizhan.web.Dates;
import huizhan.web.Sizes;
import huizhan.web.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of one achievement, or a part of it. */
final class PageMaker {
    private static final int BEGINNING = 60;
    private final OpenCall open;
    private final Guard guard;
    private final Achievements achievements;
    private final SlotViews slots;
    private final Desk desk;
    private final Layout layout;

    record Desk(Texts texts, Names names, Exceptions exceptions) {}

    PageMaker(OpenCall open, Guard guard, Achievements achievements, SlotViews slots, Desk desk) {
        this.open = open;
        this.guard = guard;
        this.achievements = achievements;
        this.slots = slots;
        this.desk = desk;
        this.layout = new Layout(open.call());
    }

    AchievementPage page(Actor me, Draft draft, Lang lang) {
        var call = open.call();
        var entry = draft.entry();
        var standing = guard.standing(me, entry);
        var parts = openParts(standing);
        var controls = new Controls(draft, call, lang, parts, layout.printed());
        boolean fill = parts.contains(Field.By.UNIT);
        var seen = slots.seen(draft, controls, fill, lang);
        var filled = achievements.filled(draft);
        return new AchievementPage(entry.id(), name(draft, lang), entry.unit().flatMap(id -> desk.names().unit(entry.department(), id)).orElse(""),
            stateKind(entry), text(lang, "state." + state(entry)), correction(entry, lang),
            closed(standing, entry, fill).map(text -> text.in(lang)).orElse(""), entry.byDepartment(), entry.compares(me.ofDepartment()), entry.last().map(Step::number).orElse(0), open.arrived().toEpochMilli(), entry.disclosure(), actions(me, entry, standing), layout.titles(desk.texts(), lang),
            layout.basics().map(controls::of).toList(), layout.list().map(controls::of).toList(), statement(draft, controls, seen),
            layout.grids(controls, filled.achievement().pictures(), lang).toList(),
            layout.extras().map(controls::of).toList(), slots.pictures(draft, seen), slots.video(draft, seen),
            slots.objects(draft, seen), slots.attachments(draft, seen), papers(lang), checklist(me, draft, filled.part(call.id()), lang),
            Sizes.bytes(call.limits().pictureBytes()).replace(".0 ", " "), call.limits().pictureBytes(), call.limits().filmShown().toMinutes());
    }

    StatementView statement(Actor me, Draft draft, Lang lang) {
        var controls = controls(me, draft, lang);
        return statement(draft, controls, slots.seen(draft, controls, fills(me, draft.entry()), lang));
    }

    private StatementView statement(Draft draft, Controls controls, SlotViews.Seen seen) {
        var kind = open.call().kind(draft.text("kind"));
        var sections = kind.stream().flatMap(each -> each.sections().stream()).map(controls::section).toList();
        return new StatementView(kind.map(each -> each.label().in(seen.lang())).orElse(null), sections,
            sections.stream().map(Control::id).collect(Collectors.joining(" ")), sections.stream().mapToInt(Control::count).sum(),
            open.call().limits().statement(), slots.figures(draft, seen));
    }

    Controls controls(Actor me, Draft draft, Lang lang) {
        return new Controls(draft, open.call(), lang, openParts(guard.standing(me, draft.entry())), layout.printed());
    }

    boolean fills(Actor me, Entry entry) {
        return guard.writable(me, entry, Field.By.UNIT);
    }

    /** The papers about one achievement. */
    private List<AchievementPage.PaperView> papers(Lang lang) {
        return layout.papers().map(form -> new AchievementPage.PaperView(form.id(), form.title().in(lang), List.of(PaperFormat.values()))).toList();
    }

    private static Set<Field.By> openParts(Standing standing) {
        var parts = EnumSet.noneOf(Field.By.class);
        for (var each : Field.By.values()) {
            if (standing.writable(each)) parts.add(each);
        }
        return parts;
    }

    private Actions actions(Actor me, Entry entry, Standing standing) {
        boolean fill = standing.writable(Field.By.UNIT);
        boolean mine = entry.filledBy(me);
        boolean moves = me.middle().isPresent() ? standing.movable() : standing.writable(Field.By.DEPARTMENT) || mine && standing.movable();
        return new Actions(fill, fill, mine && entry.retrievable() && moves, Achievements.returnable(me, entry) && moves && guard.tooLateToReturn(me).isEmpty(), standing.erasable() || guard.stuck(me, entry),
            !achievements.holdsNonPublic() && guard.untraced(me, entry).isEmpty());
    }

    private Optional<Text> closed(Standing standing, Entry entry, boolean fill) {
        if (fill) return Optional.empty();
        return standing.closed(Field.By.UNIT).or(() -> Optional.of(open.tooLate(entry.department())));
    }

    /** A unit's people can't mend what the department writes, so they don't read of it. */
    Checklist checklist(Actor me, Draft draft, Lang lang) {
        return checklist(me, draft, achievements.material(draft), lang);
    }

    private Checklist checklist(Actor me, Draft draft, Material material, Lang lang) {
        var findings = achievements.findings(material).stream().filter(each -> me.ofDepartment() || each.stops() || ofUnit(each)).toList();
        var beside = desk.exceptions().beside(me, lang);
        return Checklist.of(findings, layout.titles(desk.texts(), lang), finding -> layout.place(finding, draft),
            finding -> beside.of(finding, material, "/achievements/" + draft.entry().id() + "/exceptions"), lang);
    }

    /** The finding for which an exception is asked, by its rule and its item; empty where there is none such, or none any more. */
    Optional<Finding> finding(Draft draft, String rule, String item) {
        var material = achievements.material(draft);
        return achievements.findings(draft).stream().filter(each -> each.stops() && Rules.onRequest(rule) && each.rule().equals(rule)
            && Rules.item(each, material).equals(item)).findFirst();
    }

    Asked asked(Draft draft, Finding finding) {
        var filled = achievements.filled(draft);
        var original = Optional.ofNullable(filled.files().get(finding.subject())).map(StoredFile::originalName).orElse("");
        return Asked.of(finding, achievements.material(draft), draft.text("name"), original, draft.entry().disclosure() == Disclosure.PUBLIC);
    }

    private boolean ofUnit(Finding finding) {
        return open.call().field(finding.place().slot()).map(field -> field.by() == Field.By.UNIT).orElse(true);
    }

    /** The page on which a department says what is to be corrected. */
    ReturnPage returned(Actor me, Draft draft, List<String> chosen, String reason, String until, String refused, Lang lang) {
        var titles = layout.titles(desk.texts(), lang);
        var labels = labels();
        var sections = layout.places(draft).entrySet().stream().filter(each -> !each.getValue().isEmpty()).map(each -> new ReturnPage.Section(each.getKey().equals(Layout.FILES) ? text(lang, "give-back.files") : titles.getOrDefault(each.getKey(), ""),
            each.getValue().stream().map(code -> new ReturnPage.Item(code, labels.ofPlace(code).in(lang), beginning(draft, code, lang), chosen.contains(code))).toList())).toList();
        return new ReturnPage(draft.entry().id(), name(draft, lang), sections, reason, until, achievements.today().toString(),
            guard.lastDay(me).toString(), refused, guard.unreturnable(me, draft.entry()).map(text -> text.in(lang)).orElse(""));
    }

    private String beginning(Draft draft, String code, Lang lang) {
        var text = InWords.of(Catalogue.find(code, draft, open.call()), draft.text(code), open.call(), lang).replaceAll("\\s+", " ");
        return text.codePointCount(0, text.length()) > BEGINNING ? text.substring(0, text.offsetByCodePoints(0, BEGINNING)) + "…" : text;
    }

    private FieldLabels labels() {
        return new FieldLabels(open.call(), new Words(desk.texts()));
    }

    /** What the unit is asked to correct; null where it isn't with the unit for that. */
    private @Nullable Correction correction(Entry entry, Lang lang) {
        if (!entry.returned()) return null;
        var step = entry.last().orElseThrow();
        var by = step.middle().map(desk.names().bodies(entry.department())::get).orElseGet(() -> department(lang));
        return new Correction(by, step.reason(), step.places().stream().map(each -> new Correction.Place(each, layout.anchor(each), labels().ofPlace(each).in(lang))).toList(),
            step.until().map(day -> Dates.day(lang, day)).orElse(""), step.until().filter(achievements.today()::isAfter).isPresent());
    }

    String name(Draft draft, Lang lang) {
        return draft.text("name").isBlank() ? text(lang, "unnamed") : draft.text("name");
    }

    static String state(Entry entry) {
        return entry.waits() ? "sent" : entry.handed() ? "handed" : entry.returned() ? "returned" : "draft";
    }

    private static String stateKind(Entry entry) {
        return entry.waits() ? "info" : entry.handed() ? "good" : entry.returned() ? "warn" : "open";
    }

    private String text(Lang lang, String key) {
        return desk.texts().in(lang, "achievement." + key);
    }

    String department(Lang lang) {
        return text(lang, "department");
    }

    Names names() {
        return desk.names();
    }

    Optional<Permit> extension(Actor me) {
        return open.extension(me.owner());
    }

    java.time.LocalDate today() {
        return achievements.today();
    }

    Call call() {
        return open.call();
    }
}
