package huizhan.opening;

import huizhan.call.Call;
import huizhan.call.Choice;
import huizhan.call.Section;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.organization.MiddleBody;
import huizhan.web.Dates;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import huizhan.web.Sizes;
import huizhan.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the call page out of the call's own data: another call is another page (C4). */
final class CallPageMaker {
    private static final String HERE = "/call";
    private final OpenCall open;
    private final Forwardings forwardings;
    private final Texts texts;
    private final Supplier<Stream<Menu>> menus;
    private final CallNews news;

    CallPageMaker(OpenCall open, Forwardings forwardings, Texts texts, Supplier<Stream<Menu>> menus, CallNews news) {
        this.open = open;
        this.forwardings = forwardings;
        this.texts = texts;
        this.menus = menus;
        this.news = news;
    }

    CallPage page(Actor me, Lang lang) {
        var call = open.call();
        var words = new Wording(texts, lang);
        var extended = me.department().flatMap(open::extension)
            .map(permit -> words.say("extended", Dates.moment(lang, permit.last()), permit.reason())).orElse("");
        return new CallPage(call.title().in(lang), call.reference(), call.period().in(lang), Dates.day(lang, call.deadline().day()),
            words.say("zone." + (call.deadline().zone().equals(Dates.ZONE) ? "beijing" : "other"), call.deadline().zone().getId()),
            words.say(call.deadline().dispatchCounts() ? "counts.dispatch" : "counts.arrival"),
            me.department().map(open::isOpen).map(yes -> !yes).orElse(call.deadline().passed(open.arrived())), extended,
            me.isAny(Role.DRAFTER, Role.APPROVER), news(me, lang), handed(me, words, lang), call.passages().stream().map(each -> passage(each, call, lang)).toList(), asked(call, words),
            call.kinds().stream().map(each -> new CallPage.Kind(each.label().in(lang), each.hint().in(lang),
                each.sections().stream().map(Section::label).map(label -> label.in(lang)).toList())).toList(),
            call.choices("directions").stream().map(each -> item(each, lang)).toList(), downloads(call, lang), contact(call, lang),
            start(me, words));
    }

    private CallPage.Handed handed(Actor me, Wording words, Lang lang) {
        if (me.middle().isPresent()) {
            var own = forwardings.of(me.owner());
            return new CallPage.Handed(own.until().map(day -> words.say("forwarded.units", Dates.day(lang, day))).orElse(""), own.note(), "", "", "");
        }
        if (me.unit().isEmpty()) return new CallPage.Handed("", "", "", "", "");
        var heard = forwardings.heard(me.owner(), me.unit().get());
        var body = heard.body().map(MiddleBody::name).orElse("");
        return new CallPage.Handed(heard.department().until().map(day -> words.say("forwarded", Dates.day(lang, day))).orElse(""), heard.department().note(), body,
            heard.ofBody().until().map(day -> words.say("forwarded.body", body, Dates.day(lang, day))).orElse(""), heard.ofBody().note());
    }

    private CallPage.News news(Actor me, Lang lang) {
        boolean asks = me.isAny(Role.UNIT, Role.DRAFTER, Role.APPROVER);
        return new CallPage.News(news.announcements(lang), news.questions(lang), asks || me.is(Role.ORGANIZER), asks ? news.unread(me) : 0);
    }

    private CallPage.Passage passage(huizhan.call.Passage passage, Call call, Lang lang) {
        return new CallPage.Passage(passage.id(), passage.heading().in(lang),
            passage.paragraphs().stream().map(each -> fill(each.in(lang), figures(call, lang))).toList(), passage.list());
    }

    private static String fill(String text, Map<String, String> figures) {
        var filled = text;
        for (var each : figures.entrySet()) filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        return filled;
    }

