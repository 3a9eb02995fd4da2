package huizhan.stamped;

import huizhan.kernel.Faults;
import huizhan.nomination.Content;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stamped papers of all departments that have signed off, for the organizer (B10, B16). */
@Service
class ReceivedStacks {
    private final StampedSql sql;
    private final SignOffs signOffs;
    private final OpenCall open;

    ReceivedStacks(StampedSql sql, SignOffs signOffs, OpenCall open) {
        this.sql = sql;
        this.signOffs = signOffs;
        this.open = open;
    }

    /** By department, the first that signed off first; in the same few statements however many there are. Only the steps that count are in them. */
    @Transactional(readOnly = true)
    Map<UUID, Stack> all() {
        var standing = signOffs.all();
        return of(standing, signOffs.contents(standing.stream().map(SignOffs.Standing::revision).toList()));
    }

    /** The same of sign-offs that were read already; one without content is left out. */
    @Transactional(readOnly = true)
    Map<UUID, Stack> of(List<SignOffs.Standing> standing, Map<UUID, Content> contents) {
        var steps = sql.last(open.call().id());
        var stacks = new LinkedHashMap<UUID, Stack>();
        standing.stream().filter(each -> contents.containsKey(each.revision())).forEach(each -> stacks.put(each.department(),
            Stack.of(contents.get(each.revision()), Optional.of(each), steps.getOrDefault(each.department(), List.of()))));
        return stacks;
    }

    /** One of them, with the steps that count. */
    @Transactional(readOnly = true)
    Optional<Stack> find(UUID department) {
        return signOffs.all().stream().filter(each -> each.department().equals(department)).findFirst()
            .flatMap(each -> signOffs.content(each.revision()).map(content -> Stack.of(content, Optional.of(each),
                sql.last(open.call().id()).getOrDefault(department, List.of()))));
    }

    /** @throws Faults.NotThere where the department has not signed off */
    @Transactional(readOnly = true)
    Stack of(UUID department) {
        return find(department).orElseThrow(Faults.NotThere::new);
    }

    /** Whether a file counts as a scan of what a department has signed off. */
    @Transactional(readOnly = true)
    boolean shows(UUID department, UUID file) {
        return find(department).filter(stack -> stack.papers().stream().anyMatch(each -> each.file().filter(file::equals).isPresent())).isPresent();
    }
}
