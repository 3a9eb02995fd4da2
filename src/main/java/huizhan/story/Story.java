package huizhan.story;

import huizhan.achievement.Achievements;
import huizhan.achievement.Intake;
import huizhan.achievement.Outcome;
import huizhan.achievement.Passages;
import huizhan.call.Call;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.media.Tools;
import huizhan.nomination.Heads;
import huizhan.nomination.Nominations;
import huizhan.nomination.OwnLists;
import huizhan.organization.Departments;
import huizhan.organization.MiddleBodies;
import huizhan.organization.Units;
import huizhan.reception.Receptions;
import huizhan.reception.Receptions.Came;
import huizhan.stamped.Stampings;
import huizhan.stamped.Stampings.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Plays the story into a fresh data folder. */
@Component
public class Story {
    private final Cast cast;
    private final Houses houses;
    private final Work work;
    private final Call call;
    private final Studio studio;
    private final Stamps stamps;

    /** Where achievements and nominations are made. */
    @Component
    record Work(Achievements achievements, Passages passages, Intake intake, Nominations nominations, Heads heads) {}

    /** What people belong to. */
    @Component
    record Houses(Departments departments, MiddleBodies bodies, Units units, Locksmith locksmith) {}

    /** What pictures and films are made with. */
    @Component
    record Studio(MediaFiles media, Tools tools) {}

    /** What is said of stamped papers, of which, and what came by post. */
    @Component
    record Stamps(Stampings stampings, OwnLists lists, Receptions receptions) {}

    Story(Cast cast, Houses houses, Work work, Call call, Studio studio, Stamps stamps) {
        this.stamps = stamps;
        this.cast = cast;
        this.houses = houses;
        this.work = work;
        this.call = call;
        this.studio = studio;
    }

    /** Whether the story has still to be told in this folder. */
    public boolean isUntold() {
        return cast.isEmpty();
    }

    /** The folder of the demo's keys, beside its sign-ins. */
    public static Path keys(Path accounts) {
        return accounts.resolveSibling("demo-keys");
    }

    /**
     * @param workshop where pictures are made before they go into the store
     * @param accounts where the sign-ins are written
     * @param progress told one line for each department
     */
    public void tell(Path workshop, Path accounts, Consumer<String> progress) throws IOException {
        var organizer = cast.organizer();
        var props = new Props(studio.media(), studio.tools(), workshop);
        for (var house : Book.read().houses()) {
            progress.accept(house.name().zh());
            var drafter = tell(organizer, house, props);
            if (house.stage() != Book.Stage.LATE) {
                houses.locksmith().make(keys(accounts), house.code(), house.name().zh(), drafter);
            }
        }
        houses.locksmith().make(keys(accounts), "organizer", "组织单位（演示）", organizer);
        cast.write(accounts);
    }

    private Actor tell(Actor organizer, Book.House house, Props props) {
        var department = houses.departments().add(organizer, house.code(), house.name(), "other", LocalDate.of(2015, 1, 1)).orElseThrow().id();
        var drafter = cast.member(organizer, house.drafter(), Role.DRAFTER, department, Optional.empty(), house.name().zh());
        cast.member(organizer, house.approver(), Role.APPROVER, department, Optional.empty(), house.name().zh());
        var people = people(drafter, house);
        house.head().forEach((field, value) -> {
            if (!value.isBlank()) {
                work.heads().write(drafter, field, value, 0);
            }
        });
        var ids = achievements(house, people, props);
        if (house.stage() != Book.Stage.LATE) {
            ids.forEach(id -> {
                work.intake().write(drafter, id, "board.departmentOpinion", "同意推荐。");
                work.nominations().pick(drafter, id);
            });
        }
        if (house.stage() == Book.Stage.READY) {
            overview(drafter, props);
            stamped(drafter, ids.get(0), props);
            received(organizer, department);
        }
        waiting(house, people, props);
        return drafter;
    }

    /** Those who fill in, and for each the one who passes on what it hands over. */
    private People people(Actor drafter, Book.House house) {
        var bodies = house.bodies().stream().map(each -> houses.bodies().add(drafter, each.name())).toList();
        var passing = new ArrayList<Actor>();
        for (int i = 0; i < bodies.size(); i++) {
            passing.add(cast.member(drafter, house.bodies().get(i).person(), bodies.get(i)));
        }
        var units = house.units().stream().map(unit -> {
            var made = houses.units().add(drafter, unit.name(), unit.through().map(index -> bodies.get(index).id()));
            return cast.member(drafter, unit.person(), Role.UNIT, drafter.owner(), Optional.of(made.id()), unit.name());
        }).toList();
        return new People(units, passing);
    }

