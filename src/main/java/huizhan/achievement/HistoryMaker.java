package huizhan.achievement;

import huizhan.achievement.HistoryView.Changed;
import huizhan.achievement.HistoryView.Choice;
import huizhan.achievement.HistoryView.Day;
import huizhan.achievement.HistoryView.Event;
import huizhan.achievement.HistoryView.Moved;
import huizhan.achievement.HistoryView.OfHandover;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.web.Dates;
import huizhan.web.Difference;
import huizhan.web.Paging;
import huizhan.web.Spell;
import huizhan.web.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the pages of an achievement's history. */
final class HistoryMaker {
    private static final int ON_A_PAGE = 60;
    private final History history;
    private final Guard guard;
    private final MediaFiles media;
    private final Names names;
    private final Words words;

    HistoryMaker(History history, Guard guard, MediaFiles media, Names names, Words words) {
        this.history = history;
        this.guard = guard;
        this.media = media;
        this.names = names;
        this.words = words;
    }

    private record Dated(Instant at, Event event) {}

    HistoryView all(Draft draft, History.Past past, int page, Lang lang) {
        var people = new People();
        var labels = labels(past.spells(), lang);
        var all = new ArrayList<Dated>();
        past.spells().forEach(each -> all.add(spell(each, labels, people, lang)));
        past.steps().forEach(each -> all.add(step(draft, past, each, people, lang)));
        all.addAll(stays(past.stays(), people, lang));
        all.sort(Comparator.comparing(Dated::at));
        Collections.reverse(all);
        var paging = Paging.of(page, ON_A_PAGE, all.size());
        var shown = all.subList((int) paging.offset(), (int) paging.last()).stream()
            .collect(Collectors.groupingBy(each -> Dates.day(lang, each.at), LinkedHashMap::new, Collectors.mapping(Dated::event, Collectors.toList())));
        return new HistoryView(shown.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList(), paging);
    }

    private Map<String, String> labels(List<Spell> spells, Lang lang) {
        var labels = new LinkedHashMap<String, String>();
        var of = new FieldLabels(history.call(), words);
        spells.forEach(each -> labels.computeIfAbsent(each.field(), field -> of.of(field).in(lang)));
        return labels;
    }

    private Dated spell(Spell spell, Map<String, String> labels, People people, Lang lang) {
        var begun = Dates.time(spell.from());
        var ended = Dates.time(spell.until());
        var note = spell.saves() > 1 ? words.say("history.saves", spell.saves()).in(lang) : "";
        return new Dated(spell.until(), new Event(begun.equals(ended) ? begun : begun + "–" + ended, people.name(spell.by()), labels.getOrDefault(spell.field(), ""),
            note, "/history/" + spell.field() + "?from=" + spell.before() + "&to=" + spell.to()));
    }

    private Dated step(Draft draft, History.Past past, HistorySql.Taken taken, People people, Lang lang) {
        var step = taken.step();
        var earlier = past.handed().stream().filter(each -> each.number() < step.number()).reduce((first, second) -> second);
        var link = past.handed().contains(step) ? earlier.map(each -> "/changes?from=" + each.number() + "&to=" + step.number()).orElse("") : "";
        var key = "history.step." + step.kind().code() + (draft.entry().byDepartment() && step.kind() == Step.Kind.HANDED ? ".department" : "");
        return new Dated(step.at(), new Event(Dates.time(step.at()), people.name(taken.by()), words.say(key).in(lang), step.reason(), link));
    }

    private List<Dated> stays(List<HistorySql.Stay> stays, People people, Lang lang) {
        var files = files(stays);
        var all = new ArrayList<Dated>();
        for (var stay : stays) {
            var what = what(stay, files, lang);
            all.add(new Dated(stay.from(), new Event(Dates.time(stay.from()), people.name(stay.by()), words.say("history.added", what).in(lang), "", "")));
            stay.to().ifPresent(at -> all.add(new Dated(at, new Event(Dates.time(at), stay.removedBy().map(people::name).orElse(""),
                words.say("history.removed", what).in(lang), "", ""))));
        }
        return all;
    }

