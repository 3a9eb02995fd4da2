package huizhan.database;

import huizhan.kernel.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one directory that a default installation lives in: {@code huizhan.db}, files, logs, the clock's offset and the server's
 * secret. Whoever writes holds its lock, so that two programs never open one folder (decisions, Database).
 */
public final class DataFolder implements AutoCloseable {
    private static final int SECRET_BYTES = 32;
    private static final String ZONE = "zone";
    private final Path root;
    private final @Nullable FileLock lock;

    private DataFolder(Path root, @Nullable FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is missing (readable for its owner only) and takes the lock until {@link #close()}.
     *
     * @throws StartRefusal when another program holds the lock, or the folder can't be written
     */
    public static DataFolder locked(Path root) {
        var here = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(here, ownerOnly("rwx------"));
            return new DataFolder(here, take(here.resolve("lock")));
        } catch (IOException e) {
            throw new StartRefusal("无法写入数据文件夹 " + here + "（" + e.getMessage() + "）。请检查权限与磁盘空间，或用 --data 指定另一个文件夹。",
                "The data folder " + here + " can't be written (" + e.getMessage() + "). Check its permissions and the free space, or name another one with --data.");
        }
    }

    /** The folder for reading only, beside a program that may be running. */
    public static DataFolder shared(Path root) {
        var here = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(here)) {
            throw new StartRefusal("数据文件夹 " + here + " 不存在。请用 --data 指定已有的文件夹。",
                "There is no data folder " + here + ". Name an existing one with --data.");
        }
        return new DataFolder(here, null);
    }

    private static FileLock take(Path file) throws IOException {
        var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new StartRefusal("数据文件夹 " + file.getParent() + " 正被另一个荟展程序使用。请先停止它，或用 --data 指定另一个文件夹。",
                "Another huizhan program is using the data folder " + file.getParent() + ". Stop it first, or name another folder with --data.");
        }
        return lock;
    }

    /** Which zone a folder belongs to; empty where no server has opened it yet. */
    public static Optional<Zone> zone(Path root) {
        var file = root.resolve(ZONE);
        try {
            return Files.exists(file) ? Optional.of(Zone.named(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefusal("文件 " + file + " 读不懂，其中应只有 open、restricted 或 desk。请从备份恢复它。",
                file + " can't be understood: it should say open, restricted or desk and nothing else. Restore it from a back-up.");
        }
    }

    /**
     * Gives the folder to a zone for good: what a restricted server or a desk has taken in must never be served on the open network (A4).
     *
     * @throws StartRefusal if it belongs to another
     */
    public Zone belongTo(Zone zone) {
        var present = zone(root);
        if (present.isPresent() && present.get() != zone) {
            throw new StartRefusal("数据文件夹 " + root + " 属于 " + name(present.get()) + " 区，不能按 " + name(zone) + " 区打开。请用 --data 指定另一个文件夹。",
                "The data folder " + root + " belongs to the zone " + name(present.get()) + " and can't be opened as " + name(zone) + ". Name another folder with --data.");
        }
        try {
            if (present.isEmpty()) Files.writeString(resolve(ZONE), name(zone) + "\n");
            return zone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Zone zone) {
        return zone.name().toLowerCase(Locale.ROOT);
    }

    /** The folder itself, absolute. */
    public Path root() {
        return root;
    }

    /** A path inside. */
    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** The SQLite file; it need not exist yet. */
    public Path database() {
        return root.resolve("huizhan.db");
    }

    /**
     * The server's secret of 32 random bytes, made at first use, from which keys for form tokens, links and one-time-code
     * secrets are derived. Nodes that share one database share this file.
     */
    public byte[] secret() {
        var file = root.resolve("secret.key");
        try {
            if (!Files.exists(file)) make(file);
            var bytes = Files.readAllBytes(file);
            if (bytes.length != SECRET_BYTES) {
                throw new StartRefusal("文件 " + file + " 已损坏，应为 32 字节。请从备份恢复它。", file + " is damaged: it should have 32 bytes. Restore it from a back-up.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var draft = Files.createTempFile(file.getParent(), "secret", ".new", ownerOnly("rw-------"));
        try {
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another thread made it first: theirs counts
        } finally {
            Files.deleteIfExists(draft);
        }
        try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }

    /** Gives the lock back. */
    @Override public void close() {
        if (lock == null) return;
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
