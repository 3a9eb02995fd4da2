package huizhan.organization.access;

import huizhan.database.DataFolder;
import huizhan.kernel.StartWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The way in to a desk (C1): nobody signs in there, but an address with a ticket that lets one browser in once is printed at the start, so that
 * neither other users of the machine nor pages of other sites get in by its port. Kept in memory alone.
 */
@Component
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
public class LocalDoor implements StartWord {
    /** Where the note lies in the data folder: the address, then the word. */
    public static final String NOTE = "door";
    /** Where a second start asks, with the word in this header, which no page of another site can send. */
    public static final String TICKETS = "/desk/tickets";
    public static final String HEADER = "X-Huizhan-Door";
    static final String PATH = "/desk/door";
    private final Secrets secrets;
    private final Path note;
    /** Only who may read the data folder knows it. */
    private final String word;
    private final AtomicReference<String> waiting = new AtomicReference<>("");

    LocalDoor(Secrets secrets, DataFolder data) {
        this.secrets = secrets;
        this.note = data.resolve(NOTE);
        this.word = secrets.token();
    }

    /** Leaves a note in the folder, so that a second start can ask the running program for a new ticket. */
    @Override public List<String> lines(String address) {
        try {
            Files.deleteIfExists(note);
            boolean posix = note.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createFile(note, posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0]);
            Files.writeString(note, address + "\n" + word + "\n");
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a second start, by the word in the note, may have a ticket. */
    boolean knows(String said) {
        return Secrets.same(said, word);
    }

    @Override public Optional<String> entry() {
        return Optional.of(PATH + "?ticket=" + ticket());
    }

    /** A new ticket; the one before it, if nobody used it, is worth nothing any more. */
    String ticket() {
        var ticket = secrets.token();
        waiting.set(Secrets.hash(ticket));
        return ticket;
    }

    /** Whether it is the ticket that waits; from now on it is not. */
    boolean spend(String ticket) {
        var held = waiting.get();
        return Secrets.same(held, Secrets.hash(ticket)) && waiting.compareAndSet(held, "");
    }
}
