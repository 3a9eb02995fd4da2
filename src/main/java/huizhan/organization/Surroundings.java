package huizhan.organization;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The words anyone would try as a person's password: own name, telephone, mail, department and unit. */
@Component
class Surroundings {
    private final Departments departments;
    private final Units units;
    private final MiddleBodies bodies;

    Surroundings(Departments departments, Units units, MiddleBodies bodies) {
        this.bodies = bodies;
        this.departments = departments;
        this.units = units;
    }

    List<String> of(Account account) {
        var words = new ArrayList<String>();
        words.add(account.name());
        words.add(account.telephone());
        words.add(account.email());
        words.add(account.email().replaceAll("@.*", ""));
        account.department().flatMap(departments::nameOf).ifPresent(name -> {
            words.add(name.zh());
            words.addAll(List.of(name.en().split("\\s+")));
            words.add(name.zh().replaceAll("(科学技术|科技).*", ""));
            words.add(name.zh().replaceAll("[省市].*", ""));
        });
        account.department().ifPresent(department -> account.unit().flatMap(unit -> units.find(department, unit)).ifPresent(unit -> words.add(unit.name())));
        account.department().ifPresent(department -> account.middle().flatMap(id -> bodies.find(department, id)).ifPresent(body -> words.add(body.name())));
        return words;
    }
}
