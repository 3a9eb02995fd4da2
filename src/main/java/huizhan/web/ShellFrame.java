package huizhan.web;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shell as a value, for the stencil of what stands around a page: what belongs to one person or one moment alone is marks, what the
 * templates look into stands as it is. Its accessors have the names that {@link Shell} has for templates.
 *
 * @param here the menu entry that is the current place, by its address; empty for none
 */
record ShellFrame(Lang lang, String zoneCode, Assets assets, @Nullable Actor actor, String role, List<Entry> menu, String here,
                  @Nullable String call, Ends ends, Clock clock, String otherLanguage, @Nullable Notice notice, @Nullable HomeNotice homeNotice) {

    /** An entry of the menu; how much waits there is a mark, whether anything does is not. */
    record Entry(String href, String messageKey, String icon, int work, String figure, String waiting) {

        static Entry of(MenuEntry entry, Shell shell, Stencils.Marks marks) {
            return new Entry(entry.href(), entry.messageKey(), entry.icon(), Math.min(entry.work(), 1), entry.work() > 0 ? marks.text(entry.figure()) : "",
                entry.work() > 0 ? marks.text(shell.waiting(entry)) : "");
        }
    }

    /** The deadline as the bar shows it. */
    record Ends(@Nullable Instant at, String words, boolean lastDay) {}

    /** The business clock as a page shows it. */
    record Clock(long millis, String words, boolean moved) {}

    /** For a part of a page that knows nobody: the language and where static files are. */
    static ShellFrame bare(Lang lang, String zoneCode, Assets assets) {
        return new ShellFrame(lang, zoneCode, assets, null, "", List.of(), "", null, new Ends(null, "", false), new Clock(0, "", false), "", null, null);
    }

    static ShellFrame of(Shell shell, Assets assets, Stencils.Marks marks) {
        var actor = shell.getActor();
        var notice = shell.getNotice();
        var news = shell.getHomeNotice();
        return new ShellFrame(shell.getLang(), shell.getZoneCode(), assets,
            actor == null ? null : new Actor(marks.id(actor.account()), marks.text(actor.name()), Set.of(), Optional.empty(), Optional.empty()),
            shell.getRole(), shell.getMenu().stream().map(each -> Entry.of(each, shell, marks)).toList(), shell.getMenu().stream().filter(shell::isHere).findFirst().map(MenuEntry::href).orElse(""), shell.getCall(),
            new Ends(shell.getDeadline(), marks.text(shell.getDeadlineWords()), shell.isLastDay()),
            new Clock(marks.number(shell.getNowMillis()), marks.text(shell.getNowWords()), shell.isClockMoved()), marks.text(shell.getOtherLanguage()),
            notice == null ? null : new Notice(notice.kind(), marks.text(notice.text())),
            news == null ? null : new HomeNotice(marks.text(news.title()), marks.text(news.text()), marks.text(news.at()), marks.text(news.read())));
    }

    public boolean isEnglish() {
        return lang == Lang.EN;
    }

    public boolean isHere(Entry entry) {
        return entry.href().equals(here);
    }

    public String waiting(Entry entry) {
        return entry.waiting;
    }

    public @Nullable Instant getDeadline() {
        return ends.at;
    }

    public String getDeadlineWords() {
        return ends.words;
    }

    public boolean isLastDay() {
        return ends.lastDay;
    }

    public boolean isClockMoved() {
        return clock.moved;
    }

    public long getNowMillis() {
        return clock.millis;
    }

    public String getNowWords() {
        return clock.words;
    }

    public String asset(String path) {
        return assets.address(path);
    }

    public String moment(Instant instant) {
        return Dates.moment(lang, instant);
    }

    public String day(LocalDate day) {
        return Dates.day(lang, day);
    }

    public String text(Text text) {
        return text.in(lang);
    }
}
