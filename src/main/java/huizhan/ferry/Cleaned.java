package huizhan.ferry;

import huizhan.call.Call;
import huizhan.kernel.Plain;
import huizhan.material.Achievement;
import huizhan.material.ExhibitObject;
import huizhan.material.Figure;
import huizhan.material.Material;
import huizhan.material.Picture;
import huizhan.material.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/** A record by a stranger's hand as it is kept: keys that the call doesn't know are left out, and so are letters without a shape (B4, C3). */
final class Cleaned {
    private Cleaned() {}

    static Material of(Material told, Call call) {
        var head = kept(told.department(), id -> call.headField(id).isPresent());
        return new Material(told.call(), told.shape(), told.id(), told.revision(), told.exceptions(), head, told.overview(),
            told.achievements().stream().map(each -> achievement(each, call)).toList(), told.files(), told.formFiles(), told.readings(), told.unread());
    }

    private static Achievement achievement(Achievement told, Call call) {
        var values = kept(told.values(), id -> call.field(id).isPresent() || section(id, call));
        return new Achievement(told.id(), told.revision(), told.folder(), told.rank(), told.disclosure(), values, told.statementFile(), told.prose(),
            told.figures().stream().map(each -> new Figure(each.file(), Plain.text(each.caption()))).toList(), told.attachments(),
            told.pictures().stream().map(each -> new Picture(each.file(), Plain.line(each.originalName()), Plain.text(each.caption()))).toList(), told.video(),
            told.objects().stream().map(Cleaned::object).toList());
    }

    private static boolean section(String id, Call call) {
        return id.startsWith(Values.STATEMENT) && call.kinds().stream().anyMatch(kind -> kind.section(id.substring(Values.STATEMENT.length())).isPresent());
    }

    private static ExhibitObject object(ExhibitObject told) {
        return new ExhibitObject(Plain.text(told.name()), Plain.line(told.kind()), told.lengthCm(), told.widthCm(), told.heightCm(), Plain.text(told.size()), told.weightKg(),
            Plain.text(told.note()), told.photos());
    }

    private static Values kept(Values told, Predicate<String> known) {
        var kept = new LinkedHashMap<String, List<String>>();
        told.all().forEach((id, texts) -> {
            if (known.test(id)) kept.put(id, texts.stream().map(Plain::text).toList());
        });
        return new Values(kept);
    }
}
