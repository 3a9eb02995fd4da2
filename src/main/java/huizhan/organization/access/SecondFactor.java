package huizhan.organization.access;

import huizhan.database.StartRefusal;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who must give a one-time code after the password: organizer, administrators, approvers, and whoever has set it up; with
 * {@code huizhan.totp=everyone} all. {@code off} is for the demo alone and needs its clock. At a desk
 * nobody signs in, so there is no second step.
 */
@Component
class SecondFactor {
    private static final Set<Role> MUST = EnumSet.of(Role.ORGANIZER, Role.SYSADMIN, Role.SECADMIN, Role.AUDITADMIN, Role.APPROVER);
    private final Mode mode;
    private final boolean desk;

    private enum Mode { REQUIRED, EVERYONE, OFF }

    SecondFactor(@Value("${huizhan.totp:required}") String mode, Clocks clocks, Zone zone) {
        this.desk = zone == Zone.DESK;
        this.mode = parse(mode);
        if (this.mode == Mode.OFF && !clocks.moved()) {
            throw new StartRefusal("huizhan.totp=off 只能与演示时钟（--demo-clock）一起使用。", "huizhan.totp=off works together with --demo-clock only.");
        }
    }

    private static Mode parse(String mode) {
        try {
            return Mode.valueOf(mode.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new StartRefusal("huizhan.totp 应为 required、everyone 或 off，而不是 " + mode + "。", "huizhan.totp is required, everyone or off, not " + mode + ".");
        }
    }

    /** Whether a person must give it. */
    boolean isNeeded(Set<Role> roles, boolean enrolled) {
        if (desk) return false;
        if (enrolled || mode == Mode.EVERYONE) return true;
        return mode == Mode.REQUIRED && roles.stream().anyMatch(MUST::contains);
    }

    /** Whether a person may go without it again. */
    boolean mayDrop(Set<Role> roles) {
        return !isNeeded(roles, false);
    }
}
