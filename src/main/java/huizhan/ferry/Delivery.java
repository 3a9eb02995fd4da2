package huizhan.ferry;

import huizhan.disc.FerryList;
import huizhan.disc.OpenDisc;
import huizhan.disc.Tree;
import huizhan.kernel.Sha256;
import huizhan.material.Material;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One set of discs, held against its own lists and found right: a nomination, or a part of one.
 *
 * @param material with the facts of each of its files that lies there
 * @param code     of the department, as the disc tells it
 * @param sealed   whether it came in an envelope
 * @param draft    its maker has left errors in it
 * @param ferried  what a ferry's list says of it, where it came in one
 */
public record Delivery(Material material, List<Volume> volumes, Optional<String> code, boolean sealed, boolean draft, Map<String, Lying> files, Optional<FerryList.Nomination> ferried) {

    /**
     * One of its discs.
     *
     * @param identity by which it is known again
     * @param name     how the image or folder was called
     */
    public record Volume(Sha256 identity, int number, int count, String name) {}

    /** Where a file lies, and its digest by the disc's own list. */
    record Lying(Optional<OpenDisc> disc, Tree.Entry entry, Sha256 sha256) {
        InputStream open() throws IOException {
            return Channels.newInputStream(channel());
        }

        SeekableByteChannel channel() throws IOException {
            return disc.orElseThrow().content().orElseThrow().open(entry);
        }
    }

    /** The same to be told of later: without the discs, and the keys that opened them. */
    Delivery closed() {
        var told = new LinkedHashMap<String, Lying>();
        files.forEach((path, file) -> told.put(path, new Lying(Optional.empty(), file.entry(), file.sha256())));
        return new Delivery(material, volumes, code, sealed, draft, told, ferried);
    }

    public boolean whole() {
        return !material.part();
    }

    public String name() {
        return volumes.get(0).name();
    }

    public long bytes() {
        return files.values().stream().mapToLong(each -> each.entry().size()).sum();
    }
}
