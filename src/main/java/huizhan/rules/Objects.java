package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.subject;
import static huizhan.rules.Say.told;
import static huizhan.rules.Say.warning;

import huizhan.call.Call;
import huizhan.call.Choice;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.ExhibitObject;
import huizhan.material.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Objects and models: the note and the photos that come before the thing itself (A9). */
final class Objects {
    private Objects() {}

    static List<Finding> object(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> Stream.concat(
                call.choices("object-kinds").stream().filter(kind -> each.ticked(kind.code()) && none(each, kind))
                        .map(kind -> error("A9.object", "none", subject(each, "objects"), place(each, "objects"), kind.label())),
                IntStream.range(0, each.objects().size()).boxed().flatMap(i -> note(each, i, call).stream()))).toList();
    }

    private static boolean none(Achievement achievement, Choice kind) {
        return achievement.objects().stream().noneMatch(each -> each.kind().equals(kind.code()));
    }

    private static List<Finding> note(Achievement achievement, int index, Call call) {
        var object = achievement.objects().get(index);
        var gaps = new ArrayList<String>();
        if (object.name().isBlank()) {
            gaps.add("name");
        }
        if (call.choice("object-kinds", object.kind()).isEmpty()) {
            gaps.add("kind");
        }
        if (!object.sized()) {
            gaps.add("size");
        }
        if (!(object.weightKg() > 0)) {
            gaps.add("weight");
        }
        return gaps.stream().map(gap -> error("A9.object", gap, subject(achievement, "objects"), place(achievement, "objects", index),
                index + 1, object.name())).toList();
    }

    static List<Finding> photo(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> IntStream.range(0, each.objects().size())
                .filter(i -> each.objects().get(i).photos().stream().allMatch(String::isBlank))
                .mapToObj(i -> error("A9.photo", "", subject(each, "objects"), place(each, "objects", i), i + 1, each.objects().get(i).name()))).toList();
    }

    static List<Finding> box(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> call.choices("object-kinds").stream()
                .filter(kind -> !each.ticked(kind.code()) && each.objects().stream().map(ExhibitObject::kind).anyMatch(kind.code()::equals))
                .map(kind -> warning("A9.box", "", subject(each, "exhibitForms"), place(each, "exhibitForms"), kind.label()))).toList();
    }
}
