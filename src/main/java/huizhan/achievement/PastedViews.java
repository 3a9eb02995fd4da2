package huizhan.achievement;

import huizhan.achievement.PastedView.Choice;
import huizhan.call.Call;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.ExhibitObject;
import huizhan.material.PictureFacts;
import huizhan.media.Derivative;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.office.FormDocument;
import huizhan.office.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says of each picture of a form where it would go, and what speaks against it (B2, A6). Nothing is written. */
final class PastedViews {
    /** Ahead of an object's number in the note that is being read: it has no id yet. */
    static final String NOTE = "note:";
    private static final String BOARD_TEXT = "board.text";
    private final Call call;
    private final MediaFiles media;
    private final Verdicts verdicts;
    private final Words words;

    PastedViews(Call call, MediaFiles media, Verdicts verdicts, Words words) {
        this.call = call;
        this.media = media;
        this.verdicts = verdicts;
        this.words = words;
    }

    List<PastedView> of(Draft draft, Reading read, List<Pasting.Kept> kept, Lang lang) {
        var choices = choices(draft, read.objects(), lang);
        var taken = new HashMap<String, Integer>();
        var seen = new HashSet<String>();
        var views = new ArrayList<PastedView>();
        for (int i = 0; i < kept.size(); i++) {
            var slot = offered(draft, read, kept.get(i), i, kept.size());
            var file = kept.get(i).file();
            var against = against(draft, slot, file, !seen.add(slot + " " + file.sha256()), taken);
            if (against.isEmpty()) taken.merge(slot, 1, Integer::sum);
            boolean able = slot(draft, slot).slot().takes(file.originalName());
            var smaller = smaller(kept.get(i));
            boolean small = slot.equals(Slot.PICTURE.code()) && file.size() < call.limits().pictureBytes();
            var notes = Stream.concat(against.stream(), smaller.map(ppi -> words.say("pasted.smaller", ppi)).stream()).map(text -> text.in(lang)).toList();
            views.add(new PastedView(kept.get(i).pasted().id(), file.originalName(), kept.get(i).picture().where().in(lang), look(slot(draft, slot).slot(), draft, file, lang),
                notes, kept.get(i).picture().caption(), slot, against.isEmpty(), able, able && (small || smaller.isPresent()), choices));
        }
        return views;
    }

    /** A small picture of it, or that one may come; and the line that an upload would get. */
    PastedView.Look look(Slot slot, Draft draft, StoredFile file, Lang lang) {
        boolean examined = media.examined(file.id());
        boolean preview = examined && media.path(file, Derivative.THUMB).isPresent();
        var verdict = verdicts.of(slot, file, draft.granted());
        return new PastedView.Look(file.id(), file.originalName(), preview, !examined && slot.takes(file.originalName()), verdict.getKind(), verdict.text().in(lang));
    }

    private List<Choice> choices(Draft draft, List<ExhibitObject> noted, Lang lang) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(Slot.PICTURE.code(), words.say("place.picture").in(lang)));
        choices.add(new Choice(Slot.FIGURE.code(), words.say("place.figure").in(lang)));
        draft.objects().forEach(id -> choices.add(new Choice(photo(id), words.say("pasted.photo", named(draft.text(Catalogue.object(id, "name")))).in(lang))));
        IntStream.range(0, noted.size()).forEach(i -> choices.add(new Choice(NOTE + i, words.say("pasted.photo.new", named(noted.get(i).name())).in(lang))));
        return choices;
    }

    private static Object named(String name) {
        return name.isBlank() ? "—" : name;
    }

    private static String photo(UUID object) {
        return Slot.PHOTO.code() + ":" + object;
    }

    /** A note's pictures are of its objects, one each where there are as many; a text's are figures; all others are for the board. */
    private static String offered(Draft draft, Reading read, Pasting.Kept kept, int index, int pictures) {
        if (read.document() == FormDocument.OBJECT_NOTE && !read.objects().isEmpty()) return NOTE + (read.objects().size() == pictures ? index : 0);
        if (read.document() == FormDocument.OBJECT_NOTE && !draft.objects().isEmpty()) return photo(draft.objects().get(0));
        return read.document() == FormDocument.STATEMENT || kept.picture().field().equals(BOARD_TEXT) ? Slot.FIGURE.code() : Slot.PICTURE.code();
    }

    private static SlotName slot(Draft draft, String slot) {
        return slot.startsWith(NOTE) ? new SlotName(draft.entry().id(), Slot.PHOTO, new UUID(0, 0).toString())
            : SlotName.of("achievement:" + draft.entry().id() + ":" + slot).orElseThrow();
    }

    private Optional<Text> against(Draft draft, String offered, StoredFile file, boolean twice, Map<String, Integer> taken) {
        var name = slot(draft, offered);
        var label = words.say("place." + name.slot().code());
        if (!name.slot().takes(file.originalName())) return Optional.of(words.say("pasted.kind"));
        if (Pasting.there(draft, name, file)) return Optional.of(words.say("pasted.already", label));
        if (twice) return Optional.of(words.say("pasted.twice"));
        int there = name.object().map(object -> draft.photos(object).size()).orElseGet(() -> draft.in(name.slot()).size());
        int most = Slots.most(name.slot(), call);
        return there + taken.getOrDefault(offered, 0) < most ? Optional.empty() : Optional.of(words.say("pasted.full", label, most));
    }

    /** To how little Word has made it smaller; empty where nothing tells. */
    private static Optional<Integer> smaller(Pasting.Kept kept) {
        return kept.file().facts().picture().filter(each -> !each.broken()).map(PictureFacts::width).map(kept.picture()::madeSmaller)
            .filter(OptionalInt::isPresent).map(OptionalInt::getAsInt);
    }
}
