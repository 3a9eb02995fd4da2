package huizhan.achievement;

import huizhan.achievement.AchievementPage.AttachmentView;
import huizhan.achievement.AchievementPage.FileView;
import huizhan.achievement.AchievementPage.ObjectView;
import huizhan.achievement.AchievementPage.SlotView;
import huizhan.call.Call;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.GrantedException;
import huizhan.media.Derivative;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the slots of a page: each file with its picture, its verdict in one line and its caption. */
final class SlotViews {
    private final Call call;
    private final SlotSql sql;
    private final MediaFiles media;
    private final Verdicts verdicts;
    private final Words words;
    private final Clock business;

    SlotViews(Call call, SlotSql sql, MediaFiles media, Verdicts verdicts, Words words, Clock business) {
        this.call = call;
        this.sql = sql;
        this.media = media;
        this.verdicts = verdicts;
        this.words = words;
        this.business = business;
    }

    SlotView pictures(Draft draft, Seen seen) {
        return slot(draft, new SlotName(draft.entry().id(), Slot.PICTURE, ""), draft.in(Slot.PICTURE), seen);
    }

    SlotView figures(Draft draft, Seen seen) {
        return slot(draft, new SlotName(draft.entry().id(), Slot.FIGURE, ""), draft.in(Slot.FIGURE), seen);
    }

    SlotView video(Draft draft, Seen seen) {
        return slot(draft, new SlotName(draft.entry().id(), Slot.VIDEO, ""), draft.in(Slot.VIDEO), seen);
    }

    List<ObjectView> objects(Draft draft, Seen seen) {
        return IntStream.range(0, draft.objects().size()).mapToObj(i -> object(draft, i, seen)).toList();
    }

    private ObjectView object(Draft draft, int index, Seen seen) {
        var id = draft.objects().get(index);
        var notes = Catalogue.OBJECT_PARTS.stream().map(part -> seen.controls.note(id, part, words.say("object." + part))).toList();
        return new ObjectView(id, index + 1, draft.text(Catalogue.object(id, "name")), notes,
            slot(draft, new SlotName(draft.entry().id(), Slot.PHOTO, id.toString()), draft.photos(id), seen));
    }

    List<AttachmentView> attachments(Draft draft, Seen seen) {
        return call.choices("attachments").stream().map(kind -> new AttachmentView(kind.code(), kind.label().in(seen.lang),
            slot(draft, new SlotName(draft.entry().id(), Slot.ATTACHMENT, kind.code()),
                draft.in(Slot.ATTACHMENT).stream().filter(each -> each.kind().equals(kind.code())).toList(), seen))).toList();
    }

    private SlotView slot(Draft draft, SlotName name, List<Placed> files, Seen seen) {
        var views = IntStream.range(0, files.size()).boxed()
            .flatMap(i -> draft.file(files.get(i)).map(stored -> view(files, i, stored, seen)).stream()).toList();
        var accept = name.slot().extensions().stream().map(each -> "." + each).collect(Collectors.joining(","));
        int least = name.slot() == Slot.PICTURE ? call.limits().picturesLeast() : 0;
        return new SlotView(name.toString(), name.slot().code(), views, least, Slots.most(name.slot(), call), seen.open, accept,
            seen.gone.stream().filter(each -> at(each.placed, name)).map(SlotViews::gone).toList());
    }

    private FileView view(List<Placed> files, int index, StoredFile stored, Seen seen) {
        var placed = files.get(index);
        var verdict = verdicts.of(placed.slot(), stored, seen.granted);
        boolean video = placed.slot() == Slot.VIDEO;
        return new FileView(placed.id(), stored.id(), index + 1, stored.originalName(), verdict.getKind(), verdict.text().in(seen.lang),
            caption(placed, seen.controls), index == 0, index == files.size() - 1,
            placed.slot() != Slot.ATTACHMENT && there(stored, video ? Derivative.POSTER : Derivative.THUMB), video && there(stored, Derivative.FILM));
    }

    /** A copy of the same content may be there from another file; it is shown once this one was examined whole. */
    private boolean there(StoredFile stored, Derivative copy) {
        return stored.examined() && media.path(stored, copy).isPresent();
    }

    private static boolean at(Placed placed, SlotName name) {
        return placed.slot() == name.slot() && placed.kind().equals(name.kind()) && placed.object().equals(name.object());
    }

    private static FileView gone(Gone each) {
        return new FileView(each.placed.id(), each.stored.id(), 0, each.stored.originalName(), "", "", null, false, false, false, false);
    }

    private @Nullable Control caption(Placed placed, Controls controls) {
        return switch (placed.slot()) {
            case PICTURE -> controls.caption(placed, Text.same("照片简要说明"));
            case FIGURE -> controls.caption(placed, words.say("figure.caption"));
            case VIDEO, ATTACHMENT, PHOTO -> null;
        };
    }

    /** How a page is looked at: with which controls, whether it may be changed, what was taken away lately, and what was excepted. */
    record Seen(Controls controls, boolean open, Lang lang, List<Gone> gone, List<GrantedException> granted) {}

    record Gone(Placed placed, StoredFile stored) {}

    /** Asked once for a page; what was taken away lately only where it could be put back. */
    Seen seen(Draft draft, Controls controls, boolean open, Lang lang) {
        if (!open) return new Seen(controls, false, lang, List.of(), draft.granted());
        var gone = sql.removed(draft.entry().department(), draft.entry().id(), business.instant().minus(Slots.REMEMBERED));
        var stored = media.find(gone.stream().map(Placed::file).distinct().toList()).stream()
            .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        return new Seen(controls, true, lang, gone.stream().filter(each -> stored.containsKey(each.file()))
            .map(each -> new Gone(each, stored.get(each.file()))).toList(), draft.granted());
    }
}
