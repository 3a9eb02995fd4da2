package huizhan.achievement;

import java.util.UUID;

/**
 * A picture out of a Word form, kept for a week so that it can be looked at and put into a slot (B2).
 *
 * @param file the stored file
 */
record Pasted(UUID id, UUID achievement, UUID file) {}
