package huizhan.kit;

import huizhan.call.Calls;
import huizhan.kernel.Text;
import huizhan.keys.PrivateKeys;
import huizhan.material.GrantedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kits for tests: of the 2015 call, for one department. */
public final class Kits {
    public static final Instant MADE = Instant.parse("2015-05-25T01:00:00Z");
    public static final PrivateKeys ORGANIZER = PrivateKeys.create("组织单位（示例）", MADE);
    public static final PrivateKeys DEPARTMENT = PrivateKeys.create("示例部门 53", MADE);

    private Kits() {}

    public static Kit kit(String code, Map<String, byte[]> call) {
        return new Kit(Calls.FIRST, new Kit.Department(code, new Text("示例部门 " + code, "Sample department " + code)), ORGANIZER.card(), MADE,
            Optional.of(new Kit.Permit(Instant.parse("2015-07-24T16:00:00Z"), "道路中断")),
            List.of(new GrantedException("A6.size", "", "历史照片")), KitWriter.digests(call), Optional.empty());
    }

    /** A department's. */
    public static byte[] ofDepartment(String code) {
        var call = Calls.files(Calls.FIRST);
        return KitWriter.write(kit(code, call), call, ORGANIZER);
    }

    /** One that the department has handed on to a unit. */
    public static byte[] ofUnit(String code, String unit) {
        return KitWriter.forUnit(KitReader.read(ofDepartment(code), Optional.empty()), unit, DEPARTMENT, MADE);
    }
}
