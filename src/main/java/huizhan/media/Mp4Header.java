package huizhan.media;

import huizhan.material.FilmFacts;
import huizhan.material.FilmFacts.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The index of an MP4 or MOV film (ISO/IEC 14496-12, QuickTime File Format), wherever in the file it stands. Reads only what it needs, by
 * place: a 4 GiB film costs as much as a short one, and sizes that lie (0, 1, negative, past the end) end the walk.
 */
final class Mp4Header {

    private static final int MOST_BOXES = 200_000;
    private static final int MOST_TRACKS = 64;

    private final FileView file;
    private final String container;
    private final List<Mp4Track> tracks = new ArrayList<>();
    private Optional<Mp4Fragments> fragments = Optional.empty();
    private boolean index;
    private boolean cut;
    private boolean compressed;
    private double announced;

    private Mp4Header(FileView file, String container) {
        this.file = file;
        this.container = container;
    }

    static FilmFacts read(FileView file, String container) throws IOException {
        var header = new Mp4Header(file, container);
        try {
            header.walk();
        } catch (EOFException e) {
            return header.facts(Optional.of(header.cut ? Fault.TRUNCATED : Fault.CORRUPT));
        }
        return header.facts(header.fault());
    }

    private void walk() throws IOException {
        long at = 0;
        int boxes = 0;
        var box = Mp4Box.at(file, at, file.size());
        for (; box.isPresent() && boxes < MOST_BOXES; boxes++) {
            cut |= box.get().cut() && !box.get().type().equals("free") && !box.get().type().equals("skip");
            top(box.get());
            at = box.get().end();
            box = Mp4Box.at(file, at, file.size());
        }
    }

    private void top(Mp4Box box) throws IOException {
        if (box.type().equals("moov") && !index) {
            index = true;
            movie(box);
        } else if (box.type().equals("moof") && fragments.isPresent()) {
            fragments.get().add(box);
        }
    }

    private void movie(Mp4Box moov) throws IOException {
        compressed = moov.child(file, "cmov").isPresent();
        var mvhd = moov.child(file, "mvhd");
        double timescale = mvhd.isPresent() ? Mp4Track.timescale(file, mvhd.get()) : 0;
        for (var child : moov.children(file)) {
            if (child.type().equals("trak") && tracks.size() < MOST_TRACKS) {
                Mp4Track.of(file, child, timescale).ifPresent(tracks::add);
            } else if (child.type().equals("mvex")) {
                fragments = Optional.of(new Mp4Fragments(file, child));
                var mehd = child.child(file, "mehd");
                if (mehd.isPresent() && timescale > 0) {
                    long at = mehd.get().body() + 4;
                    announced = (mehd.get().version(file) == 1 ? Math.max(0, file.i64(at)) : file.u32(at)) / timescale;
                }
            }
        }
        if (mvhd.isPresent() && timescale > 0 && fragments.isEmpty() && tracks.stream().allMatch(track -> track.seconds() == 0)) {
            announced = Mp4Track.duration(file, mvhd.get()) / timescale;
        }
    }

    private Optional<Fault> fault() {
        if (cut) {
            return Optional.of(Fault.TRUNCATED);
        }
        if (!index) {
            return Optional.of(Fault.NO_INDEX);
        }
        if (compressed) {
            return Optional.empty();
        }
        var picture = picture();
        if (picture.isEmpty()) {
            return Optional.of(Fault.NO_PICTURE_TRACK);
        }
        boolean missing = tracks.stream().anyMatch(track -> track.lastByte() < 0 || track.lastByte() >= file.size());
        if (missing) {
            return Optional.of(Fault.TRUNCATED);
        }
        return picture.get().width() == 0 || seconds() == 0 ? Optional.of(Fault.CORRUPT) : Optional.empty();
    }

    private FilmFacts facts(Optional<Fault> fault) {
        double seconds = seconds();
        var duration = seconds > 0 ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000))) : Optional.<Duration>empty();
        var picture = picture();
        var sound = tracks.stream().filter(track -> track.kind().equals("soun")).map(Mp4Track::codec).findFirst();
        return new FilmFacts(container, !compressed, duration, picture.map(Mp4Track::width).orElse(0),
                picture.map(Mp4Track::height).orElse(0), picture.map(Mp4Track::codec).orElse(""), sound, fault, Optional.empty());
    }

    /** The track that a player shows: the first that is switched on, else the first. */
    private Optional<Mp4Track> picture() {
        var pictures = tracks.stream().filter(track -> track.kind().equals("vide")).toList();
        return pictures.stream().filter(Mp4Track::enabled).findFirst().or(() -> pictures.stream().findFirst());
    }

    private double seconds() {
        double longest = announced;
        for (var track : tracks) {
            if (track.kind().equals("vide") || track.kind().equals("soun")) {
                double reach = fragments.isPresent() && track.timescale() > 0 ? fragments.get().reach(track.id()) / track.timescale() : 0;
                longest = Math.max(longest, Math.max(track.seconds(), reach));
            }
        }
        return longest;
    }
}