    /** @param passing one for each body */
    private record People(List<Actor> units, List<Actor> passing) {}

    /** Handed over lately; the body has not looked yet. */
    private void waiting(Book.House house, People people, Props props) {
        for (var name : house.waiting()) {
            int unit = IntStream.range(0, house.units().size()).filter(each -> house.units().get(each).through().isPresent()).findFirst().orElseThrow();
            handedOver(people.units().get(unit), new Telling(call).brief(name, house.units().get(unit), house.tales().size() + 1), props, house);
        }
    }

    private List<UUID> achievements(Book.House house, People people, Props props) {
        var telling = new Telling(call);
        var ids = new ArrayList<UUID>();
        for (var tale : house.tales()) {
            ids.add(passedOn(people, tale.unit(), telling.whole(tale, house.units().get(tale.unit()), ids.size() + 1), props, house));
        }
        for (var name : house.names()) {
            int unit = ids.size() % house.units().size();
            var told = house.stage() == Book.Stage.LATE ? telling.begun(name, house.units().get(unit))
                : telling.brief(name, house.units().get(unit), ids.size() + 1);
            ids.add(house.stage() == Book.Stage.LATE ? filled(people.units().get(unit), told, props) : passedOn(people, unit, told, props, house));
        }
        return ids;
    }

    /** Handed over, and by the body between, where there is one, passed on. */
    private UUID passedOn(People people, int unit, Achievement told, Props props, Book.House house) {
        var id = handedOver(people.units().get(unit), told, props, house);
        house.units().get(unit).through().ifPresent(body -> {
            if (!(work.passages().pass(people.passing().get(body), id, house.bodies().get(body).opinion()) instanceof Outcome.Done)) {
                throw new IllegalStateException(house.code() + ": " + told.name() + " can't be passed on");
            }
        });
        return id;
    }

    private UUID handedOver(Actor unit, Achievement told, Props props, Book.House house) {
        var id = filled(unit, told, props);
        if (!(work.achievements().handOver(unit, id) instanceof Outcome.Done)) {
            throw new IllegalStateException(house.code() + ": " + told.name() + " can't be handed over");
        }
        return id;
    }

    private UUID filled(Actor unit, Achievement told, Props props) {
        var begun = work.achievements().begin(unit, Disclosure.PUBLIC, Optional.empty());
        var id = ((Outcome.Done) begun).achievement();
        var files = new HashMap<String, StoredFile>();
        told.files().forEach(path -> files.put(path, path.equals("film") ? props.film(unit, "expedition.mp4", 5) : props.picture(unit)));
        work.intake().fill(unit, id, told, path -> Optional.ofNullable(files.get(path)));
        return id;
    }

    private void overview(Actor drafter, Props props) {
        var film = props.film(drafter, "overview.mp4", 2);
        done(work.heads().film(drafter, Disclosure.PUBLIC, film));
    }

    /** A scan that is there, an original on its way, one that waits to be sent, and a paper that comes later, with the reason (B16). */
    private void stamped(Actor drafter, UUID first, Props props) {
        var file = props.paper(drafter, "成果推荐汇总表（盖章）.pdf", stamps.lists().summary(drafter.owner()));
        done(stamps.stampings().scanned(drafter, "summary", "-", file));
        say(drafter, new Place("summary", "-", "original"), "sent", "邮政特快 0000000000000（演示）", "");
        say(drafter, new Place("letter", "-", "scan"), "excepted", "推荐函由办公厅统一编号，随后单独发文。", "");
        say(drafter, new Place("letter", "-", "original"), "excepted", "推荐函由办公厅统一编号，随后单独发文。", stamps.stampings().today().plusDays(5).toString());
        say(drafter, new Place("board-form", first.toString(), "original"), "here", "", "");
    }

    /** A parcel that came before the sign-off, with a letter and a table that was not stamped (A12). */
    private void received(Actor organizer, UUID department) {
        var today = stamps.stampings().today();
        done(stamps.receptions().parcel(organizer, department, new Came("courier", "SF0000000000000（演示）", today.minusDays(2), today.minusDays(1), "外箱一角受潮，内件完好")));
        done(stamps.receptions().found(organizer, department, "open.letter.-", "here", ""));
        done(stamps.receptions().found(organizer, department, "open.summary.-", "differs", "没有盖推荐部门的章"));
    }

    private void say(Actor by, Place place, String state, String note, String day) {
        done(stamps.stampings().say(by, place, state, note, day));
    }

    private static void done(Optional<Text> refused) {
        refused.ifPresent(no -> {
            throw new IllegalStateException(no.en());
        });
    }
}
