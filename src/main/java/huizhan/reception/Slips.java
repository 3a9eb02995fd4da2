package huizhan.reception;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.nomination.ReceiptNumber;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import huizhan.opening.Permits;
import huizhan.opening.Typed;
import huizhan.organization.Departments;
import huizhan.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Handing out sheets: a receipt for what arrived (B17), and what goes back for correction with a deadline of its own (B19). */
@Service
class Slips {
    private static final String RETURNED = "reception.returned";
    private static final String RECEIPT = "reception.receipt";
    private static final Text NO_REASON = new Text("请写明要补什么、换什么：部门会看到。", "Say what is to be sent or replaced; the department will read it.");
    private static final Text NO_ITEM = new Text("请勾选要退回更正的材料。", "Tick what goes back for correction.");
    private static final int LONGEST_DAYS = 60;
    private final SlipSql sql;
    private final Checklists checklists;
    private final SlipLetters letters;
    private final Desk desk;
    private final Audit audit;

    /** What the call lets one do, where, and for whom. */
    @org.springframework.stereotype.Component
    record Desk(OpenCall open, Permits permits, Departments departments, Zone zone) {}

    Slips(SlipSql sql, Checklists checklists, SlipLetters letters, Desk desk, Audit audit) {
        this.sql = sql;
        this.checklists = checklists;
        this.letters = letters;
        this.desk = desk;
        this.audit = audit;
    }

    private String call() {
        return desk.open().call().id();
    }

    @Transactional(readOnly = true)
    List<Slip.Receipt> receipts(UUID department, Reach reach) {
        return sql.receipts(department, call()).stream().filter(each -> reach.has(each.part())).toList();
    }

    @Transactional(readOnly = true)
    List<Slip.Return> returns(UUID department, Reach reach) {
        return sql.returns(department, call()).stream().filter(each -> reach.has(each.part())).toList();
    }

    private Checklist part(Actor me, UUID department, Part part, String what) {
        if (!checklists.reach(me).has(part)) {
            audit.refused(me, what, Receptions.subject(department), Map.of("reason", "not there"));
            throw new Faults.NotThere();
        }
        return checklists.of(department).within(new Reach(java.util.Set.of(part)));
    }

    /**
     * Gives the department a receipt for one part of what came.
     *
     * @return empty where nothing has come
     */
    @Transactional
    Optional<Slip.Receipt> receipt(Actor me, UUID department, Part part) {
        var list = part(me, department, part, RECEIPT);
        if (list.figures(desk.open().call().deadline()).nothing()) {
            return Optional.empty();
        }
        long number = sql.receipts(department, call()).stream().filter(each -> each.part() == part).count() + 1;
        var code = desk.departments().find(department).orElseThrow().code() + (part == Part.OPEN ? "P" : "S");
        var receipt = new Slip.Receipt(UUID.randomUUID(), department, part, number, ReceiptNumber.of(desk.zone(), code, (int) number).text(),
            list.signed().map(SignOffs.Standing::receipt).orElse(""), list.items().stream().map(Slip.Line::of).toList(), desk.open().arrived(), me.account());
        if (!sql.insert(receipt, call())) {
            throw new StaleData("the department's receipts");
        }
        audit.record(me, RECEIPT, Receptions.subject(department), Map.of("receipt", receipt.label(), "part", part.code()));
        letters.put(me, receipt);
        return Optional.of(receipt);
    }

    /**
     * What a person typed about a return.
     *
     * @param items keys of the items that go back
     * @param due   as ISO writes it
     */
    record Wish(String part, List<String> items, String reason, String due) {}

    /**
     * Sends items back for correction; where their day lies after the department's end, with an extension.
     *
     * @return why not, and what to do; empty where it was done
     */
    @Transactional
    Optional<Text> giveBack(Actor me, UUID department, Wish wish) {
        var part = Part.of(wish.part()).orElseThrow(Faults.NotThere::new);
        var list = part(me, department, part, RETURNED);
        var items = list.items().stream().filter(each -> each.isDiscrepancy() && wish.items().contains(each.due().item().key())).toList();
        var reason = Typed.of(wish.reason(), Typed.REASON, NO_REASON);
        var day = day(wish.due());
        var no = items.isEmpty() ? Optional.of(NO_ITEM) : reason.refusal().or(() -> day.isEmpty() ? Optional.of(badDay()) : tooLong(me, department, day.get()));
        if (no.isPresent()) {
            audit.refused(me, RETURNED, Receptions.subject(department), Map.of("part", part.code()));
            return no;
        }
        long number = sql.returns(department, call()).stream().filter(each -> each.part() == part).count() + 1;
        var back = new Slip.Return(UUID.randomUUID(), department, part, number, reason.text(), day.orElseThrow(), permit(me, department, day.orElseThrow(), reason.text()),
            items.stream().map(Slip.Line::of).toList(), desk.open().arrived(), me.account());
        if (!sql.insert(back, call())) {
            throw new StaleData("what went back to the department");
        }
        audit.record(me, RETURNED, Receptions.subject(department), Map.of("return", back.id().toString(), "part", part.code(), "due", back.due().toString(), "items", items.size()));
        letters.put(me, back);
        return Optional.empty();
    }

    private Optional<LocalDate> day(String typed) {
        var today = Dates.dayOf(desk.open().arrived());
        return desk.permits().end(typed, "").map(end -> Dates.dayOf(end.minusMillis(1))).filter(day -> day.isAfter(today) && !day.isAfter(today.plusDays(LONGEST_DAYS)));
    }

    private static Text badDay() {
        return new Text("补交的最后一天从明天起，%d 天以内。".formatted(LONGEST_DAYS), "The last day to send it is tomorrow at the earliest and within %d days.".formatted(LONGEST_DAYS));
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Dates.ZONE).toInstant();
    }

    /** More time is the organizer's to give. */
    private Optional<Text> tooLong(Actor me, UUID department, LocalDate day) {
        return me.is(Role.ORGANIZER) || !end(day).isAfter(desk.open().end(department)) ? Optional.empty()
            : Optional.of(new Text("这一天晚于部门的截止时间，要由组织单位的同事退回。", "This day lies after the department’s deadline; a colleague of the organizer’s office has to return it."));
    }

    private Optional<UUID> permit(Actor me, UUID department, LocalDate day, String reason) {
        return end(day).isAfter(desk.open().end(department)) ? Optional.of(desk.permits().write(me, department, end(day), reason, "")) : Optional.empty();
    }
}
