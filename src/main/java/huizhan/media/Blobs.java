package huizhan.media;

import huizhan.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.UUID;

/**
 * The store of masters: write-once, byte-exact, each under its own SHA-256 ({@code blobs/ab/cd/<sha256>}). Content that is there
 * already is kept and the newcomer dropped. A store on S3 keeps the same verbs; only {@link #path} then makes a local copy.
 */
public final class Blobs {
    private final Path folder;
    private final Path incoming;

    /** @param data the data folder; {@code blobs} and {@code incoming} are made inside */
    public Blobs(Path data) {
        this.folder = data.resolve("blobs");
        this.incoming = data.resolve("incoming");
        try {
            BlobDisk.makeFolders(folder);
            BlobDisk.makeFolders(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file for local tools (a decoder, ffmpeg). Never to be written. It may not exist. */
    public Path path(Sha256 sha256) {
        var hex = sha256.hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    /** Where bytes lie that have no place yet. */
    Path incoming() {
        return incoming;
    }

    public boolean exists(Sha256 sha256) {
        return Files.isRegularFile(path(sha256));
    }

    /** Bytes. */
    public long size(Sha256 sha256) throws IOException {
        return Files.size(path(sha256));
    }

    public InputStream open(Sha256 sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    /** Takes a stream in: read once, hashed on the way, on disk when this returns. */
    public Sha256 put(InputStream bytes) throws IOException {
        return put(bytes, found -> {});
    }

    /** Told of a content before it has its place. */
    @FunctionalInterface
    interface Noting {
        void note(Sha256 sha256) throws IOException;
    }

    Sha256 put(InputStream bytes, Noting noting) throws IOException {
        var part = incoming.resolve(UUID.randomUUID().toString());
        var digest = Sha256.digest();
        try {
            try (var in = new DigestInputStream(bytes, digest);
                 var out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                in.transferTo(out);
            }
            BlobDisk.forceFile(part);
            var sha256 = Sha256.of(digest);
            noting.note(sha256);
            adopt(part, sha256);
            return sha256;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Takes a finished file in by moving it; its bytes are forced and its digest is known. */
    void adopt(Path part, Sha256 sha256) throws IOException {
        var place = path(sha256);
        if (Files.isRegularFile(place) && Files.size(place) == Files.size(part)) {
            Files.delete(part);
            BlobDisk.forceFolder(part.toAbsolutePath().getParent());
        } else {
            BlobDisk.move(part, place);
        }
    }

    /** Removes content that no row names any more. */
    boolean delete(Sha256 sha256) throws IOException {
        return Files.deleteIfExists(path(sha256));
    }
}
