package huizhan.ferry.crossing;

import huizhan.database.DataFolder;
import huizhan.kernel.Clocks;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The open server's own key, with which it signs ferries (C1): made at the first need, kept in the data folder. It is nobody's key to open
 * anything with: what is sealed to the organizer stays closed to this server. The passphrase comes out of the folder's secret, so that the
 * file alone, in a copy gone astray, signs nothing.
 */
@Component
class CrossingKey {
    private static final String HOLDER = "荟展公开网服务器";
    private final DataFolder folder;
    private final Path file;
    private final Clocks clocks;
    private Optional<PrivateKeys> open = Optional.empty();

    CrossingKey(DataFolder folder, Clocks clocks) {
        this.folder = folder;
        this.file = folder.resolve("ferry.key");
        this.clocks = clocks;
    }

    synchronized PrivateKeys keys() {
        if (open.isEmpty()) open = Optional.of(read());
        return open.get();
    }

    /** What the restricted server must know; empty before the first ferry. */
    Optional<PublicKeys> card() {
        try {
            return Files.isRegularFile(file) ? Optional.of(PublicKeys.read(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KeyFault e) {
            throw new IllegalStateException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private PrivateKeys read() {
        var word = word();
        try {
            if (!Files.isRegularFile(file)) make(PrivateKeys.create(HOLDER, clocks.system().instant()).locked(word));
            return PrivateKeys.read(Files.readString(file), word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KeyFault e) {
            throw new IllegalStateException(file + " can't be opened; restore it and secret.key from one back-up", e);
        }
    }

    private void make(String text) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var draft = posix ? Files.createTempFile(folder.root(), "ferry", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder.root(), "ferry", ".new");
        Files.writeString(draft, text, java.nio.file.StandardOpenOption.WRITE, java.nio.file.StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private char[] word() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(folder.secret(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("huizhan-ferry key".getBytes(java.nio.charset.StandardCharsets.US_ASCII))).toCharArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
