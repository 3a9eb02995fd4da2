package huizhan.progress;

import java.time.Instant;
import java.util.UUID;

/**
 * One sending of reminders.
 *
 * @param id      made with the preview, so that a second click is the same sending
 * @param subject as typed in Chinese
 */
record Reminder(UUID id, String subject, Instant at, UUID by, String name) {}
