package huizhan.web;

import huizhan.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The address of a static file: {@code /s/VERSION/tokens.css}. The version is a digest over all static files, so that a browser may
 * keep them for ever, every node names the same address, and modules find each other by relative paths.
 */
final class Assets {
    /** Where versioned files are served. */
    static final String ROOT = "/s/";

    private static final int VERSION_LENGTH = 12;

    private final String version;
    private final Set<String> names = new HashSet<>();

    Assets() {
        version = version("classpath*:/static/**");
    }

    /** Whether there is a file of this path under {@code static/}, starting with {@code /}. */
    boolean has(String path) {
        return names.contains(path);
    }

    String version() {
        return version;
    }

    /** The versioned address of a path under {@code static/}, starting with {@code /}; a fragment ({@code #print}) may follow. */
    String address(String path) {
        return ROOT + version + path;
    }

    private String version(String pattern) {
        var digest = Sha256.digest();
        try {
            for (var file : files(pattern)) {
                digest.update(file.getContentAsByteArray());
                names.add(place(file).substring("/static".length()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.of(digest).hex().substring(0, VERSION_LENGTH);
    }

    private static Iterable<Resource> files(String pattern) throws IOException {
        var files = new ArrayList<Resource>();
        for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            if (file.isReadable() && !String.valueOf(file.getFilename()).isEmpty()) files.add(file);
        }
        files.sort(Comparator.comparing(Assets::place));
        return files;
    }

    private static String place(Resource file) {
        try {
            var url = file.getURL().toString();
            return url.substring(url.lastIndexOf("/static/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
