package huizhan.media;

import huizhan.kernel.FileNames;
import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import huizhan.material.FilmFacts;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What whole files turned out to be, by their bytes: one picture comes in with one achievement after the other, and decoding it takes
 * seconds (C6). The latest are kept as long as the program runs. Where no decoder had its say, the next asking tries again.
 */
public final class Verdicts {
    private static final int MOST = 1000;
    private final Map<Bytes, FileFacts> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override protected boolean removeEldestEntry(Map.Entry<Bytes, FileFacts> eldest) {
            return size() > MOST;
        }
    });

    /** The examination of a whole file. */
    public interface Examining {
        FileFacts run() throws IOException;
    }

    /** The name's ending decides whether what is no picture was meant to be one. */
    private record Bytes(Sha256 sha256, String extension) {}

    /** The verdict over a file of these bytes, under this name. */
    public FileFacts of(Sha256 sha256, String name, Examining examining) throws IOException {
        var bytes = new Bytes(sha256, FileNames.extension(name));
        var facts = known.get(bytes);
        if (facts == null) {
            facts = examining.run();
            if (certain(facts)) {
                // the name is one file's, and must go with it (C7)
                known.put(bytes, facts.as(""));
            }
        }
        return facts.as(name);
    }

    private static boolean certain(FileFacts facts) {
        return facts.film().map(FilmFacts::depth).map(depth -> depth.isEmpty() || depth.get().decoded()).orElse(true);
    }
}
