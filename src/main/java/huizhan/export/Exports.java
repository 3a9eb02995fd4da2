package huizhan.export;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Sha256;
import huizhan.material.CanonicalJson;
import huizhan.nomination.Content;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.stamped.StampedLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the organizer takes out, and that it was taken out (B10, B15). */
@Service
class Exports {
    private final SignOffs signOffs;
    private final Departments departments;
    private final OpenCall open;
    private final Audit audit;
    private final StampedLists stamped;

    Exports(SignOffs signOffs, Departments departments, OpenCall open, Audit audit, StampedLists stamped) {
        this.stamped = stamped;
        this.signOffs = signOffs;
        this.departments = departments;
        this.open = open;
        this.audit = audit;
    }

    /** The shares that a filter takes, by the departments' codes; a department of which nothing is taken has none. */
    @Transactional(readOnly = true)
    List<Share> shares(Filter filter) {
        var known = known();
        var standing = signOffs.all().stream().filter(each -> known.containsKey(each.department()) && filter.takes(known.get(each.department()).code())).toList();
        var contents = signOffs.contents(standing.stream().map(SignOffs.Standing::revision).toList());
        var shares = new ArrayList<Share>();
        standing.stream().filter(each -> contents.containsKey(each.revision()))
            .forEach(each -> shares.add(share(known.get(each.department()), each, contents.get(each.revision()), filter)));
        shares.removeIf(share -> share.achievements().isEmpty());
        shares.sort(Comparator.comparing(share -> share.department().code()));
        return shares;
    }

    private static Share share(Department department, SignOffs.Standing standing, Content content, Filter filter) {
        return new Share(department, standing, content, content.material().achievements().stream().filter(filter::takes)
            .sorted(Comparator.comparing(each -> each.rank().orElse(0))).toList());
    }

    /**
     * What goes into one book.
     *
     * @param stamped how it stands with the stamped papers of the very sign-offs that the shares are taken from, by department
     */
    record Taken(List<Share> shares, Map<UUID, List<StampedLists.Line>> stamped) {}

    /** The shares that a filter takes, and their stamped papers. */
    @Transactional(readOnly = true)
    Taken take(Filter filter) {
        var shares = shares(filter);
        return new Taken(shares, stamped.of(shares.stream().map(Share::standing).toList(),
            shares.stream().collect(Collectors.toMap(share -> share.standing().revision(), Share::content))));
    }

    private Map<UUID, Department> known() {
        return departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
    }

    /** Those that have a sign-off that holds, by code. */
    @Transactional(readOnly = true)
    List<Department> signed() {
        var known = known();
        return signOffs.all().stream().map(each -> known.get(each.department())).filter(java.util.Objects::nonNull)
            .sorted(Comparator.comparing(Department::code)).toList();
    }

    /** Before the first byte goes out: who takes out what, with the digest of the list of receipts, digests and ranks. */
    @Transactional
    void record(Actor me, String what, Filter filter, List<Share> shares, Map<String, ?> more) {
        var details = new HashMap<String, Object>(more);
        details.put("filter", filter.asked());
        details.put("departments", shares.size());
        details.put("achievements", shares.stream().mapToInt(share -> share.achievements().size()).sum());
        details.put("list", digest(shares).hex());
        audit.record(me, what, "call:" + open.call().id(), details);
    }

    static Sha256 digest(List<Share> shares) {
        return Sha256.of(CanonicalJson.of(shares.stream().map(Share::line).toList()));
    }
}
