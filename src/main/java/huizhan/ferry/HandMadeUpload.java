package huizhan.ferry;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.media.StoredFile;
import huizhan.media.UploadTarget;
import huizhan.opening.OpenCall;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where the files of a disc made by hand arrive, one place for each that was announced. */
@Component
class HandMadeUpload implements UploadTarget {
    private static final Pattern SLOT = Pattern.compile("discs:hand-made:([0-9a-f-]{36}):([0-9]{1,6}|image)");
    private static final String IMAGE = "image";
    private final HandMadeDiscs discs;
    private final HandMadeSql sql;
    private final OpenCall open;
    private final HandMadeImages images;

    HandMadeUpload(HandMadeDiscs discs, HandMadeSql sql, OpenCall open, HandMadeImages images) {
        this.discs = discs;
        this.sql = sql;
        this.open = open;
        this.images = images;
    }

    static String slot(UUID disc, int number) {
        return slots(disc) + number;
    }

    /** The number of the file whose slot it is. */
    static int number(String slot) {
        return place(slot).orElseThrow().number().orElseThrow();
    }

    /** Where an image of a disc goes. */
    static String image(UUID disc) {
        return slots(disc) + IMAGE;
    }

    /** What the slots of a disc begin with. */
    static String slots(UUID disc) {
        return "discs:hand-made:" + disc + ":";
    }

    /** @param number of the file; empty for an image */
    private record Place(UUID disc, OptionalInt number) {}

    private static Optional<Place> place(String slot) {
        var found = SLOT.matcher(slot);
        if (!found.matches()) return Optional.empty();
        return Optional.of(new Place(UUID.fromString(found.group(1)), found.group(2).equals(IMAGE) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(found.group(2)))));
    }

    /** One that may not lie here is still known: what was on its way to it is to be refused, not kept without a place. */
    @Override public boolean knows(Actor me, String slot) {
        return discs.receives(me) && place(slot).filter(each -> misplaced(each.disc()) || there(each)).isPresent();
    }

    private boolean there(Place place) {
        return place.number().isEmpty() ? find(place.disc()).isPresent() : sql.files(place.disc()).stream().anyMatch(file -> file.number() == place.number().getAsInt());
    }

    private Optional<HandMadeSql.Disc> find(UUID disc) {
        return sql.find(open.call().id(), disc);
    }

    private boolean misplaced(UUID disc) {
        return find(disc).flatMap(HandMadeSql.Disc::misplaced).isPresent();
    }

    @Override public Optional<Text> refusal(Actor me, String slot, String filename, long size) {
        return find(place(slot).orElseThrow().disc()).map(HandMadeDiscs::over).orElseGet(() -> Optional.of(HandMadeDiscs.GONE));
    }

    @Override public Optional<Text> arrived(Actor me, String slot, StoredFile file) {
        var place = place(slot).orElseThrow();
        // whoever sends all of it away waits for this one, or this one for him
        boolean held = sql.hold(place.disc());
        var no = refusal(me, slot, file.originalName(), file.size());
        if (no.isEmpty() && held && place.number().isEmpty()) {
            images.came(place.disc(), file.id());
            return Optional.empty();
        }
        if (no.isEmpty() && held && discs.arrives(place.disc(), place.number().getAsInt(), file.id(), file.size())) {
            discs.lookSoon(place.disc());
            return Optional.empty();
        }
        discs.late(place.disc(), file.id());
        return no.or(() -> Optional.of(HandMadeDiscs.GONE));
    }

    /** The files of an image are looked at one by one when they are taken out. */
    @Override public boolean lookedIntoLater(String slot) {
        return place(slot).filter(each -> each.number().isEmpty()).isPresent();
    }

    @Override public long largest(String slot) {
        return lookedIntoLater(slot) ? WaitingDiscs.LARGEST : UploadTarget.super.largest(slot);
    }

    /** Whoever sorts looks at the pictures. */
    @Override public boolean mayRead(Actor me, UUID file) {
        return discs.receives(me) && sql.holds(file);
    }
}
