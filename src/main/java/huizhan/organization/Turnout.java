package huizhan.organization;

import huizhan.kernel.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who of a department and of its units is there.
 *
 * @param people       of the department itself, not switched off, in the order they were invited
 * @param units        that are open
 * @param unitsInvited those of them with a person
 * @param unitsJoined  those of them with a person who has signed in
 * @param bodies       between the department and its units, that are open
 * @param bodiesJoined those of them with a person who has signed in
 */
public record Turnout(List<Contact> people, long units, long unitsInvited, long unitsJoined, long bodies, long bodiesJoined) {

    /** A department of which nobody was invited. */
    public static final Turnout NOBODY = new Turnout(List.of(), 0, 0, 0, 0, 0);

    /** A department's person, as the organizer calls or writes to one. */
    public record Contact(UUID account, String name, String telephone, String email, Set<Role> roles, boolean joined) {

        /** Without name and number. */
        @Override public String toString() {
            return "Contact[" + account + "]";
        }
    }

    /** Whether one who may sign off has joined; nothing can be signed off without. */
    public boolean approverJoined() {
        return people.stream().anyMatch(each -> each.joined() && each.roles().contains(Role.APPROVER));
    }

    /** Whether anybody of the department has joined. */
    public boolean anyoneJoined() {
        return people.stream().anyMatch(Contact::joined);
    }
}
