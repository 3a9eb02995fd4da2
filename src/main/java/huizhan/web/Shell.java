package huizhan.web;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every template may ask: {@code ${shell}}. Made for each request and lazy, so that a page without a menu asks no module for
 * one, and an error page can be shown while the database is down.
 */
public final class Shell {
    /** The request attribute, hence the name in templates. */
    static final String NAME = "shell";

    private static final int MOST_ENTRIES = 6;

    private final HttpServletRequest request;
    private final ShellParts parts;
    private @Nullable List<MenuEntry> menu;
    private @Nullable Instant deadline;
    private @Nullable Notice notice;

    Shell(HttpServletRequest request, ShellParts parts) {
        this.request = request;
        this.parts = parts;
    }

    public Lang getLang() {
        return Languages.of(request);
    }

    public boolean isEnglish() {
        return getLang() == Lang.EN;
    }

    /** The same page in the other language. */
    public String getOtherLanguage() {
        return Languages.switchTo(isEnglish() ? Lang.ZH : Lang.EN, request);
    }

    public Zone getZone() {
        return parts.zone();
    }

    /** open, restricted or desk. */
    public String getZoneCode() {
        return parts.zone().name().toLowerCase(Locale.ROOT);
    }

    /** The signed-in person, or null. */
    public @Nullable Actor getActor() {
        return Signed.in(request).orElse(null);
    }

    /** The most telling of the person's roles, in words. */
    public String getRole() {
        return Signed.in(request).flatMap(actor -> actor.roles().stream().min(Comparator.naturalOrder()))
            .map(role -> word("web.role." + role.name())).orElse("");
    }

    public List<MenuEntry> getMenu() {
        var known = menu;
        if (known != null) return known;
        var entries = Signed.in(request).map(actor -> parts.menus().get().stream()
            .flatMap(each -> each.entriesFor(actor).stream()).limit(MOST_ENTRIES).toList()).orElse(List.of());
        menu = entries;
        return entries;
    }

    /** Whether the entry is the current place: the longest address in the menu that the page's own begins with. */
    public boolean isHere(MenuEntry entry) {
        return getMenu().stream().flatMap(each -> each.places().stream()).filter(this::leadsHere).max(Comparator.comparingInt(String::length))
            .filter(entry.places()::contains).isPresent();
    }

    private boolean leadsHere(String href) {
        var path = path();
        return path.equals(href) || path.startsWith(href.endsWith("/") && href.length() > 1 ? href : href + "/");
    }

    /** How many things wait at an entry, in words. */
    public String waiting(MenuEntry entry) {
        return word("web.menu.work", entry.work());
    }

    /** The call's short title, or null while there is none. */
    public @Nullable String getCall() {
        return parts.call().get().map(call -> call.title(getLang())).orElse(null);
    }

    /** The reader's own, which a permit may have moved (B18), or null while there is no call. */
    public @Nullable Instant getDeadline() {
        var known = deadline;
        if (known != null) return known;
        var asked = parts.call().get().map(call -> Signed.in(request).map(call::deadline).orElseGet(call::deadline)).orElse(null);
        deadline = asked;
        return asked;
    }

    /** Calendar days in Asia/Shanghai to the deadline: 0 on its day, negative after it. */
    public long getDaysLeft() {
        var end = getDeadline();
        return end == null ? 0 : ChronoUnit.DAYS.between(Dates.dayOf(getNow()), Dates.dayOf(end));
    }

    /** 还有 10 天, 今天截止, 已截止. */
    public String getDeadlineWords() {
        var deadline = getDeadline();
        if (deadline == null) return "";
        if (getNow().isAfter(deadline)) return word("web.deadline.past");
        return getDaysLeft() == 0 ? word("web.deadline.today") : word("web.deadline.days", getDaysLeft());
    }

    /** Whether the last day has come, which alone is set in seal red. */
    public boolean isLastDay() {
        var deadline = getDeadline();
        return deadline != null && getDaysLeft() == 0 && !getNow().isAfter(deadline);
    }

    /** The business clock. */
    public Instant getNow() {
        return parts.clocks().business().instant();
    }

    /** The same in epoch milliseconds, for the browser's own clock. */
    public long getNowMillis() {
        return getNow().toEpochMilli();
    }

    /** The same in words. */
    public String getNowWords() {
        return moment(getNow());
    }

    /** Whether the business clock is moved, which every page must say. */
    public boolean isClockMoved() {
        return parts.clocks().moved();
    }

    /** What is new, on the first page of the person's menu alone; else null. */
    public @Nullable HomeNotice getHomeNotice() {
        var entries = getMenu();
        if (entries.isEmpty() || !path().equals(entries.get(0).href())) return null;
        return Signed.in(request).flatMap(actor -> parts.news().get().stream().flatMap(each -> each.of(actor, getLang()).stream()).findFirst()).orElse(null);
    }

    /** The word after a redirect, or null. */
    public @Nullable Notice getNotice() {
        return notice;
    }

    void say(Notice said) {
        notice = said;
    }

    /** The versioned address of a static file. */
    public String asset(String path) {
        return parts.assets().address(path);
    }

    public String day(Instant instant) {
        return Dates.day(getLang(), instant);
    }

    public String day(LocalDate day) {
        return Dates.day(getLang(), day);
    }

    public String moment(Instant instant) {
        return Dates.moment(getLang(), instant);
    }

    public String time(Instant instant) {
        return Dates.time(instant);
    }

    public String size(long bytes) {
        return Sizes.bytes(bytes);
    }

    public String number(long number) {
        return Sizes.number(number);
    }

    public String text(Text text) {
        return text.in(getLang());
    }

    private String word(String key, Object... arguments) {
        return parts.texts().in(getLang(), key, arguments);
    }

    private String path() {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).map(Object::toString)
            .orElseGet(request::getRequestURI);
    }
}
