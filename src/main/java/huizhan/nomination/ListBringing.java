package huizhan.nomination;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.material.CanonicalJson;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A list that came on a disc becomes the draft of the department's own (C1): the same nomination, its ranks and its head, to be ranked and signed off here. */
@Service
public class ListBringing {
    private final NominationSql sql;
    private final PastSql past;
    private final Nominations nominations;
    private final Heads heads;
    private final OpenCall open;
    private final Audit audit;

    ListBringing(NominationSql sql, PastSql past, Nominations nominations, Heads heads, OpenCall open, Audit audit) {
        this.sql = sql;
        this.past = past;
        this.nominations = nominations;
        this.heads = heads;
        this.open = open;
        this.audit = audit;
    }

    /**
     * What a list says apart from its achievements' content.
     *
     * @param order ids by rank
     * @param head  by field id
     */
    public record Sketch(List<UUID> order, Map<String, String> head, Optional<Film> film) {

        public Sha256 digest() {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("order", order.stream().map(UUID::toString).toList());
            tree.put("head", head.entrySet().stream().filter(each -> !each.getValue().isBlank()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            tree.put("film", film.<Object>map(each -> Map.of("sha256", each.sha256().hex(), "disclosure", each.disclosure().code())).orElse(CanonicalJson.NULL));
            return Sha256.of(CanonicalJson.of(tree));
        }

        public boolean blank() {
            return order.isEmpty() && head.values().stream().allMatch(String::isBlank) && film.isEmpty();
        }
    }

    /** The overview film of a list. */
    public record Film(Sha256 sha256, Disclosure disclosure) {}

    /** The department's list as it stands; blank where nobody has begun one. */
    @Transactional(readOnly = true)
    public Sketch present(UUID department) {
        var list = nominations.of(department);
        var head = new LinkedHashMap<String, String>();
        if (list.begun()) heads.of(list).forEach((field, written) -> head.put(field, written.value()));
        var film = list.begun() ? heads.film(list).map(each -> new Film(each.file().sha256(), each.shownTo())) : Optional.<Film>empty();
        return new Sketch(list.lines().stream().map(Line::id).toList(), head, film);
    }

    /** Why the list can't change now; leaves no trace. */
    public Optional<Text> closed(UUID department) {
        return nominations.unwritable(department);
    }

    /** What of a head could not be taken. */
    public List<Text> unfit(Map<String, String> head) {
        return head.values().stream().flatMap(each -> Heads.unfit(each).stream()).distinct().toList();
    }

    /**
     * A list that came.
     *
     * @param id       the nomination's, where it has one
     * @param revision under which it came; those that are signed off here are counted from there
     * @param here     the achievements of which there is more than a stub
     */
    public record Came(Optional<UUID> id, int revision, Sketch sketch, Set<UUID> here) {
        private List<Line> lines() {
            return sketch.order().stream().map(each -> new Line(each, !here.contains(each))).toList();
        }
    }

    /** The list becomes the one that came: its order, its head, its film. Part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(Actor me, Came came, Optional<StoredFile> film) {
        var list = begun(me, came);
        write(me, list, came.lines());
        came.sketch().head().forEach((field, value) -> head(me, field, value));
        came.sketch().film().filter(each -> !each.equals(present(me.owner()).film().orElse(null)))
            .ifPresent(each -> refuse(heads.film(me, each.disclosure(), film.orElseThrow())));
        if (came.sketch().film().isEmpty() && heads.film(list).isPresent()) refuse(heads.removeFilm(me));
        sql.follow(list, came.revision());
    }

    /**
     * What is here now takes the place of its stub, whatever the order; lines are added behind. Part of the caller's transaction.
     *
     * @param added ids of the list that came which this one has never had
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fill(Actor me, Set<UUID> here, List<UUID> added) {
        var list = nominations.of(me.owner());
        var lines = new ArrayList<Line>();
        list.lines().forEach(line -> lines.add(line.stub() && here.contains(line.id()) ? new Line(line.id(), false) : line));
        added.stream().filter(id -> !list.has(id)).forEach(id -> lines.add(new Line(id, !here.contains(id))));
        if (!lines.equals(list.lines())) write(me, nominations.begun(me), lines);
    }

    /** The nomination keeps the id that it has on the server, by which papers and discs name it. */
    private RankedList begun(Actor me, Came came) {
        var list = nominations.of(me.owner());
        if (list.begun() || came.id().isEmpty() || sql.owner(open.call().id(), came.id().get()).isPresent()) return nominations.begun(me);
        var fresh = new RankedList(came.id().get(), me.owner(), 1, List.of(), Optional.empty());
        sql.insert(fresh, open.call().id(), open.arrived(), me.account());
        return fresh;
    }

    private void write(Actor me, RankedList list, List<Line> lines) {
        if (lines.equals(list.lines())) return;
        sql.update(list.with(lines));
        past.insert(list.id(), new PastSql.Order(list.version() + 1, "brought", Optional.empty(), lines, open.arrived(), me.account()));
        audit.record(me, "nomination.brought", Nominations.subject(list), Map.of("lines", lines.size()));
    }

    private void head(Actor me, String field, String value) {
        var before = heads.of(nominations.of(me.owner())).get(field);
        if (heads.write(me, field, value, before == null ? 0 : before.version()) instanceof Heads.Save.Refused no) refuse(Optional.of(no.why()));
    }

    /** What was looked at before stands in the way now. */
    private static void refuse(Optional<Text> no) {
        no.ifPresent(why -> {
            throw new IllegalStateException(why.en());
        });
    }
}