    private static Map<String, String> figures(Call call, Lang lang) {
        var limits = call.limits();
        return Map.of("period", call.period().in(lang), "nominated", String.valueOf(limits.nominated()),
            "statement", String.valueOf(limits.statement()), "board-text", String.valueOf(limits.boardText()),
            "pictures-least", String.valueOf(limits.picturesLeast()), "pictures-most", String.valueOf(limits.picturesMost()),
            "picture-size", size(limits.pictureBytes()), "film-minutes", String.valueOf(limits.filmShown().toMinutes()));
    }

    private static String size(long bytes) {
        return Sizes.bytes(bytes).replace(".0 ", " ");
    }

    /** One line for each thing that the call's own data asks for. */
    private static List<CallPage.Asked> asked(Call call, Wording words) {
        var limits = call.limits();
        var asked = new ArrayList<CallPage.Asked>();
        call.forms().values().stream().filter(form -> form.rows().stream().anyMatch(row -> row.repeat().equals("achievements")))
            .forEach(form -> asked.add(words.paper(form.title(), words.say("count.one"), words.say("limit.list", limits.nominated()))));
        asked.add(words.paper(words.both("ask.statement"), words.say("count.each"), words.say("limit.statement", limits.statement())));
        call.forms().values().stream().filter(form -> form.fields().contains("board.text"))
            .forEach(form -> asked.add(words.paper(form.title(), words.say("count.each"), words.say("limit.board", limits.boardText()))));
        asked.add(words.disc("ask.pictures", words.say("count.pictures", limits.picturesLeast(), limits.picturesMost()),
            words.say("limit.pictures", size(limits.pictureBytes()))));
        if (call.choice("exhibit-forms", "video").isPresent()) {
            var film = words.say("limit.film", limits.filmShown().toMinutes());
            asked.add(words.disc("ask.video", words.say("count.video"), film));
            asked.add(words.disc("ask.overview", words.say("count.department"), film));
        }
        if (!call.choices("object-kinds").isEmpty()) {
            asked.add(words.disc("ask.objects", words.say("count.objects"), words.say("limit.objects")));
        }
        return asked;
    }

    private static CallPage.Item item(Choice choice, Lang lang) {
        return new CallPage.Item(choice.label().in(lang), choice.hint().in(lang));
    }

    private static List<CallPage.Download> downloads(Call call, Lang lang) {
        return call.forms().keySet().stream().sorted().map(id -> new CallPage.Download(call.form(id).title().in(lang),
            List.of(new CallPage.Link(HERE + "/forms/" + id + ".docx", "Word"), new CallPage.Link(HERE + "/forms/" + id + ".pdf", "PDF"),
                new CallPage.Link(HERE + "/forms/" + id + ".ofd", "OFD")))).toList();
    }

    private static CallPage.Contact contact(Call call, Lang lang) {
        var contact = call.contact();
        return new CallPage.Contact(contact.name(), contact.telephone(), contact.office().in(lang), contact.address().in(lang), contact.postcode());
    }

    /** The first place of the reader's menu that isn't this page: that is where the role's work is. */
    private CallPage.Start start(Actor me, Wording words) {
        return first(me).map(entry -> new CallPage.Start(entry.href(), words.word(entry.messageKey()))).orElse(new CallPage.Start("", ""));
    }

    Optional<MenuEntry> first(Actor me) {
        return menus.get().flatMap(menu -> menu.entriesFor(me).stream()).filter(entry -> !entry.href().equals(HERE)).findFirst();
    }

    /** The module's words in one language. */
    private record Wording(Texts texts, Lang lang) {
        String say(String key, Object... arguments) {
            return texts.in(lang, "opening." + key, arguments);
        }

        String word(String key) {
            return texts.in(lang, key);
        }

        Text both(String key) {
            return new Text(texts.in(Lang.ZH, "opening." + key), texts.in(Lang.EN, "opening." + key));
        }

        CallPage.Asked paper(Text what, String count, String limits) {
            return new CallPage.Asked(what.in(lang), count, limits, say("copy.one"), say("copy.one"));
        }

        CallPage.Asked disc(String what, String count, String limits) {
            return new CallPage.Asked(say(what), count, limits, say("copy.none"), say("copy.one"));
        }
    }
}
