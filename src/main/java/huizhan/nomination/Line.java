package huizhan.nomination;

import java.util.UUID;

/** One line of the list: an achievement, or a stub of which only the rank is known here (A4). Its id is the achievement's. */
record Line(UUID id, boolean stub) {}
