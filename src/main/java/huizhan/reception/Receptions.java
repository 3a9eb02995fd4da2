package huizhan.reception;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.opening.OpenCall;
import huizhan.opening.Typed;
import huizhan.reception.Step.State;
import huizhan.reception.Step.Way;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Noting what came (A12, A13, B25): parcels, and what was found in them. Nothing is refused here for being late. */
@Service
public class Receptions {
    private static final String PARCEL = "reception.parcel";
    private static final String ITEM = "reception.item";
    private static final Text FASTER = new Text("同事刚登记过这一项，没有保存。下面是最新的情况，请看过再定。",
        "A colleague has just noted something here, so nothing was saved. Look at what stands below before you decide.");
    private static final Text NO_REASON = new Text("请写明为什么撤销。", "Say why it is taken back.");
    private final ReceptionSql sql;
    private final Checklists checklists;
    private final OpenCall open;
    private final Audit audit;
    private final Zone zone;

    Receptions(ReceptionSql sql, Checklists checklists, OpenCall open, Audit audit, Zone zone) {
        this.sql = sql;
        this.checklists = checklists;
        this.open = open;
        this.audit = audit;
        this.zone = zone;
    }

    /** The day on which something is noted now. */
    LocalDate today() {
        return Dates.dayOf(open.arrived());
    }

    static String subject(UUID department) {
        return "department:" + department;
    }

    /**
     * Notes a parcel.
     *
     * @return why not, and what to do; empty where it was done
     */
    @Transactional
    Optional<Text> note(Actor me, UUID department, ParcelForm typed) {
        checklists.of(department);
        var no = typed.unfit(zone, checklists.reach(me), today());
        if (no.isPresent()) {
            audit.refused(me, PARCEL, subject(department), Map.of("channel", Channel.of(typed.channel()).map(Channel::code).orElse("")));
            return no;
        }
        var parcel = new Parcel(UUID.randomUUID(), department, typed.way(), typed.label(), typed.sent(), typed.came(), typed.clock(),
            typed.words(), open.arrived(), me.account(), Optional.empty());
        sql.insert(parcel, open.call().id());
        audit.record(me, PARCEL, subject(department), Map.of("parcel", parcel.id().toString(), "channel", parcel.channel().code(),
            "dispatched", parcel.dispatched().map(LocalDate::toString).orElse(""), "arrived", parcel.arrived().toString()));
        return Optional.empty();
    }

    /**
     * A parcel in plain words, for whoever notes it without a form.
     *
     * @param channel courier, post, hand or prescribed
     */
    public record Came(String channel, String number, LocalDate dispatched, LocalDate arrived, String remark) {}

    /** Notes it. */
    @Transactional
    public Optional<Text> parcel(Actor me, UUID department, Came came) {
        return note(me, department, new ParcelForm(came.channel(), came.number(), came.dispatched().toString(), came.arrived().toString(), "", came.remark()));
    }

    /**
     * Says what was found of an item, over whatever was said of it before.
     *
     * @param item  its key, as {@code open.letter.-}
     * @param state a code of {@link State}
     */
    @Transactional
    public Optional<Text> found(Actor me, UUID department, String item, String state, String note) {
        var of = Item.of(item).orElseThrow();
        var seen = checklists.of(department).find(of).map(Standing::number).orElse(0L);
        return note(me, department, of, new ItemForm(state, "", note, "", seen));
    }

    /** Takes back a parcel that was noted by mistake; what was found in it stays, without its day. */
    @Transactional
    Optional<Text> withdraw(Actor me, UUID department, UUID id, String reason) {
        var parcel = checklists.of(me, department).parcel(id).filter(Parcel::counts);
        if (parcel.isEmpty()) {
            audit.refused(me, PARCEL + "-withdrawn", subject(department), Map.of("reason", "not there"));
            throw new Faults.NotThere();
        }
        var typed = Typed.of(reason, Typed.REASON, NO_REASON);
        if (typed.refusal().isPresent()) {
            return typed.refusal();
        }
        sql.withdraw(id, new Parcel.Withdrawal(typed.text(), open.arrived(), me.account()));
        audit.record(me, PARCEL + "-withdrawn", subject(department), Map.of("parcel", id.toString(), "reason", typed.text()));
        return Optional.empty();
    }

