package huizhan.kernel;

import java.util.Set;

/**
 * What a person may do here. Roles add up, but for the three administrators: they hold no business role, and the audit
 * administrator is never also the system or the security administrator (standards §1.4).
 *
 * <p>The last six are there for the finer division of work of B27; nothing is permitted to them until a row of
 * {@code permissions.csv} says so.
 */
public enum Role {
    /** Fills in its unit's achievements (参展单位). */
    UNIT,
    /** Of a middle body between a department and its units (归口单位): passes its units' achievements on or returns them. */
    MIDDLE,
    /** A department's person who drafts (经办): invites units, ranks, prepares the sign-off. */
    DRAFTER,
    /** A department's person who signs off (审签). */
    APPROVER,
    /** The organizer's office (组织单位). */
    ORGANIZER,
    /** System administrator (系统管理员): creates accounts, which can do nothing until they are granted a role. */
    SYSADMIN,
    /** Security administrator (安全管理员): grants and revokes roles. */
    SECADMIN,
    /** Audit administrator (安全审计员): reads and exports the trail, changes nothing. */
    AUDITADMIN,
    /** Reception clerk (收件). */
    CLERK,
    /** Designer of boards (展板设计). */
    DESIGNER,
    /** Keeper of objects on loan (展品管理). */
    LOANS,
    /** Confidentiality officer (保密审核). */
    CONFIDENTIALITY,
    /** Door check of the limited hall (门禁). */
    DOOR,
    /** Reviewer (评审专家). */
    REVIEWER;

    private static final Set<Role> ADMINISTRATORS = Set.of(SYSADMIN, SECADMIN, AUDITADMIN);
    private static final Set<Role> OF_A_DEPARTMENT = Set.of(DRAFTER, APPROVER);

    /** One of the three administrators of standards §1.4. */
    public boolean isAdministrator() {
        return ADMINISTRATORS.contains(this);
    }

    /** Held only by people of a recommending department. */
    public boolean isOfDepartment() {
        return OF_A_DEPARTMENT.contains(this);
    }
}
