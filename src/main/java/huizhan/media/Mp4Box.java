package huizhan.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box of an ISO base media file (ISO/IEC 14496-12 section 4.2).
 *
 * @param body place of its content
 * @param end  place after it, never past its parent's end
 * @param cut  it claims to reach further than that
 */
record Mp4Box(String type, long body, long end, boolean cut) {

    private static final int MOST_CHILDREN = 1024;

    /** The box at a place within a parent that ends at {@code limit}; empty where none can stand there. */
    static Optional<Mp4Box> at(FileView file, long at, long limit) throws IOException {
        if (limit - at < 8) {
            return Optional.empty();
        }
        long size = file.u32(at);
        var type = file.fourcc(at + 4);
        int header = 8;
        if (size == 1) {
            if (limit - at < 16) {
                return Optional.empty();
            }
            size = file.i64(at + 8);
            header = 16;
        } else if (size == 0) {
            size = limit - at;
        }
        if (size < header) {
            return Optional.empty();
        }
        boolean cut = size > limit - at;
        return Optional.of(new Mp4Box(type, at + header, cut ? limit : at + size, cut));
    }

    List<Mp4Box> children(FileView file) throws IOException {
        return children(file, body);
    }

    List<Mp4Box> children(FileView file, long from) throws IOException {
        var children = new ArrayList<Mp4Box>();
        long at = from;
        for (var child = at(file, at, end); child.isPresent() && children.size() < MOST_CHILDREN; child = at(file, at, end)) {
            children.add(child.get());
            at = child.get().end();
        }
        return children;
    }

    Optional<Mp4Box> child(FileView file, String wanted) throws IOException {
        return children(file).stream().filter(child -> child.type().equals(wanted)).findFirst();
    }

    /** The box at the end of a path of types. */
    Optional<Mp4Box> descendant(FileView file, String... path) throws IOException {
        var found = Optional.of(this);
        for (var type : path) {
            if (found.isPresent()) {
                found = found.get().child(file, type);
            }
        }
        return found;
    }

    int version(FileView file) throws IOException {
        return file.u8(body);
    }

    long length() {
        return end - body;
    }
}