    private Map<UUID, StoredFile> files(List<HistorySql.Stay> stays) {
        return media.find(stays.stream().flatMap(each -> each.file().stream()).distinct().toList()).stream().collect(Collectors.toMap(StoredFile::id, each -> each));
    }

    private String what(HistorySql.Stay stay, Map<UUID, StoredFile> files, Lang lang) {
        var kind = words.say("history.slot." + stay.slot().map(Slot::code).orElse("object")).in(lang);
        var name = stay.file().flatMap(id -> Optional.ofNullable(files.get(id))).map(StoredFile::originalName).orElse("");
        return name.isEmpty() ? kind : words.say("history.named", kind, name).in(lang);
    }

    Versions field(Actor me, Draft draft, String field, Versions.Wanted wanted, Lang lang) {
        var id = draft.entry().id();
        var people = new People();
        var known = Catalogue.find(field, draft, history.call());
        boolean writable = known.isPresent() && guard.writable(me, draft.entry(), known.get().by());
        var titles = new Versions.Titles(spell -> words.say("history.version", Dates.moment(lang, spell.until()), people.name(spell.by())).in(lang),
            words.say("history.nothing").in(lang));
        return Versions.of(new FieldLabels(history.call(), words).of(field).in(lang), history.of(me, id, field), wanted, titles,
            number -> InWords.of(known, history.version(me, id, field, number).value(), history.call(), lang), writable);
    }

    String overtaken(Lang lang) {
        return words.say("history.overtaken").in(lang);
    }

    /** Since the hand-over before the last one, or since the one asked for; empty where it was handed over once or never. */
    Optional<OfHandover> changes(Actor me, Draft draft, Optional<Integer> from, Optional<Integer> to, Lang lang) {
        var steps = history.of(me, draft.entry().id());
        var handed = draft.entry().away() ? steps.handed().subList(0, Math.max(0, steps.handed().size() - 1)) : steps.handed();
        if (handed.isEmpty()) return Optional.empty();
        var chosen = handed.stream().filter(each -> from.filter(number -> number == each.number()).isPresent()).findFirst().orElse(handed.get(handed.size() - 1));
        var until = steps.handed().stream().filter(each -> to.filter(number -> number == each.number()).isPresent() && each.number() > chosen.number()).findFirst();
        var changes = history.changes(me, draft.entry().id(), chosen, until);
        var choices = new ArrayList<>(handed.stream().map(each -> new Choice(each.number(), title(each, lang))).toList());
        Collections.reverse(choices);
        return Optional.of(new OfHandover(choices, chosen.number(), title(chosen, lang), until.map(step -> title(step, lang)).orElseGet(() -> words.say("history.now").in(lang)),
            changes.fields().stream().map(each -> changed(draft, each, lang)).toList(), moved(changes, lang)));
    }

    private String title(Step step, Lang lang) {
        return words.say("history.handed", Dates.moment(lang, step.at())).in(lang);
    }

    private Changed changed(Draft draft, History.Changed change, Lang lang) {
        var known = Catalogue.find(change.field(), draft, history.call());
        return new Changed(change.field(), new FieldLabels(history.call(), words).of(change.field()).in(lang),
            Difference.of(InWords.of(known, change.before(), history.call(), lang), InWords.of(known, change.after(), history.call(), lang)));
    }

    private List<Moved> moved(History.Changes changes, Lang lang) {
        var files = files(Stream.concat(changes.added().stream(), changes.removed().stream()).toList());
        return Stream.concat(changes.added().stream().map(each -> new Moved("good", words.say("history.added", what(each, files, lang)).in(lang))),
            changes.removed().stream().map(each -> new Moved("warn", words.say("history.removed", what(each, files, lang)).in(lang)))).toList();
    }

    /** Each person is asked for once a page. */
    private final class People {
        private final Map<UUID, String> known = new HashMap<>();

        String name(UUID account) {
            return known.computeIfAbsent(account, names::account);
        }
    }
}
