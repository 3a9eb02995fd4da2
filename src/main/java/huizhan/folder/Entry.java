package huizhan.folder;

import java.nio.file.Path;

/**
 * One file of a folder.
 *
 * @param path   from the folder's root, separated by {@code /}, in NFC
 * @param source where its bytes lie
 * @param size   in bytes
 */
record Entry(String path, Path source, long size) {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder that it lies in, empty at the root. */
    String parent() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
