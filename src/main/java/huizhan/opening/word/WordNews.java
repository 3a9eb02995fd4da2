package huizhan.opening.word;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.opening.CallNews;
import huizhan.web.Dates;
import huizhan.web.HomeNotice;
import java.util.List;
import java.util.Optional;

/** Tells the call page what was announced and answered, and a person's first page what is new. */
class WordNews implements CallNews, HomeNotice.Source {
    private static final int NEWEST = 3;
    private final Questions questions;
    private final Announcements announcements;

    WordNews(Questions questions, Announcements announcements) {
        this.questions = questions;
        this.announcements = announcements;
    }

    /** In the reader's language, or in Chinese where there is no other. */
    static String in(Text text, Lang lang) {
        return text.in(lang).isEmpty() ? text.zh() : text.in(lang);
    }

    @Override public List<Item> announcements(Lang lang) {
        return announcements.shown().stream().map(each -> new Item(each.id(), in(each.title(), lang), in(each.text(), lang), Dates.day(lang, each.at()))).toList();
    }

    @Override public List<Item> questions(Lang lang) {
        return questions.published("", NEWEST).stream().map(each -> new Item(each.id(), each.question(), each.answer(), Dates.day(lang, each.at()))).toList();
    }

    @Override public int unread(Actor me) {
        return questions.unread(me);
    }

    @Override public Optional<HomeNotice> of(Actor me, Lang lang) {
        return announcements.unread(me).map(each -> new HomeNotice(in(each.title(), lang), in(each.text(), lang), Dates.day(lang, each.at()),
            "/announcements/" + each.id() + "/reading"));
    }
}
