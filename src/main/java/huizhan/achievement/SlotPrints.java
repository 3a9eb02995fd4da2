package huizhan.achievement;

import huizhan.achievement.AchievementPage.AttachmentView;
import huizhan.achievement.AchievementPage.FileView;
import huizhan.achievement.AchievementPage.ObjectView;
import huizhan.achievement.AchievementPage.SlotView;
import huizhan.web.Html;
import java.util.UUID;

/** Prints the slots of a form from stencils: frames, uploaders, objects, separate sheets. */
final class SlotPrints {
    private static final String SLOTS = "achievement/slots";
    private final Prints prints;

    SlotPrints(Prints prints) {
        this.prints = prints;
    }

    /** What a page fetches anew after something in a section changed. */
    Html section(String section, AchievementPage page) {
        return switch (section) {
            case "pictures" -> pictures(page);
            case "video" -> video(page);
            case "figures" -> figures(page.statement().figures(), page.id());
            case "objects" -> objects(page);
            default -> attachments(page);
        };
    }

    Html pictures(AchievementPage page) {
        var slot = page.pictures();
        return prints.print(SLOTS, "pictures", page.id(), (marks, model) -> {
            model.put("key", slot.getKey());
            model.put("slot", slot.around(marks));
            model.put("frames", marks.html(frames(slot, page.id())));
            model.put("empty", slot.getEmpty());
            model.put("pictureSize", page.pictureSize());
        });
    }

    Html figures(SlotView slot, UUID achievement) {
        return prints.print(SLOTS, "figures", achievement, (marks, model) -> {
            model.put("key", slot.getKey());
            model.put("slot", slot.around(marks));
            model.put("frames", slot.files().isEmpty() ? "" : marks.html(frames(slot, achievement)));
        });
    }

    Html video(AchievementPage page) {
        return prints.print(SLOTS, "video", page.id(), (marks, model) -> {
            model.put("key", page.video().getKey());
            model.put("slot", page.video().framed(marks));
        });
    }

    Html objects(AchievementPage page) {
        return prints.print(SLOTS, "objects", page.id(), (marks, model) -> {
            model.put("fill", page.may().fill());
            model.put("objects", page.objects().stream().map(each -> marks.html(object(each, page))).toList());
        });
    }

    private Html object(ObjectView object, AchievementPage page) {
        var slot = object.photos();
        return prints.print(SLOTS, "object", page.id(), (marks, model) -> {
            model.put("number", object.number());
            model.put("name", marks.text(object.name()));
            model.put("object", marks.id(object.id()));
            model.put("key", marks.text(slot.getKey()));
            model.put("slot", slot.around(marks));
            model.put("notes", marks.html(prints.fields(object.controls(), page.correction(), java.util.Map.of())));
            model.put("frames", slot.files().isEmpty() ? "" : marks.html(frames(slot, page.id())));
            model.put("uploader", marks.html(uploader(slot, 0)));
        });
    }

    /** The separate sheets, by kind. */
    Html attachments(AchievementPage page) {
        return page.attachments().stream().map(each -> sheets(each, page.id())).collect(Html.joining());
    }

    private Html sheets(AttachmentView sheets, UUID achievement) {
        var slot = sheets.slot();
        return prints.print(SLOTS, "sheets", achievement, (marks, model) -> {
            model.put("a", new AttachmentView(sheets.kind(), sheets.label(), slot.framed(marks)));
            model.put("key", slot.getKey());
            model.put("uploader", marks.html(uploader(slot, 0)));
        });
    }

    private Html frames(SlotView slot, UUID achievement) {
        return slot.files().stream().map(each -> frame(each, slot, achievement)).collect(Html.joining());
    }

    private Html frame(FileView file, SlotView slot, UUID achievement) {
        return prints.print(SLOTS, "frame", achievement, (marks, model) -> {
            model.put("f", file.framed(marks));
            model.put("alt", marks.text(file.alt()));
            model.put("slot", slot.around(marks));
        });
    }

    /**
     * The uploader of a slot that is open, else nothing.
     *
     * @param least bytes that a file should have, 0 for any
     */
    Html uploader(SlotView slot, long least) {
        if (!slot.open()) return Html.EMPTY;
        return prints.print("media/uploader", "uploader", (marks, model) -> {
            model.put("slot", marks.text(slot.name()));
            model.put("accept", slot.accept());
            model.put("most", slot.most());
            if (least > 0) model.put("uploadLeast", least);
        });
    }
}
