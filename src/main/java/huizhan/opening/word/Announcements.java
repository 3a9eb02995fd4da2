package huizhan.opening.word;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import huizhan.opening.Typed;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;

/** What the organizer tells everybody while a call is open, and who has read it. */
class Announcements {
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST = 4_000;
    private final AnnouncementSql sql;
    private final OpenCall open;
    private final Audit audit;

    Announcements(AnnouncementSql sql, OpenCall open, Audit audit) {
        this.sql = sql;
        this.open = open;
        this.audit = audit;
    }

    /** As it was typed. */
    record Form(String title, String text, String titleEn, String textEn, String from, String to) {}

    List<Announcement> all() {
        return sql.all(open.call().id());
    }

    Map<UUID, Integer> readers() {
        return sql.readers(open.call().id()).stream().collect(Collectors.toMap(AnnouncementSql.Readers::announcement, AnnouncementSql.Readers::count));
    }

    LocalDate today() {
        return Dates.dayOf(open.arrived());
    }

    /** What is shown today, the newest first. */
    List<Announcement> shown() {
        return all().stream().filter(each -> each.shownOn(today())).toList();
    }

    /** The newest that is shown today and that the person hasn't read. */
    Optional<Announcement> unread(Actor me) {
        return sql.unread(me.account(), open.call().id(), today()).stream().findFirst();
    }

    /**
     * Publishes one. The one place from which everybody would be written to.
     *
     * @return why not and what to do; empty where it was done
     */
    @Transactional
    public Optional<Text> publish(Actor me, Form form) {
        var title = Typed.of(form.title(), LONGEST_TITLE, new Text("请写标题。", "Write a title."));
        var text = Typed.of(form.text(), LONGEST, new Text("请写正文。", "Write the text."));
        var titleEn = Typed.optional(form.titleEn(), LONGEST_TITLE);
        var textEn = Typed.optional(form.textEn(), LONGEST);
        var from = form.from().isBlank() ? Optional.of(today()) : day(form.from());
        var to = day(form.to());
        var no = Stream.of(title, text, titleEn, textEn).flatMap(each -> each.refusal().stream()).findFirst()
            .or(() -> halfEnglish(titleEn, textEn)).or(() -> days(form, from, to));
        if (no.isPresent()) return no;
        var said = new Announcement(UUID.randomUUID(), new Text(title.text(), titleEn.text()), new Text(text.text(), textEn.text()), from.orElseThrow(), to,
            open.arrived(), Optional.empty());
        sql.insert(said, open.call().id(), me.account());
        audit.record(me, "announcement.published", "announcement:" + said.id(), Map.of("title", title.text(), "from", said.from().toString(), "to", form.to().strip()));
        return Optional.empty();
    }

    private static Optional<Text> halfEnglish(Typed title, Typed text) {
        return title.text().isEmpty() == text.text().isEmpty() ? Optional.empty()
            : Optional.of(new Text("英文的标题和正文要么都写，要么都不写。", "Write both title and text in English, or neither."));
    }

    private Optional<Text> days(Form form, Optional<LocalDate> from, Optional<LocalDate> to) {
        boolean wrong = from.isEmpty() || to.isEmpty() && !form.to().isBlank() || to.filter(last -> last.isBefore(from.orElseThrow()) || last.isBefore(today())).isPresent();
        return wrong ? Optional.of(new Text("请核对显示的起止日期：结束日期不早于开始日期，也不早于今天。", "Check the days: the last is neither before the first nor before today.")) : Optional.empty();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Takes one back: from now on nobody is shown it. */
    @Transactional
    public void withdraw(Actor me, UUID id) {
        all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
        sql.withdraw(id, open.arrived(), me.account());
        audit.record(me, "announcement.withdrawn", "announcement:" + id, Map.of());
    }

    /** Notes that the person has read one that is shown. */
    @Transactional
    public void read(Actor me, UUID id) {
        shown().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
        sql.read(id, me.account(), open.arrived());
    }
}
