package huizhan.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Statements with named parameters, each written with question marks once and not at each use. Only where a parameter is a list does the
 * text hang on it. Keys that a database makes are never asked for here: a kept statement knows nothing of them.
 */
final class NamedStatements extends NamedParameterJdbcTemplate {
    /** More than the program has; whoever has more is served as ever. */
    private static final int MOST = 2_000;
    private final Map<String, PreparedStatementCreatorFactory> plain = new ConcurrentHashMap<>();

    NamedStatements(JdbcOperations operations) {
        super(operations);
        setCacheLimit(MOST);
    }

    @Override protected PreparedStatementCreatorFactory getPreparedStatementCreatorFactory(ParsedSql parsed, SqlParameterSource parameters) {
        if (listed(parameters)) return super.getPreparedStatementCreatorFactory(parsed, parameters);
        var known = plain.get(parsed.toString());
        if (known != null) return known;
        var made = super.getPreparedStatementCreatorFactory(parsed, parameters);
        if (plain.size() < MOST) plain.put(parsed.toString(), made);
        return made;
    }

    private static boolean listed(SqlParameterSource parameters) {
        var names = parameters.getParameterNames();
        if (names == null) return true;
        for (var name : names) {
            var value = parameters.getValue(name);
            if (value instanceof Iterable || value != null && value.getClass().isArray()) return true;
        }
        return false;
    }
}
