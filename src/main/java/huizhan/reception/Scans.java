package huizhan.reception;

import huizhan.audit.Audit;
import huizhan.documents.PaperCode;
import huizhan.documents.PaperProof;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.nomination.Records;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import huizhan.reception.Item.Kind;
import huizhan.reception.Scan.Outcome;
import huizhan.reception.Step.State;
import huizhan.reception.Step.Way;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds the code on a paper against the record, and ticks the paper off where it is the same (B8). */
@Service
class Scans {
    private static final Set<String> LABELS = Set.of("parcel", "receipt");
    private static final String DISC = "disc";
    private static final String SCANNED = "reception.scan";
    private final Records records;
    private final Checklists checklists;
    private final Receptions receptions;
    private final Departments departments;
    private final OpenCall open;
    private final Audit audit;

    Scans(Records records, Checklists checklists, Receptions receptions, Departments departments, OpenCall open, Audit audit) {
        this.records = records;
        this.checklists = checklists;
        this.receptions = receptions;
        this.departments = departments;
        this.open = open;
        this.audit = audit;
    }

    /** What came out of one code, before it is said. */
    private record Held(Actor me, PaperCode code, UUID department, Checklist list, Optional<Records.Found> found) {}

    /**
     * Reads a code as a hand scanner or a camera gives it.
     *
     * @param wanted whose parcel is on the table; empty for whatever comes
     */
    @Transactional
    Scan scan(Actor me, Optional<UUID> wanted, String text) {
        var code = PaperCode.of(plain(text));
        if (code.isEmpty()) {
            return Scan.of(Outcome.NOT_OURS);
        }
        var owner = records.owner(code.get().document());
        if (owner.isEmpty()) {
            // a sealed disc's label names its set alone, so that it tells nobody whose it is
            return Scan.of(code.get().form().equals(DISC) ? Outcome.DISC : Outcome.UNKNOWN);
        }
        var held = new Held(me, code.get(), owner.get(), checklists.of(owner.get()), records.find(PaperProof.of(code.get())));
        return hidden(held).or(() -> elsewhere(held, wanted)).orElseGet(() -> told(held));
    }

    /** A scanner in a Chinese input method types wide colons, one behind a locked shift key capitals. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Of what a reader may not see, or what a colleague notes, nothing is told but that. */
    private Optional<Scan> hidden(Held held) {
        var reach = checklists.reach(held.me());
        boolean secret = held.list().hiddenAchievements().contains(held.code().document());
        if (secret && !reach.has(Part.PRESCRIBED)) {
            audit.refused(held.me(), SCANNED, Receptions.subject(held.department()), Map.of("reason", "non-public"));
            return Optional.of(Scan.of(Outcome.NON_PUBLIC));
        }
        boolean open = kind(held).filter(each -> each != Kind.SUMMARY).isPresent() && !secret;
        return reach.parts().isEmpty() || open && !reach.has(Part.OPEN) ? Optional.of(Scan.of(Outcome.COLLEAGUE)) : Optional.empty();
    }

    private Optional<Scan> elsewhere(Held held, Optional<UUID> wanted) {
        return wanted.filter(each -> !each.equals(held.department())).map(other -> answer(held, Outcome.ELSEWHERE, Optional.empty(), false));
    }

    private static Optional<Kind> kind(Held held) {
        return Kind.of(held.code().form()).filter(each -> each == Kind.SUMMARY || each == Kind.STATEMENT || each == Kind.BOARD_FORM);
    }

    private Scan told(Held held) {
        if (LABELS.contains(held.code().form())) {
            return answer(held, Outcome.LABEL, Optional.empty(), false);
        }
        if (held.code().form().equals(DISC)) {
            return answer(held, Outcome.DISC, Optional.empty(), false);
        }
        var kind = kind(held);
        if (kind.isEmpty() || held.found().isEmpty()) {
            return answer(held, Outcome.UNKNOWN, Optional.empty(), false);
        }
        var outcome = outcome(held.found().get());
        var item = item(held, kind.get(), outcome);
        return item.map(standing -> noted(held, standing, outcome)).orElseGet(() -> answer(held, outcome, Optional.empty(), false));
    }

    private static Outcome outcome(Records.Found found) {
        if (!found.verdict().linesAgree()) {
            return Outcome.DIFFERENT;
        }
        return switch (found.standing()) {
            case SIGNED -> Outcome.SAME;
            case UNSIGNED -> Outcome.NEWER;
            case EARLIER, WITHDRAWN -> Outcome.OLDER;
        };
    }

    /** Its line on the checklist. The whole summary table goes before its stub version, where both are expected here. */
    private Optional<Standing> item(Held held, Kind kind, Outcome outcome) {
        var achievement = kind == Kind.SUMMARY ? Optional.<UUID>empty() : Optional.of(held.code().document());
        var list = held.list().within(checklists.reach(held.me()));
        return outcome == Outcome.NEWER ? Optional.empty() : list.items().stream().filter(each -> each.due().item().kind() == kind
                && each.due().item().achievement().equals(achievement) && each.expected())
            .reduce((one, other) -> other.due().item().part() == Part.PRESCRIBED ? other : one);
    }

    private Scan noted(Held held, Standing standing, Outcome outcome) {
        var item = standing.due().item();
        boolean same = outcome == Outcome.SAME;
        if (!same && item.kind() == Kind.SUMMARY && item.part() == Part.PRESCRIBED) {
            return answer(held, Outcome.PAIR, Optional.of(standing), false);
        }
        var to = same ? State.HERE : State.DIFFERS;
        boolean said = standing.state().filter(each -> each == to || each == State.HERE).isPresent();
        var next = new Step(item, standing.number() + 1, to, Way.SCAN, held.list().newest(item.part()).map(Parcel::id), "", "", Optional.empty(), open.arrived(),
            held.me().account());
        return answer(held, outcome, Optional.of(standing), !said && receptions.write(held.me(), held.department(), standing, next));
    }

    private Scan answer(Held held, Outcome outcome, Optional<Standing> standing, boolean noted) {
        var name = departments.nameOf(held.department()).orElse(Text.same(""));
        var label = standing.map(each -> ChecklistViews.label(each.due())).orElseGet(() -> kind(held).map(Kind::code).orElse(""));
        return new Scan(outcome, Optional.of(held.department()), name, standing.map(each -> each.due().item()), label,
            standing.map(each -> each.due().rank()).orElse(0), standing.map(each -> each.due().name()).orElse(""), noted);
    }
}
