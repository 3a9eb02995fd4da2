package huizhan.rules;

import huizhan.call.Call;
import huizhan.kernel.Zone;
import huizhan.material.Material;
import java.util.List;
import java.util.Optional;

/** One clause: its id, which is a requirement's id and a word, and what it finds in a material. */
public record Rule(String id, Check check) {

    /** A pure function; the zone is absent where a check is asked for without a place (then nothing about zones is found). */
    @FunctionalInterface
    public interface Check {
        List<Finding> findings(Material material, Call call, Optional<Zone> zone);
    }
}
