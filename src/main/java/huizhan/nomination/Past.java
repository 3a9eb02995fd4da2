package huizhan.nomination;

import huizhan.achievement.Achievements;
import huizhan.achievement.Candidate;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.organization.Accounts;
import huizhan.web.Dates;
import huizhan.web.Paging;
import huizhan.web.Spell;
import huizhan.web.Texts;
import huizhan.web.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of annex 1, by whom and when (B4): its head, and the order of its list. */
@Service
class Past {
    private static final int ON_A_PAGE = 60;
    private final PastSql sql;
    private final Nominations nominations;
    private final Heads heads;
    private final Achievements achievements;
    private final Accounts accounts;
    private final Texts texts;

    Past(PastSql sql, Nominations nominations, Heads heads, Achievements achievements, Accounts accounts, Texts texts) {
        this.sql = sql;
        this.nominations = nominations;
        this.heads = heads;
        this.achievements = achievements;
        this.accounts = accounts;
        this.texts = texts;
    }

    private record Dated(Instant at, PastView.Event event) {}

    @Transactional(readOnly = true)
    PastView of(Actor me, int page, Lang lang) {
        var list = nominations.of(me.owner());
        var all = new ArrayList<Dated>();
        var names = names(me.owner());
        var told = new Told(lang, new LinkedHashMap<>());
        Spell.of(sql.versions(me.owner(), list.id()), List.of()).forEach(spell -> all.add(spell(spell, told)));
        var orders = sql.orders(me.owner(), list.id());
        orders.stream().flatMap(order -> order.lines().stream()).filter(Line::stub).forEach(line -> names.put(line.id(), texts.in(lang, "nomination.stub")));
        orders.forEach(order -> all.add(order(order, list.version(), names, told)));
        all.sort(Comparator.comparing(Dated::at));
        Collections.reverse(all);
        var paging = Paging.of(page, ON_A_PAGE, all.size());
        var days = all.subList((int) paging.offset(), (int) paging.last()).stream()
            .collect(Collectors.groupingBy(each -> Dates.day(lang, each.at), LinkedHashMap::new, Collectors.mapping(Dated::event, Collectors.toList())));
        return new PastView(days.entrySet().stream().map(day -> new PastView.Day(day.getKey(), day.getValue())).toList(), paging, list.version(),
            list.signature().isEmpty());
    }

    /** The words of one page; each person is asked for once. */
    private record Told(Lang lang, Map<UUID, String> people) {}

    private String person(UUID account, Told told) {
        return told.people().computeIfAbsent(account, id -> accounts.nameOf(id).orElse(""));
    }

    private String say(Told told, String key, Object... about) {
        return texts.in(told.lang(), "nomination.history." + key, about);
    }

    /** What can be told of lines today: of those that are back with their units or erased, nothing. */
    private Map<UUID, String> names(UUID department) {
        return achievements.candidates(department).stream().collect(Collectors.toMap(Candidate::id, Candidate::name, (one, other) -> one, LinkedHashMap::new));
    }

    private Dated spell(Spell spell, Told told) {
        var begun = Dates.time(spell.from());
        var ended = Dates.time(spell.until());
        return new Dated(spell.until(), new PastView.Event(begun.equals(ended) ? begun : begun + "–" + ended, person(spell.by(), told), label(spell.field(), told.lang()),
            spell.saves() > 1 ? say(told, "saves", spell.saves()) : "", "/nomination/history/" + spell.field() + "?from=" + spell.before() + "&to=" + spell.to(), List.of(), 0));
    }

    private Dated order(PastSql.Order order, long present, Map<UUID, String> names, Told told) {
        var about = order.line().map(id -> name(id, names, told)).orElse("");
        var lines = new ArrayList<String>();
        order.lines().forEach(line -> lines.add(name(line.id(), names, told)));
        return new Dated(order.at(), new PastView.Event(Dates.time(order.at()), person(order.by(), told), say(told, "order." + order.verb(), about), "", "", lines,
            order.version() == present ? 0 : order.version()));
    }

    private String name(UUID line, Map<UUID, String> names, Told told) {
        var name = names.getOrDefault(line, "");
        return name.isBlank() ? say(told, "untold") : name;
    }

    private String label(String field, Lang lang) {
        return nominations.call().headField(field).map(each -> each.label().in(lang)).orElse(field);
    }

    /**
     * One field's versions.
     *
     * @throws Faults.NotThere where nobody has written it
     */
    @Transactional(readOnly = true)
    Versions field(Actor me, String field, Versions.Wanted wanted, Lang lang) {
        var list = nominations.of(me.owner());
        var told = new Told(lang, new LinkedHashMap<>());
        var versions = sql.versions(me.owner(), list.id()).stream().filter(each -> each.field().equals(field)).toList();
        if (versions.isEmpty()) {
            throw new Faults.NotThere();
        }
        var titles = new Versions.Titles(spell -> say(told, "version", Dates.moment(lang, spell.until()), person(spell.by(), told)), say(told, "nothing"));
        return Versions.of(label(field, lang), new Versions.Past(versions, List.of()), wanted, titles, number -> sql.value(me.owner(), list.id(), field, number).orElse(""), list.signature().isEmpty());
    }

    /** Writes an earlier text as the newest, through the same door as if it had been typed; empty where that was done, else why not. */
    @Transactional
    Optional<Text> restore(Actor me, String field, long version, long present) {
        var earlier = sql.value(me.owner(), nominations.of(me.owner()).id(), field, version).orElseThrow(Faults.NotThere::new);
        var saved = heads.write(me, field, earlier, present);
        if (saved instanceof Heads.Save.Refused no) {
            return Optional.of(no.why());
        }
        return saved instanceof Heads.Save.Kept ? Optional.empty()
            : Optional.of(new Text("同事刚改过这一栏，没有恢复。请看过最新内容再定。", "A colleague has just changed this field, so nothing was restored. Look at the newest text first."));
    }

    /** @throws Faults.NotThere where the department never had that order */
    Outcome restoreOrder(Actor me, long version, long present) {
        if (sql.orders(me.owner(), nominations.of(me.owner()).id()).stream().noneMatch(each -> each.version() == version)) {
            throw new Faults.NotThere();
        }
        return nominations.restore(me, version, present);
    }
}
