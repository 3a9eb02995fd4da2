package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.call.Field;
import huizhan.folder.Sorting;
import huizhan.folder.Sorting.Sorted;
import huizhan.folder.Sorting.Why;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives each file of a folder its place among the slots of an achievement, by names alone (B2). Nothing of a name is kept. */
class FolderPlans {
    static final int MOST_FILES = 2000;
    static final int LONGEST_PATH = 1000;
    static final String FORM = "form";
    static final String NONE = "none";
    static final String NEW_OBJECT = "photo:new";
    private static final String FORMS = ".docx,.docm,.doc,.xlsx,.xlsm";
    private final Guard guard;
    private final Drafts drafts;
    private final Placing placing;
    private final OpenCall open;
    private final Audit audit;
    private final Words words;

    FolderPlans(Guard guard, Drafts drafts, Placing placing, OpenCall open, Audit audit, Words words) {
        this.guard = guard;
        this.drafts = drafts;
        this.placing = placing;
        this.open = open;
        this.audit = audit;
        this.words = words;
    }

    /** A plan, or why there is none. */
    record Answer(Optional<FolderPlan> plan, Optional<Text> no) {}

    /** @param part the achievement's number in the folder, where it holds several */
    Answer plan(Actor me, UUID id, List<Sorting.Named> files, String part, Lang lang) {
        var entry = guard.see(me, id);
        var no = guard.refusal(me, entry, Field.By.UNIT, "folder.sorted");
        if (no.isPresent()) return new Answer(Optional.empty(), no);
        if (files.size() > MOST_FILES || files.stream().anyMatch(each -> each == null || each.path().isBlank() || each.path().length() > LONGEST_PATH || each.size() < 0)) {
            return new Answer(Optional.empty(), Optional.of(words.say("folder.many", MOST_FILES)));
        }
        var sorted = Sorting.of(files, part);
        var draft = drafts.of(entry);
        var marked = sorted.files().stream().filter(each -> refused(each, entry)).count();
        if (marked > 0) audit.refused(me, "folder.sorted", Guard.subject(id), Map.of("reason", "a mark in the name", "files", marked));
        var lines = sorted.files().stream().filter(each -> each.why() != Why.JUNK).map(each -> line(each, draft, lang)).toList();
        return new Answer(Optional.of(new FolderPlan(sorted.parts(), sorted.part(), places(draft, lang), lines, sorted.files().size() - lines.size())), Optional.empty());
    }

    private static boolean refused(Sorted each, Entry entry) {
        return each.why() == Why.SECRET || each.why() == Why.NOT_PUBLIC && entry.disclosure() == Disclosure.PUBLIC;
    }

    /** The place of an object that was added, or why none was. */
    record AddedObject(Optional<FolderPlan.Place> place, Optional<Text> no) {}

    /** Adds the object that a folder's photos are of. */
    AddedObject object(Actor me, UUID id, Lang lang) {
        var added = placing.addObject(me, id);
        if (added.no().isPresent()) return new AddedObject(Optional.empty(), added.no());
        var draft = drafts.of(guard.see(me, id));
        return new AddedObject(added.object().map(object -> photos(draft, object, lang)), Optional.empty());
    }

    /** Names that tell of what doesn't belong here, as {@link Sorting#UNSEEN} reads them; the browser keeps them to itself. */
    static String marks(Entry entry) {
        return entry.disclosure() == Disclosure.PUBLIC ? Sorting.NON_PUBLIC + "|" + Sorting.SECRET : Sorting.SECRET;
    }

    List<FolderPlan.Place> places(Draft draft, Lang lang) {
        var id = draft.entry().id();
        var places = new ArrayList<FolderPlan.Place>();
        places.add(new FolderPlan.Place(FORM, words.say("folder.place.form").in(lang), "", Integer.MAX_VALUE, FORMS, 0));
        for (var slot : List.of(Slot.PICTURE, Slot.FIGURE, Slot.VIDEO)) {
            places.add(place(draft, new SlotName(id, slot, ""), words.say("place." + slot.code()).in(lang)));
        }
        draft.objects().forEach(object -> places.add(photos(draft, object, lang)));
        places.add(new FolderPlan.Place(NEW_OBJECT, words.say("folder.place.photo.new").in(lang), Guard.subject(id) + ":" + NEW_OBJECT, Slots.most(Slot.PHOTO, open.call()), accept(Slot.PHOTO), 0));
        open.call().choices("attachments").forEach(kind -> places.add(place(draft, new SlotName(id, Slot.ATTACHMENT, kind.code()), kind.label().in(lang))));
        places.add(new FolderPlan.Place(NONE, words.say("folder.place.none").in(lang), "", Integer.MAX_VALUE, "", 0));
        return places;
    }

    private FolderPlan.Place photos(Draft draft, UUID object, Lang lang) {
        var label = words.say("folder.place.photo", draft.objects().indexOf(object) + 1, draft.text(Catalogue.object(object, "name"))).in(lang);
        return place(draft, new SlotName(draft.entry().id(), Slot.PHOTO, object.toString()), label);
    }

    private FolderPlan.Place place(Draft draft, SlotName name, String label) {
        int there = name.object().map(object -> draft.photos(object).size()).orElseGet(() -> draft.in(name.slot()).size());
        var code = name.slot().code() + (name.rest().isEmpty() ? "" : ":" + name.rest());
        long least = name.slot() == Slot.PICTURE ? open.call().limits().pictureBytes() : 0;
        return new FolderPlan.Place(code, label, name.toString(), Math.max(0, Slots.most(name.slot(), open.call()) - there), accept(name.slot()), least);
    }

    private static String accept(Slot slot) {
        return slot.extensions().stream().map(each -> "." + each).collect(Collectors.joining(","));
    }

    private FolderPlan.Line line(Sorted each, Draft draft, Lang lang) {
        if (each.why() == Why.NOT_PUBLIC && !refused(each, draft.entry())) return new FolderPlan.Line(each.file().path(), "", words.say("folder.why.unknown").in(lang), false);
        var place = switch (each.place()) {
            case FORM -> FORM;
            case PICTURE -> Slot.PICTURE.code();
            case FIGURE -> Slot.FIGURE.code();
            case VIDEO -> Slot.VIDEO.code();
            case PHOTO -> photo(draft);
            case ATTACHMENT -> Slot.ATTACHMENT.code() + ":" + (open.call().choice("attachments", each.kind()).isPresent() ? each.kind() : "other");
            case ASKED -> "";
            case NONE -> NONE;
        };
        var why = place.isEmpty() && each.why() != Why.UNKNOWN ? "which-object" : each.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FolderPlan.Line(each.file().path(), place, words.say("folder.why." + why).in(lang), place.equals(NONE));
    }

    /** Of several objects nobody but the person knows which. */
    private static String photo(Draft draft) {
        return draft.objects().isEmpty() ? NEW_OBJECT : draft.objects().size() == 1 ? Slot.PHOTO.code() + ":" + draft.objects().get(0) : "";
    }
}
