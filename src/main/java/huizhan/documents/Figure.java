package huizhan.documents;

import java.io.IOException;
import java.io.InputStream;

/** A figure of a statement. {@code name} is printed where the file can't be read. */
public record Figure(String name, String caption, Source source) {

    /** Opens the file anew each time it is asked. */
    public interface Source {
        InputStream open() throws IOException;
    }
}
