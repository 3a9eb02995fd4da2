package huizhan.stamped;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.media.StoredFile;
import huizhan.nomination.OwnLists;
import huizhan.opening.OpenCall;
import huizhan.stamped.Paper.Side;
import huizhan.stamped.Step.State;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A department's stamped papers: what became of scan and original of each (B16). It can be said until the department's end, signed off or not. */
@Service
public class Stampings {
    private static final String CHANGED = "stamped.changed";
    private static final Text FASTER = new Text("同事刚登记过这一项，没有保存。下面是最新的情况，请看过再定。",
        "A colleague has just recorded something here, so nothing was saved. Look at what stands below before you decide.");
    private final StampedSql sql;
    private final OwnLists lists;
    private final OpenCall open;
    private final Audit audit;
    private final ScanCodes codes;

    Stampings(StampedSql sql, OwnLists lists, OpenCall open, Audit audit, ScanCodes codes) {
        this.sql = sql;
        this.lists = lists;
        this.open = open;
        this.audit = audit;
        this.codes = codes;
    }

    @Transactional(readOnly = true)
    Stack of(UUID department) {
        var own = lists.of(department);
        return Stack.of(own.content(), own.signed(), sql.of(department, open.call().id()));
    }

    /** Whether it is one of the department's papers now. */
    @Transactional(readOnly = true)
    boolean isDue(UUID department, Paper paper) {
        return Due.of(lists.of(department).content()).stream().anyMatch(each -> each.paper().equals(paper));
    }

    boolean isOpen(UUID department) {
        return open.isOpen(department);
    }

    /** The day on which something is said now. */
    public LocalDate today() {
        return Dates.dayOf(open.arrived());
    }

    /**
     * Says what became of one side of a paper.
     *
     * @return why not, and what to do; empty where it was done
     */
    @Transactional
    Optional<Text> change(Actor me, Paper paper, Side side, Typed typed) {
        var standing = of(me.owner()).find(paper);
        if (standing.isEmpty()) {
            audit.refused(me, CHANGED, subject(me), Map.of("reason", "not there"));
            throw new Faults.NotThere();
        }
        var no = open.refusal(me, CHANGED, subject(me)).or(() -> typed.unfit(side, today())).or(() -> pointless(standing.get(), side, typed));
        if (no.isPresent()) {
            return no;
        }
        var next = new Step(paper, side, typed.seen() + 1, typed.to(), Optional.empty(), typed.words(), typed.on(side, today()), open.arrived(), me.account());
        return write(me, standing.get(), next) ? Optional.empty() : Optional.of(FASTER);
    }

    private static Optional<Text> pointless(Standing standing, Side side, Typed typed) {
        if (typed.to() == State.WITHDRAWN && standing.counting(side).isEmpty()) {
            return Optional.of(new Text("这里没有登记，不需要撤销。", "Nothing is recorded here; there is nothing to take back."));
        }
        if (side == Side.SCAN && typed.to() == State.EXCEPTED && standing.due().fromUnit().isPresent()) {
            return Optional.of(new Text("单位已附盖章扫描件，不需要例外。要换一份，请直接上传。",
                "The unit has attached its stamped scan, so no exception is needed. To use another one, upload it."));
        }
        return Optional.empty();
    }

    private boolean write(Actor me, Standing standing, Step next) {
        if (standing.number(next.side()) != next.number() - 1 || !sql.insert(me.owner(), open.call().id(), next)) {
            return false;
        }
        audit.record(me, CHANGED, subject(me), Map.of("paper", next.paper().kind().code(), "item", next.paper().item(), "side", next.side().code(),
            "state", next.state().code(), "number", next.number(), "file", next.file().map(UUID::toString).orElse("")));
        return true;
    }

    /** Why no scan can come now; asked before its first byte. */
    Optional<Text> late(Actor me) {
        return open.refusal(me, CHANGED, subject(me));
    }

    /** A scan has arrived. Stands in the transaction that records the file; the one before stays in the history. */
    @Transactional
    Optional<Text> arrived(Actor me, Paper paper, StoredFile file) {
        var standing = of(me.owner()).find(paper).orElseThrow(Faults.NotThere::new);
        var late = late(me);
        if (late.isPresent()) {
            return late;
        }
        var next = new Step(paper, Side.SCAN, standing.number(Side.SCAN) + 1, State.THERE, Optional.of(file.id()), "", Optional.empty(), open.arrived(), me.account());
        if (!write(me, standing, next)) {
            return Optional.of(FASTER);
        }
        if (paper.kind().coded()) {
            codes.soon(file.id());
        }
        return Optional.empty();
    }

    /**
     * Which side of which paper, by the names that addresses give them.
     *
     * @param paper summary, letter or board-form
     * @param item  of a board form its achievement's id, else a dash
     * @param side  scan or original
     */
    public record Place(String paper, String item, String side) {}

    /**
     * Says what became of one side of a paper, over whatever was said of it before.
     *
     * @param day as ISO writes it; empty for today, or for none
     * @return why not, and what to do; empty where it was done
     */
    @Transactional
    public Optional<Text> say(Actor me, Place place, String state, String note, String day) {
        var paper = Paper.of(place.paper(), place.item()).orElseThrow();
        var side = Side.of(place.side()).orElseThrow();
        var seen = of(me.owner()).find(paper).map(each -> each.number(side)).orElse(0L);
        return change(me, paper, side, new Typed(state, note, day, seen));
    }

    /** The scan of a paper that {@link Place} names. */
    @Transactional
    public Optional<Text> scanned(Actor me, String paper, String item, StoredFile file) {
        return arrived(me, Paper.of(paper, item).orElseThrow(), file);
    }

    private static String subject(Actor me) {
        return "department:" + me.owner();
    }
}
