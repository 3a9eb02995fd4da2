package huizhan.nomination;

import huizhan.achievement.Achievements;
import huizhan.achievement.Candidate;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.opening.OpenCall;
import huizhan.opening.exceptions.Exceptions;
import huizhan.organization.Departments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the department's pages show. */
@Component
class NominationPageMaker {
    private final Nominations nominations;
    private final Heads heads;
    private final Readiness readiness;
    private final Approvals approvals;
    private final Achievements achievements;
    private final Party party;

    /** Those who are asked for names, for times, for what was excepted and where this is. */
    @Component
    record Party(Departments departments, OpenCall open, Exceptions exceptions, Zone zone) {}

    NominationPageMaker(Nominations nominations, Heads heads, Readiness readiness, Approvals approvals, Achievements achievements, Party party) {
        this.nominations = nominations;
        this.heads = heads;
        this.readiness = readiness;
        this.approvals = approvals;
        this.achievements = achievements;
        this.party = party;
    }

    @Transactional(readOnly = true)
    ListPage list(Actor me, Lang lang) {
        var list = nominations.of(me.owner());
        var candidates = achievements.candidates(me.owner());
        var byId = candidates.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        var content = readiness.content(list);
        var remarks = Remarks.of(readiness.findings(content), content, party.exceptions().beside(me, lang), lang);
        var why = why(list);
        return new ListPage(list, rows(me, list, byId, lang), candidates.stream().filter(each -> !list.has(each.id())).toList(),
            achievements.withUnits(me.owner()), nominations.call().limits().nominated(), head(list), heads.film(list), remarks, why.isEmpty(), why,
            party.open().extension(me.owner()), me.is(Role.APPROVER),
            party.departments().nameOf(me.owner()).map(name -> name.in(lang)).orElse(""), approvals.of(list), readiness.digest(content));
    }

    private List<ListPage.Row> rows(Actor me, RankedList list, Map<UUID, Candidate> byId, Lang lang) {
        boolean open = !party.zone().mayHold(Disclosure.NON_PUBLIC);
        return list.lines().stream().map(line -> {
            var candidate = byId.get(line.id());
            return new ListPage.Row(list.rank(line.id()), line, candidate,
                candidate == null ? "" : ListPage.forms(candidate.exhibitForms(), nominations.call().choices("exhibit-forms"), lang),
                candidate == null && !line.stub() && achievements.seen(me, line.id()), line.stub() && open);
        }).toList();
    }

    private List<ListPage.HeadField> head(RankedList list) {
        var written = heads.of(list);
        return nominations.call().head().stream().map(field -> {
            var value = written.get(field.id());
            return value == null ? new ListPage.HeadField(field, "", 0, null)
                : new ListPage.HeadField(field, value.value(), value.version(), value.at());
        }).toList();
    }

    private Optional<Text> why(RankedList list) {
        if (!party.open().isOpen(list.department())) {
            return Optional.of(new Text("征集已经截止，名单不能再改。", "The call has closed; the list can no longer be changed."));
        }
        return list.signature().map(signature -> new Text("名单已签发，内容已固定。", "The list has been signed off and its content is fixed."));
    }
}
