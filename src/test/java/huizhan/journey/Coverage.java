package huizhan.journey;

import huizhan.kernel.Role;
import huizhan.organization.TestServer;
import huizhan.organization.access.Permissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Compares the pages that were looked at with what the controllers answer to a GET and with who may ask for it. */
final class Coverage {
    /** Addresses that answer a GET and are no page of their own. */
    private static final Map<String, List<String>> NO_PAGES = Map.of(
        "leads on to the call", List.of("/"),
        "an error page, reached by going wrong", List.of("/error"),
        "said to machines", List.of("/health", "/countries.json", "/files", "/files/{id}", "/files/{id}/verdict"),
        "a file or a picture", List.of("/audit.csv", "/call/forms/{file}", "/media/{file}/original", "/media/{file}/{kind:thumb|preview|poster|film}",
            "/account/factor/qr.svg", "/sign-in/enrolment/qr.svg", "/nomination/papers/{name}", "/nomination/receipts/{revision}/qr.png",
            "/nomination/receipts/{revision}/{name}", "/nomination/receipts/{revision}/{rank}/{name}",
            "/nomination/receipts/{revision}/discs/{number}", "/nomination/receipts/{revision}/discs/{number}/label.pdf", "/nomination/letter.docx", "/ferries/server.card", "/ferries/{number}/discs/{disc}", "/ferries/{number}/discs/{disc}/label.pdf", "/results/sheets/{number}/sheet.pdf",
            "/keys/organizer.card", "/keys/department.card", "/achievements/{id}/disclosure/discs/{number}", "/achievements/{id}/disclosure/discs/{number}/label.pdf"),
        "a piece of a page that is visited", List.of("/achievements/{id}/findings", "/achievements/{id}/statement", "/achievements/{id}/slots/{section}", "/achievements/{id}/forms/pictures/{picture}",
            "/nomination/findings", "/nomination/letter/remarks", "/nomination/receipts/{revision}/disc", "/discs/inspections/{id}/state", "/discs/hand-made/{id}/image", "/ferries/state", "/results/codes/state"),
        "the way in, visited on its own", List.of("/set-up", "/sign-in/code", "/sign-in/enrolment"));
    private final List<PathPattern> answered;
    private final Permissions permissions;

    Coverage(TestServer server) {
        permissions = server.get(Permissions.class);
        var mappings = server.running().context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        answered = mappings.getHandlerMethods().keySet().stream()
            .filter(info -> info.getMethodsCondition().isEmpty() || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(info -> info.getPatternValues().stream()).distinct().map(PathPatternParser.defaultInstance::parse)
            .sorted(PathPattern.SPECIFICITY_COMPARATOR).toList();
    }

    /** Pages that nobody looked at, or not as each role that may; and names in the list above that no longer stand for anything. */
    List<String> forgotten(List<Round.Seen> seen) {
        var visited = seen.stream().flatMap(each -> roles(each).map(role -> pattern(each.path()) + " as " + role)).collect(Collectors.toSet());
        var noPages = NO_PAGES.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        var forgotten = new ArrayList<String>();
        for (var pattern : answered) {
            if (!noPages.remove(pattern.getPatternString())) {
                readers(pattern).stream().map(reader -> pattern + " as " + reader).filter(each -> !visited.contains(each)).forEach(forgotten::add);
            }
        }
        noPages.forEach(gone -> forgotten.add(gone + " is named and answers nothing"));
        forgotten.sort(Comparator.naturalOrder());
        return forgotten;
    }

    private static java.util.stream.Stream<String> roles(Round.Seen seen) {
        return seen.roles().isEmpty() ? java.util.stream.Stream.of("NOBODY") : seen.roles().stream().map(Enum::name);
    }

    private String pattern(String path) {
        var container = PathContainer.parsePath(path);
        return answered.stream().filter(each -> each.matches(container)).findFirst().map(PathPattern::getPatternString).orElse(path);
    }

    /** Who may ask: nobody in particular, or each role that has work here at all. */
    private Set<String> readers(PathPattern pattern) {
        var row = permissions.rows().stream().filter(each -> each.method().equals("GET") && each.pattern().equals(pattern)).findFirst();
        if (row.isEmpty()) {
            return Set.of("NOBODY: it has no row in permissions.csv");
        }
        return switch (row.get().audience()) {
            case PUBLIC -> Set.of("NOBODY");
            case SIGNED_IN -> working().stream().map(Role::name).collect(Collectors.toSet());
            case ROLES -> row.get().roles().stream().map(Role::name).collect(Collectors.toSet());
        };
    }

    private Set<Role> working() {
        return Arrays.stream(Role.values()).filter(role -> permissions.rows().stream().anyMatch(row -> row.roles().contains(role))).collect(Collectors.toSet());
    }
}
