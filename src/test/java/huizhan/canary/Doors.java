package huizhan.canary;

import huizhan.organization.TestServer;
import huizhan.organization.access.Permissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every door of a server, as the server itself lists them. */
final class Doors {
    private Doors() {}

    /**
     * One of them.
     *
     * @param takes  names of what it asks for
     * @param people the roles that it lets in; empty for everybody
     */
    record Door(String method, String pattern, Set<String> takes, Set<String> people) {
        @Override public String toString() {
            return method + " " + pattern;
        }

        boolean writes() {
            return !method.equals("GET");
        }
    }

    static List<Door> of(TestServer server) {
        var doors = new TreeMap<String, Door>();
        var rows = server.get(Permissions.class).rows();
        server.running().context().getBeansOfType(RequestMappingHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
            for (var pattern : info.getPatternValues()) {
                var plain = pattern.replaceAll("\\{(\\w+):[^{}]*}", "{$1}");
                for (var method : info.getMethodsCondition().getMethods()) {
                    rows.stream().filter(row -> row.method().equals(method.name()) && row.pattern().getPatternString().replaceAll("\\{(\\w+):[^{}]*}", "{$1}").equals(plain)).findFirst()
                        .ifPresent(row -> doors.merge(method + " " + plain, new Door(method.name(), plain, takes(handler), roles(row)), Doors::both));
                }
            }
        }));
        return new ArrayList<>(doors.values());
    }

    private static Set<String> roles(Permissions.Row row) {
        var roles = new LinkedHashSet<String>();
        row.roles().forEach(role -> roles.add(role.name()));
        return roles;
    }

    private static Door both(Door one, Door other) {
        var takes = new LinkedHashSet<>(one.takes());
        takes.addAll(other.takes());
        return new Door(one.method(), one.pattern(), takes, one.people());
    }

    private static Set<String> takes(HandlerMethod handler) {
        var names = new LinkedHashSet<String>();
        var own = new DefaultParameterNameDiscoverer().getParameterNames(handler.getMethod());
        Arrays.stream(handler.getMethodParameters()).forEach(parameter -> {
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked == null || parameter.hasParameterAnnotation(RequestHeader.class)) return;
            var name = asked.name().isEmpty() ? asked.value() : asked.name();
            names.add(name.isEmpty() && own != null ? own[parameter.getParameterIndex()] : name);
        });
        return names;
    }
}
