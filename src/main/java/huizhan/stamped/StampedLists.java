package huizhan.stamped;

import huizhan.nomination.Content;
import huizhan.nomination.SignOffs;
import huizhan.stamped.StampedView.File;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How it stands with the stamped papers of those who have signed off, for whoever puts them in a list (B10, B16). */
@Service
public class StampedLists {
    private final ReceivedStacks received;
    private final Stampings stampings;
    private final StampedViews views;

    StampedLists(ReceivedStacks received, Stampings stampings, StampedViews views) {
        this.received = received;
        this.stampings = stampings;
        this.views = views;
    }

    /**
     * One paper.
     *
     * @param paperKey    its kind's word in both languages
     * @param achievement whose board form it is; absent for the papers of the nomination
     * @param name        the achievement's, as typed
     * @param codeKey     the word of what the scan's code tells; empty where nothing is asked
     * @param overdue     whether the original was promised for a day that has passed
     */
    public record Line(String paperKey, Optional<UUID> achievement, int rank, String name, Half scan, String codeKey, Half original, boolean overdue) {}

    /**
     * One side of it.
     *
     * @param stateKey its word in both languages
     * @param file     the scan's name; empty for none
     * @param note     why it is excepted, a courier's number, a remark; may be empty
     * @param day      when it was stamped or sent, or by when it is to follow
     */
    public record Half(String stateKey, String file, String note, Optional<LocalDate> day) {}

    /**
     * By department, in the order of the papers: those of the very sign-offs that the caller has read, whatever was signed off since.
     *
     * @param contents by revision
     */
    @Transactional(readOnly = true)
    public Map<UUID, List<Line>> of(List<SignOffs.Standing> standing, Map<UUID, Content> contents) {
        var lists = new HashMap<UUID, List<Line>>();
        views.all(received.of(standing, contents), stampings.today()).forEach((department, papers) -> lists.put(department, papers.stream().map(StampedLists::line).toList()));
        return lists;
    }

    private static Line line(StampedView view) {
        var achievement = view.rank() == 0 ? Optional.<UUID>empty() : Optional.of(UUID.fromString(view.key()));
        return new Line("stamped.paper." + view.kind(), achievement, view.rank(), view.name(), half(view.scan()), view.code().isEmpty() ? "" : "stamped.code." + view.code(),
            half(view.original()), view.overdue());
    }

    private static Half half(StampedView.Half half) {
        return new Half("stamped." + half.side() + "." + half.state(), Optional.ofNullable(half.file()).map(File::name).orElse(""), half.note(), half.day());
    }
}
