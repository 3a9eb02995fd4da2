package huizhan.nomination;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A department's own list with its content, for modules that work beside it for the department alone. */
@Service
public class OwnLists {
    private final Nominations nominations;
    private final Contents contents;

    OwnLists(Nominations nominations, Contents contents) {
        this.nominations = nominations;
        this.contents = contents;
    }

    /**
     * A list as it counts now.
     *
     * @param content as it was signed off; of a draft as it stands
     * @param signed  the sign-off, where one holds
     */
    public record Own(Content content, Optional<SignOffs.Standing> signed) {}

    @Transactional(readOnly = true)
    public Own of(UUID department) {
        var list = nominations.of(department);
        var signed = list.signature().map(each -> new SignOffs.Standing(list.id(), department, each.revision(), each.receipt().text(), each.digest(), each.at()));
        return new Own(signed.map(each -> contents.frozen(department, each.revision())).orElseGet(() -> contents.of(list)), signed);
    }
}
