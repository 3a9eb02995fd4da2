package huizhan.demo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One folder of the studio and what a check must say of it.
 *
 * @param name     its folder's name
 * @param rule     the only rule that finds something; empty where nothing may be found
 * @param severity {@code error} or {@code warning}; empty where nothing may be found
 * @param zone     the zone that the check must be told; empty for none
 */
public record MaterialCase(String name, String rule, String severity, String zone, Making making) {

    /** Writes the folder. */
    public interface Making {
        void write(Path folder) throws IOException;
    }

    public boolean clean() {
        return rule.isEmpty();
    }
}
