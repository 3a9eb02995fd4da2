package huizhan.story;

import huizhan.achievement.Achievements;
import huizhan.achievement.Intake;
import huizhan.achievement.Outcome;
import huizhan.call.Call;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.material.Achievement;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.media.Tools;
import huizhan.nomination.Heads;
import huizhan.nomination.Nominations;
import huizhan.organization.Departments;
import huizhan.organization.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Plays the story into a fresh data folder. */
@Component
public class Story {
    private final Cast cast;
    private final Departments departments;
    private final Units units;
    private final Work work;
    private final Call call;
    private final Studio studio;

    /** Where achievements and nominations are made. */
    @Component
    record Work(Achievements achievements, Intake intake, Nominations nominations, Heads heads) {}

    /** What pictures and films are made with. */
    @Component
    record Studio(MediaFiles media, Tools tools) {}

    Story(Cast cast, Departments departments, Units units, Work work, Call call, Studio studio) {
        this.cast = cast;
        this.departments = departments;
        this.units = units;
        this.work = work;
        this.call = call;
        this.studio = studio;
    }

    /** Whether the story has still to be told in this folder. */
    public boolean isUntold() {
        return cast.isEmpty();
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
            tell(organizer, house, props);
        }
        cast.write(accounts);
    }

    private void tell(Actor organizer, Book.House house, Props props) {
        var department = departments.add(organizer, house.code(), house.name(), "other", LocalDate.of(2015, 1, 1)).orElseThrow().id();
        var drafter = cast.member(organizer, house.drafter(), Role.DRAFTER, department, Optional.empty(), house.name().zh());
        cast.member(organizer, house.approver(), Role.APPROVER, department, Optional.empty(), house.name().zh());
        var people = new ArrayList<Actor>();
        for (var unit : house.units()) {
            var made = units.add(drafter, unit.name(), "");
            people.add(cast.member(drafter, unit.person(), Role.UNIT, department, Optional.of(made.id()), unit.name()));
        }
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
        }
    }

    private List<UUID> achievements(Book.House house, List<Actor> people, Props props) {
        var telling = new Telling(call);
        var ids = new ArrayList<UUID>();
        for (var tale : house.tales()) {
            ids.add(achievement(people.get(tale.unit()), telling.whole(tale, house.units().get(tale.unit()), ids.size() + 1), props, true, house));
        }
        for (var name : house.names()) {
            int unit = ids.size() % house.units().size();
            var told = house.stage() == Book.Stage.LATE ? telling.begun(name, house.units().get(unit))
                : telling.brief(name, house.units().get(unit), ids.size() + 1);
            ids.add(achievement(people.get(unit), told, props, house.stage() != Book.Stage.LATE, house));
        }
        return ids;
    }

    private UUID achievement(Actor unit, Achievement told, Props props, boolean handOver, Book.House house) {
        var begun = work.achievements().begin(unit, Disclosure.PUBLIC, Optional.empty());
        var id = ((Outcome.Done) begun).achievement();
        var files = new HashMap<String, StoredFile>();
        told.files().forEach(path -> files.put(path, path.equals("film") ? props.film(unit, "expedition.mp4", 5) : props.picture(unit)));
        work.intake().fill(unit, id, told, path -> Optional.ofNullable(files.get(path)));
        if (handOver && !(work.achievements().handOver(unit, id) instanceof Outcome.Done)) {
            throw new IllegalStateException(house.code() + ": " + told.name() + " can't be handed over");
        }
        return id;
    }

    private void overview(Actor drafter, Props props) {
        var film = props.film(drafter, "overview.mp4", 2);
        work.heads().film(drafter, Disclosure.PUBLIC, film).ifPresent(no -> {
            throw new IllegalStateException(no.en());
        });
    }
}