    /**
     * Says what was found of an item.
     *
     * @return why not, and what to do; empty where it was done
     */
    @Transactional
    Optional<Text> note(Actor me, UUID department, Item item, ItemForm typed) {
        var list = checklists.of(me, department);
        var standing = list.find(item).or(() -> another(list, item));
        if (standing.isEmpty()) {
            audit.refused(me, ITEM, subject(department), Map.of("item", item.key(), "reason", "not there"));
            throw new Faults.NotThere();
        }
        var no = typed.unfit(standing.get());
        if (no.isPresent()) {
            return no;
        }
        var next = new Step(item, typed.seen() + 1, typed.to(), Way.HAND, typed.in(list, item), typed.words(), item.disc() > 0 ? typed.place() : "",
            standing.flatMap(Standing::counting).flatMap(Step::disc), open.arrived(), me.account());
        return write(me, department, standing.get(), next) ? Optional.empty() : Optional.of(FASTER);
    }

    /** One disc more than are known. */
    private static Optional<Standing> another(Checklist list, Item item) {
        boolean next = item.disc() > 1 && list.find(Item.disc(item.part(), item.disc() - 1)).flatMap(Standing::state).isPresent();
        return next ? Optional.of(new Standing(new Due(item, 0, "", false), false, List.of())) : Optional.empty();
    }

    boolean write(Actor me, UUID department, Standing standing, Step next) {
        if (standing.number() != next.number() - 1 || !sql.insert(department, open.call().id(), next)) {
            return false;
        }
        audit.record(me, ITEM, subject(department), Map.of("item", next.item().key(), "state", next.state().code(), "way", next.way().code(),
            "number", next.number(), "shelf", next.shelf()));
        return true;
    }

    /**
     * Everything of one heap of which nothing was said yet is here.
     *
     * @param achievement whose papers; empty for the papers of the nomination
     * @return how many were ticked off
     */
    @Transactional
    int here(Actor me, UUID department, Part part, Optional<UUID> achievement) {
        var list = checklists.of(me, department);
        if (!checklists.reach(me).has(part)) {
            audit.refused(me, ITEM, subject(department), Map.of("reason", "not there"));
            throw new Faults.NotThere();
        }
        var heap = list.items().stream().filter(each -> each.due().item().part() == part && each.due().item().achievement().equals(achievement)
            && each.due().item().disc() == 0 && !each.due().item().early() && each.counting().isEmpty()).toList();
        heap.forEach(each -> write(me, department, each, new Step(each.due().item(), each.number() + 1, State.HERE, Way.HAND,
            list.newest(part).map(Parcel::id), "", "", Optional.empty(), open.arrived(), me.account())));
        return heap.size();
    }

    /**
     * Discs of which the module that takes them in says what they are (B25).
     *
     * @param prescribed whether they came by the prescribed channel
     * @param came       the arrival they belong to
     * @param readable   false where they are to be asked for again; they keep their first date
     */
    public record DiscsFound(boolean prescribed, int count, UUID came, boolean readable) {}

    /**
     * Notes discs, each over what a person has said of it or in the place of one that could not be read; after those that were found
     * before. Stands in the caller's transaction.
     */
    @Transactional
    public void discs(Actor by, UUID department, DiscsFound found) {
        var part = found.prescribed() ? Part.PRESCRIBED : Part.OPEN;
        for (int i = 0; i < found.count(); i++) {
            disc(by, department, checklists.of(department), part, found);
        }
    }

    private void disc(Actor by, UUID department, Checklist list, Part part, DiscsFound found) {
        var item = asked(list, found.came()).orElseGet(() -> IntStream.iterate(1, number -> number + 1).mapToObj(number -> Item.disc(part, number)).filter(each -> !taken(list, each)).findFirst().orElseThrow());
        var standing = list.find(item).orElseGet(() -> new Standing(new Due(item, 0, "", false), false, List.of()));
        var before = standing.counting();
        var next = new Step(item, standing.number() + 1, found.readable() ? State.HERE : State.UNREADABLE, Way.DISC,
            before.flatMap(Step::parcel).or(() -> list.newest(item.part()).map(Parcel::id)), "", before.map(Step::shelf).orElse(""), Optional.of(found.came()), open.arrived(), by.account());
        if (!write(by, department, standing, next)) {
            throw new StaleData("the disc of the department");
        }
    }

    /** One that could not be read and was asked for again comes in its own place, by whichever channel it was first thought to come. */
    private static Optional<Item> asked(Checklist list, UUID came) {
        return list.items().stream().filter(each -> each.counting().filter(step -> step.state() == State.UNREADABLE && step.disc().filter(came::equals).isPresent()).isPresent())
            .map(each -> each.due().item()).findFirst();
    }

    private static boolean taken(Checklist list, Item item) {
        return list.find(item).flatMap(Standing::counting).filter(step -> step.way() == Way.DISC && step.state() == State.HERE).isPresent();
    }
}
