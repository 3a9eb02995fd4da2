package huizhan.mail;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.web.Dates;
import huizhan.web.Paging;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the outbox's pages show. */
@Component
class OutboxView {
    private static final String MASK = "/••••••••";
    private final OutboxSql sql;
    private final Directory directory;
    private final Delivery.Links links;

    OutboxView(OutboxSql sql, Directory directory, Delivery.Links links) {
        this.sql = sql;
        this.directory = directory;
        this.links = links;
    }

    /** {@code templates/mail/outbox.html}; a state without letters has no tab, unless it is the one asked for. */
    record ListPage(Filter filter, List<Tab> tabs, List<String> kinds, List<Row> rows, Paging paging, String address) {}

    /** @param state empty for all */
    record Tab(String state, long letters, boolean here) {}

    record Row(UUID id, String kind, String name, String to, String department, String subject, String state, String tone, String at, String word) {}

    ListPage list(Filter filter, Paging paging, Lang lang) {
        var counts = sql.counts();
        var tabs = new java.util.ArrayList<>(List.of(new Tab("", counts.values().stream().mapToLong(each -> each).sum(), filter.state().isEmpty())));
        Arrays.stream(Fact.State.values()).filter(each -> counts.containsKey(each) || each.code().equals(filter.state()))
            .forEach(each -> tabs.add(new Tab(each.code(), counts.getOrDefault(each, 0L), each.code().equals(filter.state()))));
        var names = directory.departments();
        var rows = sql.page(filter, paging.offset(), paging.size()).stream().map(line -> {
            var state = Fact.State.of(line.last().kind());
            var letter = line.letter();
            return new Row(letter.id(), letter.kind().code(), letter.name(), letter.address(),
                letter.department().map(names::get).map(name -> name.in(lang)).orElse(""), letter.subject(), state.code(), state.tone(),
                Dates.moment(lang, line.last().at()), line.last().word());
        }).toList();
        return new ListPage(filter, tabs, Arrays.stream(Letter.Kind.values()).map(Letter.Kind::code).toList(), rows, paging, filter.address());
    }

    /**
     * {@code templates/mail/letter.html}.
     *
     * @param hand the text to copy, with its link where the reader may have that; null where nothing is to be sent by hand
     */
    record LetterPage(Kept letter, String department, String body, @org.jspecify.annotations.Nullable String hand, boolean masked, String state, String fact, String tone,
                      List<Step> steps, int seen, boolean again, boolean withdraw) {}

    record Step(String kind, String at, String by, String word) {}

    LetterPage one(Actor me, Kept letter, Lang lang) {
        var facts = sql.facts(letter.id());
        var last = facts.get(facts.size() - 1);
        var state = Fact.State.of(last.kind());
        var link = links.path(letter, me);
        var hand = state.mayBeWithdrawn() ? letter.body(link.orElse(MASK)) : null;
        var department = letter.department().flatMap(id -> Optional.ofNullable(directory.departments().get(id))).map(name -> name.in(lang)).orElse("");
        var steps = facts.stream().map(each -> new Step(each.kind().code(), Dates.moment(lang, each.at()),
            each.by().equals(Actor.PROGRAM) ? "" : directory.person(each.by()).orElse(""), each.word())).toList();
        return new LetterPage(letter, department, letter.body(MASK), hand, letter.hasLink() && link.isEmpty(), state.code(), last.kind().code(), state.tone(), steps,
            last.number(), state.mayGoAgain(), state.mayBeWithdrawn());
    }
}
