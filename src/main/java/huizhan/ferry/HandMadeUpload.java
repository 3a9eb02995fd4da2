package huizhan.ferry;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.media.StoredFile;
import huizhan.media.UploadTarget;
import huizhan.opening.OpenCall;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where the files of a disc made by hand arrive, one place for each that was announced. */
@Component
class HandMadeUpload implements UploadTarget {
    private static final Pattern SLOT = Pattern.compile("discs:hand-made:([0-9a-f-]{36}):([0-9]{1,6})");
    private final HandMadeDiscs discs;
    private final HandMadeSql sql;
    private final OpenCall open;

    HandMadeUpload(HandMadeDiscs discs, HandMadeSql sql, OpenCall open) {
        this.discs = discs;
        this.sql = sql;
        this.open = open;
    }

    static String slot(UUID disc, int number) {
        return "discs:hand-made:" + disc + ":" + number;
    }

    private record Place(UUID disc, int number) {}

    private static Optional<Place> place(String slot) {
        var found = SLOT.matcher(slot);
        return found.matches() ? Optional.of(new Place(UUID.fromString(found.group(1)), Integer.parseInt(found.group(2)))) : Optional.empty();
    }

    @Override public boolean knows(Actor me, String slot) {
        return discs.receives(me) && place(slot).filter(each -> sql.files(each.disc()).stream().anyMatch(file -> file.number() == each.number())).isPresent();
    }

    @Override public Optional<Text> refusal(Actor me, String slot, String filename, long size) {
        return sql.find(open.call().id(), place(slot).orElseThrow().disc()).filter(disc -> disc.taken().isEmpty()).isPresent() ? Optional.empty()
            : Optional.of(new Text("这张光盘已经接收，不能再添文件。", "This disc has been taken in; no file can be added."));
    }

    @Override public Optional<Text> arrived(Actor me, String slot, StoredFile file) {
        var no = refusal(me, slot, file.originalName(), file.size());
        var place = place(slot).orElseThrow();
        if (no.isEmpty()) sql.arrived(place.disc(), place.number(), file.id());
        return no;
    }

    /** Whoever sorts looks at the pictures. */
    @Override public boolean mayRead(Actor me, UUID file) {
        return discs.receives(me) && sql.holds(file);
    }
}
