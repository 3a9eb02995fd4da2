package huizhan.organization;

import huizhan.kernel.Role;
import huizhan.organization.Invitations.Person;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as typed into an invitation. Fields are null where a form doesn't have them. */
record PersonForm(@Nullable String name, @Nullable String email, @Nullable String telephone, @Nullable String unit, @Nullable List<String> roles) {
    static final PersonForm EMPTY = new PersonForm("", "", "", "", List.of());

    PersonForm {
        name = plain(name);
        email = plain(email);
        telephone = plain(telephone);
        unit = plain(unit);
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The field's name and the key of what is wrong with it. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (!Typed.isName(plain(name))) errors.put("name", "organization.name.wanted");
        if (!Typed.isMail(plain(email))) errors.put("email", "organization.email.form");
        if (!Typed.isTelephone(plain(telephone))) errors.put("telephone", "organization.telephone.form");
        return errors;
    }

    Set<Role> roleSet() {
        var set = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (roles != null && roles.contains(role.name())) set.add(role);
        }
        return set;
    }

    public boolean hasRole(String role) {
        return roles != null && roles.contains(role);
    }

    Person person(Optional<UUID> department, Optional<UUID> ofUnit) {
        return new Person(plain(name), plain(email), plain(telephone), department, ofUnit, roleSet());
    }

    /** Into a unit or a body between, where the place is the role. */
    Person placed(Optional<UUID> department, Optional<UUID> ofUnit, Optional<UUID> middle) {
        return new Person(plain(name), plain(email), plain(telephone), department, ofUnit, middle, Set.of(ofUnit.isPresent() ? Role.UNIT : Role.MIDDLE));
    }

    /** What the place begins with where it is a body between. */
    static final String BODY = "middle:";

    /** The unit that was chosen, if it reads like one. */
    Optional<UUID> unitId() {
        return Typed.id(plain(unit));
    }

    /** The body between that was chosen, if it reads like one. */
    Optional<UUID> bodyId() {
        return plain(unit).startsWith(BODY) ? Typed.id(plain(unit).substring(BODY.length())) : Optional.empty();
    }
}
