package huizhan.opening;

import huizhan.audit.Audit;
import huizhan.call.Call;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.web.Dates;
import huizhan.web.ShellCall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The call that this server answers, and whether a department may still hand in (A13, B18). */
public final class OpenCall implements ShellCall {
    private final Call call;
    private final PermitSql permits;
    private final Arrival arrival;
    private final Audit audit;

    OpenCall(Call call, PermitSql permits, Arrival arrival, Audit audit) {
        this.call = call;
        this.permits = permits;
        this.arrival = arrival;
        this.audit = audit;
    }

    public Call call() {
        return call;
    }

    /** The first instant that is too late for a department: the call's own end, or that of a permit where it is later. */
    public Instant end(UUID department) {
        return extension(department).map(Permit::until).orElse(call.deadline().end());
    }

    /** The leave by which a department may hand in later than the call says; empty where it has none. */
    public Optional<Permit> extension(UUID department) {
        return permits.standing(department, call.id()).filter(permit -> permit.until().isAfter(call.deadline().end()));
    }

    /** The ends of the departments that have a later one than the call's. */
    public Map<UUID, Instant> ends() {
        return endsWithout(Set.of());
    }

    /** The same as if some permits had not been granted: time to correct something makes nothing timely that was late before. */
    public Map<UUID, Instant> endsWithout(Set<UUID> without) {
        return permits.all(call.id()).stream()
            .filter(each -> each.withdrawal().isEmpty() && !without.contains(each.id()) && each.until().isAfter(call.deadline().end()))
            .collect(Collectors.toMap(Permit::department, Permit::until, (one, other) -> one.isAfter(other) ? one : other));
    }

    /** Whether the present request came in before the department's end; most requests answer that without the database. */
    public boolean isOpen(UUID department) {
        return arrival.at().isBefore(call.deadline().end()) || arrival.at().isBefore(end(department));
    }

    /** The last day on which a department may hand in. */
    public LocalDate lastDay(UUID department) {
        return Dates.dayOf(end(department).minusMillis(1));
    }

    /**
     * A day that a department names for its units: today at the earliest, its own last day at the latest.
     *
     * @param typed as ISO writes it
     * @return empty where it is no day, or not one of those
     */
    public Optional<LocalDate> dayAhead(UUID department, String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            return Optional.of(day).filter(each -> !each.isBefore(Dates.dayOf(arrived())) && !each.isAfter(lastDay(department)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** When the present request came in, by the business clock: the time that a write carries. */
    public Instant arrived() {
        return arrival.at();
    }

    /**
     * Asked first by every use case that writes.
     *
     * @param action  what was tried, as the trail names it, e.g. {@code field.write}
     * @param subject on what
     * @return why it is too late and what to do; empty while the department may hand in. A refusal is in the trail (B15)
     */
    public Optional<Text> refusal(Actor me, String action, String subject) {
        if (isOpen(me.owner())) return Optional.empty();
        audit.refused(me, action, subject, Map.of("reason", "late"));
        return Optional.of(tooLate(me.owner()));
    }

    /** That it is too late for a department, and what to do. */
    public Text tooLate(UUID department) {
        var last = Dates.last(end(department));
        return new Text("已于 %s 截止，不能再修改。如需补报，请联系组织单位（%s，%s）申请延期。"
                .formatted(Dates.moment(Lang.ZH, last), call.contact().office().zh(), call.contact().telephone()),
            "The call closed on %s and nothing can be changed. To hand in later, ask the organizer for an extension (%s, %s)."
                .formatted(Dates.moment(Lang.EN, last), call.contact().office().en(), call.contact().telephone()));
    }

    @Override public String title(Lang lang) {
        return call.shortTitle().in(lang);
    }

    @Override public Instant deadline() {
        return Dates.last(call.deadline().end());
    }

    @Override public Instant deadline(Actor reader) {
        return reader.department().map(department -> Dates.last(end(department))).orElseGet(this::deadline);
    }
}
