package huizhan.organization.access;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one permission table, {@code permissions.csv}: method, path pattern, and who may: {@code public}, {@code signed-in}, or role
 * names with spaces between; and, where a row doesn't hold everywhere, {@code desk} or {@code servers}. What has no row is not there (ASVS 8.1, 8.2).
 */
@Component
public final class Permissions {
    private static final String FILE = "/permissions.csv";
    private static final int PLACED = 4;
    private final List<Row> rows;

    @Autowired Permissions(Zone zone) {
        this(read(), zone);
    }

    Permissions(String table, Zone zone) {
        this.rows = parse(table, zone);
    }

    /** One line of the table. */
    public record Row(String method, PathPattern pattern, Audience audience, Set<Role> roles) {

        /** Whether the person may; nobody is {@code Optional.empty()}. */
        public boolean admits(Optional<Actor> actor) {
            if (audience == Audience.PUBLIC) return true;
            return actor.isPresent() && (audience == Audience.SIGNED_IN || actor.get().roles().stream().anyMatch(roles::contains));
        }
    }

    /** To whom a row speaks. */
    public enum Audience { PUBLIC, SIGNED_IN, ROLES }

    /** The most specific row for a request; HEAD is a GET. */
    public Optional<Row> find(String method, String path) {
        var container = PathContainer.parsePath(path);
        var wanted = method.equals("HEAD") ? "GET" : method;
        return rows.stream().filter(row -> row.method().equals(wanted) && row.pattern().matches(container)).findFirst();
    }

    /** All rows, the most specific first. */
    public List<Row> rows() {
        return rows;
    }

    private static List<Row> parse(String table, Zone zone) {
        var rows = new ArrayList<Row>();
        var number = 0;
        for (var line : table.split("\\R")) {
            number++;
            if (line.isBlank() || line.startsWith("#") || line.startsWith("method,")) continue;
            if (isOf(zone, line)) rows.add(row(line, number));
        }
        var seen = new java.util.HashSet<String>();
        for (var row : rows) {
            if (!seen.add(row.method() + " " + row.pattern())) throw new IllegalStateException(FILE + ": two rows for " + row.method() + " " + row.pattern());
        }
        rows.sort(Comparator.comparing(Row::pattern, PathPattern.SPECIFICITY_COMPARATOR));
        return List.copyOf(rows);
    }

    /** Where a row holds: a fourth cell says {@code desk} for a desk alone, {@code servers} for the others; without it everywhere. */
    private static boolean isOf(Zone zone, String line) {
        var cells = line.split(",", -1);
        return cells.length < PLACED || cells[PLACED - 1].strip().equals(zone == Zone.DESK ? "desk" : "servers");
    }

    private static Row row(String line, int number) {
        var cells = line.split(",", -1);
        if (cells.length < PLACED - 1 || cells.length > PLACED || cells[2].isBlank()) throw new IllegalStateException(FILE + " line " + number + ": method,path,who[,desk|servers] is wanted");
        var pattern = PathPatternParser.defaultInstance.parse(cells[1].strip());
        var who = cells[2].strip();
        try {
            if (who.equals("public")) return new Row(cells[0].strip(), pattern, Audience.PUBLIC, Set.of());
            if (who.equals("signed-in")) return new Row(cells[0].strip(), pattern, Audience.SIGNED_IN, Set.of());
            var roles = EnumSet.noneOf(Role.class);
            Arrays.stream(who.split("\\s+")).map(Role::valueOf).forEach(roles::add);
            return new Row(cells[0].strip(), pattern, Audience.ROLES, roles);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(FILE + " line " + number + ": " + who + " is neither public, signed-in nor roles", e);
        }
    }

    private static String read() {
        try (var file = Objects.requireNonNull(Permissions.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
