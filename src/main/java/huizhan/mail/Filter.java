package huizhan.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which letters are looked at; what stands for nothing filters nothing.
 *
 * @param state      a state's code, or empty
 * @param kind       a kind's code, or empty
 * @param department an id, or empty
 */
record Filter(String state, String kind, String department) {

    static Filter of(String state, String kind, String department) {
        return new Filter(state(state).map(Fact.State::code).orElse(""),
            Arrays.stream(Letter.Kind.values()).map(Letter.Kind::code).filter(kind::equals).findFirst().orElse(""),
            Optional.of(department).filter(each -> each.matches("[0-9a-f-]{36}")).orElse(""));
    }

    static Filter ofDepartment(UUID department) {
        return new Filter("", "", department.toString());
    }

    private static Optional<Fact.State> state(String code) {
        return Arrays.stream(Fact.State.values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** The kinds of a last fact that are let through. */
    List<String> facts() {
        return state(state).map(Fact.State::kinds).orElse(List.of(Fact.Kind.values())).stream().map(Fact.Kind::code).toList();
    }

    /** The list's address with this filter. */
    String address() {
        var address = UriComponentsBuilder.fromPath("/outbox");
        if (!state.isEmpty()) address.queryParam("state", state);
        if (!kind.isEmpty()) address.queryParam("kind", kind);
        if (!department.isEmpty()) address.queryParam("department", department);
        return address.build().toUriString();
    }
}
