package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.material.FileFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/**
 * Files to look at and to take away: {@code /media/ID/original}, a download, and the copies {@code thumb}, {@code preview},
 * {@code poster}, {@code film}, shown in the page. Ranges are served. Not permitted looks like not there.
 */
@Controller
class MediaPages {
    private static final Duration KEPT = Duration.ofDays(30);
    private final MediaFiles files;
    private final UploadTargets targets;

    MediaPages(MediaFiles files, UploadTargets targets) {
        this.files = files;
        this.targets = targets;
    }

    @GetMapping("/media/{file}/original")
    ResponseEntity<Resource> original(Actor me, @PathVariable("file") UUID id) {
        return readable(me, id).map(this::master).orElseGet(MediaPages::notThere);
    }

    @GetMapping("/media/{file}/{kind:thumb|preview|poster|film}")
    ResponseEntity<Resource> copy(Actor me, @PathVariable("file") UUID id, @PathVariable("kind") String code) {
        var kind = Derivative.of(code).orElseThrow();
        return readable(me, id).filter(file -> files.examined(id))
            .flatMap(file -> files.path(file, kind).map(path -> copy(file, kind, path)))
            .orElseGet(MediaPages::notThere);
    }

    private Optional<StoredFile> readable(Actor me, UUID id) {
        return files.find(id).filter(file -> targets.mayRead(me, id));
    }

    private ResponseEntity<Resource> master(StoredFile file) {
        return safe("\"" + file.sha256() + "\"")
            .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.originalName()))
            .header(HttpHeaders.CONTENT_TYPE, type(file.facts()))
            .body(new FileSystemResource(files.path(file)));
    }

    private static ResponseEntity<Resource> copy(StoredFile file, Derivative kind, Path path) {
        return safe("\"" + file.sha256() + "-" + kind.code() + "\"")
            .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
            .header(HttpHeaders.CONTENT_TYPE, kind.type())
            .body(new FileSystemResource(path));
    }

    /** Sandboxed, never guessed, never embedded elsewhere, kept by this browser alone. */
    private static ResponseEntity.BodyBuilder safe(String etag) {
        return ResponseEntity.ok().eTag(etag).cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
            .header("Content-Security-Policy", "sandbox; default-src 'none'")
            .header("X-Content-Type-Options", "nosniff")
            .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static ResponseEntity<Resource> notThere() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }

    /** The name as RFC 6266 and RFC 8187 want it: plain letters for the oldest programs, UTF-8 for all others. */
    static String attachment(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + UriUtils.encode(name, StandardCharsets.UTF_8);
    }

    private static String type(FileFacts facts) {
        var picture = facts.picture().filter(each -> !each.broken()).map(each -> "image/" + each.format());
        return picture.orElse("application/octet-stream");
    }
}
