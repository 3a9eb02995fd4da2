package huizhan.stamped;

import huizhan.kernel.Text;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.nomination.SignOffs;
import huizhan.organization.Accounts;
import huizhan.stamped.Paper.Side;
import huizhan.stamped.StampedView.Entered;
import huizhan.stamped.StampedView.File;
import huizhan.stamped.StampedView.Half;
import huizhan.stamped.StampedView.Past;
import huizhan.stamped.Step.State;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts papers and their steps in the words of a page. */
@Component
class StampedViews {
    private static final Map<String, String> TONES = Map.of("there", "good", "unit", "good", "sent", "good", "here", "half", "excepted", "warn", "none", "open");
    private final MediaFiles media;
    private final Accounts accounts;
    private final ScanCodes codes;
    private final ObjectProvider<OriginalsArrived> arrived;

    /** Whoever opens parcels is looked up late: it uses this one. */
    StampedViews(MediaFiles media, Accounts accounts, ScanCodes codes, ObjectProvider<OriginalsArrived> arrived) {
        this.media = media;
        this.accounts = accounts;
        this.codes = codes;
        this.arrived = arrived;
    }

    /** What was refused, and where. */
    record Refusal(Paper paper, Side side, Typed typed, Text why) {}

    /** What one page needs of all its rows. */
    private record Known(LocalDate today, Map<UUID, StoredFile> files, Map<UUID, String> codes, Map<UUID, String> names,
                         Map<String, LocalDate> arrived) {

        Optional<File> file(UUID id) {
            return Optional.ofNullable(files.get(id)).map(each -> new File(id, each.originalName(), each.size()));
        }
    }

    List<StampedView> of(Stack stack, LocalDate today, Optional<Refusal> refusal) {
        var names = new HashMap<UUID, String>();
        stack.papers().stream().flatMap(each -> each.steps().stream()).map(Step::by).distinct().forEach(by -> names.put(by, accounts.nameOf(by).orElse("")));
        return views(stack, known(List.of(stack), today, names, arrived(stack)), refusal);
    }

    /** Of many at once, in the same few statements however many; nobody's name is in them, for no list shows it. */
    Map<UUID, List<StampedView>> all(Map<UUID, Stack> stacks, LocalDate today) {
        var known = known(stacks.values(), today, Map.of(), Map.of());
        return stacks.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> views(each.getValue(), known, Optional.empty())));
    }

    private Map<String, LocalDate> arrived(Stack stack) {
        var of = stack.signed().map(SignOffs.Standing::department);
        return of.flatMap(department -> Optional.ofNullable(arrived.getIfAvailable()).map(each -> each.of(department))).orElse(Map.of());
    }

    private Known known(Collection<Stack> stacks, LocalDate today, Map<UUID, String> names, Map<String, LocalDate> arrived) {
        var ids = stacks.stream().flatMap(stack -> stack.papers().stream())
            .flatMap(each -> Stream.concat(each.steps().stream().flatMap(step -> step.file().stream()), each.file().stream())).distinct().toList();
        return new Known(today, media.find(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity())), codes.codes(stacks), names, arrived);
    }

    private List<StampedView> views(Stack stack, Known known, Optional<Refusal> refusal) {
        return stack.papers().stream().map(each -> view(stack, each, known, refusal.filter(no -> no.paper().equals(each.due().paper())))).toList();
    }

    private StampedView view(Stack stack, Standing of, Known known, Optional<Refusal> refusal) {
        var due = of.due();
        var overdue = of.overdue(known.today());
        return new StampedView(due.paper().key(), due.paper().kind().code(), due.rank(), due.name(),
            StampedPages.HOME + "/" + due.paper().kind().code() + "/" + due.paper().item(), StampedUpload.slot(due.paper()),
            half(of, Side.SCAN, of.scan(), TONES.get(of.scan()), known, refusal), half(of, Side.ORIGINAL, of.original(), overdue ? "bad" : TONES.get(of.original()), known, refusal),
            codes.verdict(stack, of, known.codes()), overdue,
            Optional.ofNullable(known.arrived().get(due.paper().key())), past(of, known));
    }

    private static Half half(Standing of, Side side, String state, String tone, Known known, Optional<Refusal> refusal) {
        // where the unit's scan counts, an exception from before says nothing any more
        var step = of.counting(side).filter(each -> each.state().code().equals(state));
        var file = side == Side.SCAN ? of.file().flatMap(known::file).orElse(null) : null;
        return new Half(side.code(), state, tone, step.map(Step::at), step.flatMap(Step::day), step.map(Step::note).orElse(""), file, of.number(side),
            of.counting(side).isPresent(), entered(side, refusal));
    }

    private static Entered entered(Side side, Optional<Refusal> refusal) {
        return refusal.filter(no -> no.side() == side).map(no -> new Entered(no.typed().state(), no.typed().day(), no.typed().note(), no.why()))
            .orElseGet(() -> new Entered(side == Side.SCAN ? State.EXCEPTED.code() : "", "", "", null));
    }

    /** The newest first. */
    private static List<Past> past(Standing of, Known known) {
        var past = of.steps().stream().map(each -> new Past(each.side().code(), each.state().code(), each.day(), each.note(), each.file().flatMap(known::file).orElse(null),
            each.at(), known.names().getOrDefault(each.by(), ""))).collect(Collectors.toCollection(java.util.ArrayList::new));
        java.util.Collections.reverse(past);
        return List.copyOf(past);
    }
}
