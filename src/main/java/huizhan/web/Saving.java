package huizhan.web;

import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What the server answers to a field that saves itself, as {@code static/js/autosave.js} reads it (B4). */
public final class Saving {
    private Saving() {}

    /** It is on the disk. */
    public static ResponseEntity<Map<String, Object>> kept(long version, Instant at) {
        return ResponseEntity.ok(Map.of("version", version, "savedAt", Dates.time(at)));
    }

    /** Someone else's text is there; both are shown, neither is lost. */
    public static ResponseEntity<Map<String, Object>> overtaken(long version, String value, Instant at) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("version", version, "value", value, "at", Dates.time(at)));
    }

    /** @param why and what to do, in the reader's language */
    public static ResponseEntity<Map<String, Object>> refused(String why) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("message", why));
    }
}
