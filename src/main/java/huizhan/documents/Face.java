package huizhan.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One font of the chain, read when it is first needed. */
final class Face {
    private final Supplier<Typeface> source;
    private volatile @Nullable Typeface read;

    private Face(Supplier<Typeface> source) {
        this.source = source;
    }

    static Face bundled(String name) {
        return new Face(() -> {
            try (var in = Face.class.getResourceAsStream("/fonts/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the program lacks its font " + name);
                }
                return new Typeface(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Face file(Path file) {
        return new Face(() -> {
            try {
                return new Typeface(Files.readAllBytes(file));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException("the font " + file.getFileName() + " can't be used: " + e.getMessage(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Typeface typeface() {
        var typeface = read;
        if (typeface == null) {
            synchronized (this) {
                typeface = read;
                if (typeface == null) {
                    typeface = source.get();
                    read = typeface;
                }
            }
        }
        return typeface;
    }
}
