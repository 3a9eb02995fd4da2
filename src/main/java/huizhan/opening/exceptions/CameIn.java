package huizhan.opening.exceptions;

import java.util.Map;
import java.util.UUID;

/**
 * What of the achievements that exceptions are about came in with a sign-off that holds; the module of sign-offs answers. Before that, an
 * achievement's name is its department's own affair (C7).
 */
public interface CameIn {

    /** @param name empty for a rank and a word alone */
    record Line(UUID department, int rank, String name) {}

    /** By achievement. */
    Map<UUID, Line> all();
}
