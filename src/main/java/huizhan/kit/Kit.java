package huizhan.kit;

import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.keys.PublicKeys;
import huizhan.material.GrantedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the organizer hands to one department so that a desk can work for it (C1).
 *
 * @param call       the call's id, the name of its folder in the kit
 * @param organizer  to whom the department seals, and who signed the kit
 * @param made       by the organizer's clock
 * @param permit     a later end than the call's, where the department has one (B18)
 * @param exceptions granted to the department so far (B24)
 * @param files      of the call's folder, by their names in it, with their digests
 * @param unit       what the department added for one of its units; empty in a department's kit
 */
public record Kit(String call, Department department, PublicKeys organizer, Instant made, Optional<Permit> permit, List<GrantedException> exceptions,
                  Map<String, Sha256> files, Optional<ForUnit> unit) {
    static final String FORMAT = "huizhan-kit/1";
    static final String UNIT_FORMAT = "huizhan-unit-kit/1";
    static final String FILE = "kit.json";
    static final String SIGNATURE = "kit.sig";
    static final String UNIT_FILE = "unit.json";
    static final String UNIT_SIGNATURE = "unit.sig";

    public Kit {
        exceptions = List.copyOf(exceptions);
        files = Map.copyOf(files);
    }

    /** @param code by which the department is known in every place */
    public record Department(String code, Text name) {}

    /** @param until the first instant that is too late */
    public record Permit(Instant until, String reason) {}

    /**
     * @param name       as the department calls the unit
     * @param department to whom the unit seals, and who signed this part
     */
    public record ForUnit(String name, PublicKeys department, Instant made) {}

    /** To whom discs of the desk with this kit are sealed. */
    public PublicKeys addressee() {
        return unit.map(ForUnit::department).orElse(organizer);
    }

    /** Where a file of the call's folder lies in the kit. */
    String place(String file) {
        return "calls/" + call + "/" + file;
    }
}
