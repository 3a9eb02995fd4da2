package huizhan.kernel;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The one table of what can go wrong at a door of the server: a stable code, and the HTTP status (RFC 9110, RFC 4918 for 507)
 * that carries it. What a department can do by mistake is no fault but an answer (422 on its own page).
 */
public enum Faults {
    /** The request can't be read. */
    UNREADABLE(400),
    /** Not there, or not for this person: both look the same. */
    NOT_THERE(404),
    /** Someone else was faster. */
    STALE(409),
    /** More bytes than the door lets in. */
    TOO_LARGE(413),
    /** Read, understood, refused. */
    REFUSED(422),
    /** Too many attempts in too short a time. */
    TOO_MANY(429),
    /** Our own fault: it has an incident number. */
    FAULT(500),
    /** Starting, stopping or overloaded. */
    BUSY(503),
    /** No room left on the disk. */
    FULL(507);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int INCIDENT_LENGTH = 8;

    private final int status;

    Faults(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code for programs: {@code not-there}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The line of this table for a status that the server made itself; what has no line of its own falls to its class. */
    public static Faults ofStatus(int status) {
        for (var each : values()) {
            if (each.status == status) return each;
        }
        if (status == 401 || status == 403 || status == 405) return NOT_THERE;
        return status < 500 ? UNREADABLE : FAULT;
    }

    /** The line for an exception: what it is itself, or what lies at its root. */
    public static Faults of(Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (each instanceof NotThere) return NOT_THERE;
            if (each instanceof StaleData) return STALE;
            if (isFullDisk(each)) return FULL;
        }
        return FAULT;
    }

    /** A number that a person can read out over the telephone and that finds the log's entry. */
    public static String incident() {
        var number = new StringBuilder();
        for (var i = 0; i < INCIDENT_LENGTH; i++) {
            if (i == INCIDENT_LENGTH / 2) number.append('-');
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return number.toString();
    }

    /** The operating system's and SQLite's words for it; the JDK has no type for a full disk. */
    private static boolean isFullDisk(Throwable thrown) {
        if (!(thrown instanceof IOException) && !(thrown instanceof SQLException)) return false;
        var message = String.valueOf(thrown.getMessage());
        return message.contains("No space left on device") || message.contains("database or disk is full");
    }

    /** Thrown where a thing is not there or not this person's; the answer tells neither from the other. */
    public static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotThere() {
            super("not there", null, false, false);
        }
    }
}
