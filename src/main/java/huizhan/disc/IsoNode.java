package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import java.util.ArrayList;
import java.util.List;

/** A file or directory as an image's records tell it, with the place of its record. */
final class IsoNode {
    final String path;
    final byte[] identifier;
    final boolean directory;
    final long record;
    final int depth;
    final List<Extent> extents = new ArrayList<>();
    final List<IsoNode> children = new ArrayList<>();
    final IsoNode parent;

    IsoNode(String path, byte[] identifier, boolean directory, long record, IsoNode parent) {
        this.path = path;
        this.identifier = identifier;
        this.directory = directory;
        this.record = record;
        this.parent = parent == null ? this : parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    long size() {
        return extents.stream().mapToLong(Extent::bytes).sum();
    }

    Extent extent() {
        return extents.get(0);
    }
}
