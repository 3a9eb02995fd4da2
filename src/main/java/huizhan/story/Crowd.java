package huizhan.story;

import huizhan.achievement.Outcome;
import huizhan.call.Call;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Values;
import huizhan.media.StoredFile;
import huizhan.nomination.SignOff;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.organization.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a fresh data folder with a whole call's worth of departments, for figures under load: each has signed off its list, and some
 * units are still writing one achievement more. The pictures are few and shared by all; everything else is each one's own.
 */
@Component
public class Crowd {
    private static final List<String> SUBJECTS = List.of("耐盐水稻", "海洋浮标", "冻土道路", "稀土回收", "疫苗佐剂", "风电叶片", "卫星遥感", "古籍修复", "湿地修复",
        "煤层气", "高铁减振", "水质监测", "量子通信", "地震预警", "生物航油", "干旱草原", "深海采样");
    private static final List<String> ENDS = List.of("联合研究", "示范工程", "技术转移", "标准互认", "人才培养");
    private static final int PICTURES = 4;
    private final Cast cast;
    private final Departments departments;
    private final Units units;
    private final Doors doors;
    private final Call call;
    private final TransactionTemplate writing;

    /** The doors that people use too. */
    @Component
    record Doors(Story.Work work, Story.Studio studio, SignOff signOff) {}

    /**
     * How many.
     *
     * @param departments that have signed off
     * @param each        achievements in each one's list
     * @param writers     people of units, one in each of the first departments, who are still writing
     */
    public record Size(int departments, int each, int writers) {}

    Crowd(Cast cast, Departments departments, Units units, Doors doors, Call call, PlatformTransactionManager transactions) {
        this.cast = cast;
        this.departments = departments;
        this.units = units;
        this.doors = doors;
        this.call = call;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * Fills the folder; each department is one transaction.
     *
     * @param workshop where pictures are made before they go into the store
     * @param accounts where the sign-ins of the organizer and of the writers are written
     * @param progress told one line now and then
     */
    public void fill(Path workshop, Path accounts, Size size, Consumer<String> progress) throws IOException {
        var organizer = cast.organizer();
        var props = new Props(doors.studio().media(), doors.studio().tools(), workshop);
        var pictures = IntStream.range(0, PICTURES).mapToObj(i -> props.picture(organizer)).toList();
        var all = departments(organizer, size.departments());
        for (int i = 0; i < size.departments(); i++) {
            int number = i;
            writing.executeWithoutResult(status -> department(organizer, all.get(number), number, size, pictures));
            if ((i + 1) % 10 == 0) {
                progress.accept((i + 1) + " / " + size.departments());
            }
        }
        cast.write(accounts);
    }

    /** Those on the list of the day, and invented ones where that is too short. */
    private List<Department> departments(Actor organizer, int wanted) {
        for (int i = departments.active().size(); i < wanted; i++) {
            departments.add(organizer, "Z%03d".formatted(i), new Text("第" + i + "试验部门", "Trial department " + i), "other", LocalDate.of(2015, 1, 1));
        }
        return departments.active();
    }

    private void department(Actor organizer, Department department, int number, Size size, List<StoredFile> pictures) {
        var drafter = cast.guest(organizer, "经办", Role.DRAFTER, department.id(), Optional.empty());
        var approver = cast.guest(organizer, "审签", Role.APPROVER, department.id(), Optional.empty());
        var unit = units.add(drafter, department.name().zh() + "第一研究所", Optional.empty());
        var person = new Book.Person("unit%03d".formatted(number + 1), "撰稿人");
        var told = new Book.Unit(unit.name(), person, Optional.empty());
        var writer = number < size.writers() ? cast.member(drafter, person, Role.UNIT, department.id(), Optional.of(unit.id()), unit.name())
            : cast.guest(drafter, person.name(), Role.UNIT, department.id(), Optional.of(unit.id()));
        Map.of("name", department.name().zh(), "contact", "联系人", "telephone", "010-55501234")
            .forEach((field, value) -> doors.work().heads().write(drafter, field, value, 0));
        for (int i = 0; i < size.each(); i++) {
            nominate(drafter, writer, brief(told, number * size.each() + i), pictures);
        }
        doors.signOff().sign(approver).orElseThrow(() -> new IllegalStateException(department.code() + " can't sign off"));
        if (number < size.writers()) {
            filled(writer, new Telling(call).whole(Book.read().houses().get(0).tales().get(0), told, number % 100), pictures);
        }
    }

    private void nominate(Actor drafter, Actor writer, Achievement told, List<StoredFile> pictures) {
        var id = filled(writer, told, pictures);
        if (!(doors.work().achievements().handOver(writer, id) instanceof Outcome.Done)) {
            throw new IllegalStateException(told.name() + " can't be handed over");
        }
        doors.work().intake().write(drafter, id, "board.departmentOpinion", "同意推荐。");
        doors.work().nominations().pick(drafter, id);
    }

    private UUID filled(Actor writer, Achievement told, List<StoredFile> pictures) {
        var id = ((Outcome.Done) doors.work().achievements().begin(writer, Disclosure.PUBLIC, Optional.empty())).achievement();
        var files = new ArrayList<>(told.files());
        doors.work().intake().fill(writer, id, told, path -> Optional.of(pictures.get(files.indexOf(path) % pictures.size())));
        return id;
    }

    private Achievement brief(Book.Unit unit, int number) {
        var name = SUBJECTS.get(number % SUBJECTS.size()) + ENDS.get(number / SUBJECTS.size() % ENDS.size()) + "第" + (number + 1) + "号";
        var brief = new Telling(call).brief(name, unit, number % 100);
        var values = new LinkedHashMap<>(brief.values().all());
        var directions = call.choices("directions");
        values.put("directions", List.of(directions.get(number % directions.size()).code()));
        return new Achievement(brief.id(), brief.revision(), brief.folder(), brief.rank(), brief.disclosure(), new Values(values), "", "", List.of(),
            List.of(), brief.pictures(), "", List.of());
    }
}
