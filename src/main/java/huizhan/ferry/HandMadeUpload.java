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
        return slots(disc) + number;
    }

    /** What the slots of a disc begin with. */
    static String slots(UUID disc) {
        return "discs:hand-made:" + disc + ":";
    }

    private record Place(UUID disc, int number) {}

    private static Optional<Place> place(String slot) {
        var found = SLOT.matcher(slot);
        return found.matches() ? Optional.of(new Place(UUID.fromString(found.group(1)), Integer.parseInt(found.group(2)))) : Optional.empty();
    }

    /** One that may not lie here is still known: what was on its way to it is to be refused, not kept without a place. */
    @Override public boolean knows(Actor me, String slot) {
        return discs.receives(me) && place(slot).filter(each -> misplaced(each.disc()) || sql.files(each.disc()).stream().anyMatch(file -> file.number() == each.number())).isPresent();
    }

    private boolean misplaced(UUID disc) {
        return sql.find(open.call().id(), disc).flatMap(HandMadeSql.Disc::misplaced).isPresent();
    }

    @Override public Optional<Text> refusal(Actor me, String slot, String filename, long size) {
        return sql.find(open.call().id(), place(slot).orElseThrow().disc()).map(HandMadeDiscs::over).orElseGet(() -> Optional.of(HandMadeDiscs.GONE));
    }

    @Override public Optional<Text> arrived(Actor me, String slot, StoredFile file) {
        var place = place(slot).orElseThrow();
        // whoever sends all of it away waits for this one, or this one for him
        boolean held = sql.hold(place.disc());
        var no = refusal(me, slot, file.originalName(), file.size());
        if (no.isEmpty() && held && sql.arrived(place.disc(), place.number(), file.id())) {
            discs.lookSoon(place.disc());
            return Optional.empty();
        }
        discs.late(place.disc(), file.id());
        return no.or(() -> Optional.of(HandMadeDiscs.GONE));
    }

    /** Whoever sorts looks at the pictures. */
    @Override public boolean mayRead(Actor me, UUID file) {
        return discs.receives(me) && sql.holds(file);
    }
}
