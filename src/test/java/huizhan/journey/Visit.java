package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.kernel.Role;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One page in one state.
 *
 * @param name what the state is called in a failure and on a picture
 * @param who  empty for someone who is not signed in
 * @param then what is done on the page before it is looked at
 */
record Visit(String name, TestServer server, Optional<Person> who, String path, Consumer<Page> then) {

    static Visit of(String name, TestServer server, Person who, String path) {
        return new Visit(name, server, Optional.of(who), path, page -> {});
    }

    static Visit ofNobody(String name, TestServer server, String path) {
        return new Visit(name, server, Optional.empty(), path, page -> {});
    }

    Visit then(Consumer<Page> step) {
        return new Visit(name, server, who, path, step);
    }

    Set<Role> roles() {
        return who.map(person -> person.actor().roles()).orElse(Set.of());
    }

    @Override public String toString() {
        return name;
    }
}
