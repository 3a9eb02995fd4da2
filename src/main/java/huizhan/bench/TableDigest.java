package huizhan.bench;

import huizhan.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What every table of a SQLite file holds, as one digest for each. What is drawn anew each time is masked, ids and times; of the trail the
 * chain is left out, which a job of its own makes a moment later. So two runs that do the same have the same digests, and a row more or
 * less is another one.
 */
final class TableDigest {
    private static final Set<String> CHAIN = Set.of("seq", "previous", "hash", "trail");
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private TableDigest() {}

    static Map<String, String> of(Path database) throws IOException {
        var digests = new TreeMap<String, String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            for (var table : tables(connection)) {
                digests.put(table, Sha256.of(String.join("\n", rows(connection, table))).hex());
            }
            return digests;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select name from sqlite_master where type = 'table' and name <> 'audit_head' order by name")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select * from \"" + table + "\"")) {
            while (found.next()) {
                rows.add(row(found));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String row(ResultSet row) throws SQLException {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (!CHAIN.contains(row.getMetaData().getColumnName(i))) {
                cells.add(String.valueOf(row.getString(i)).replaceAll(ID, "#").replaceAll("\\b1[0-9]{12}\\b", "@"));
            }
        }
        return String.join("|", cells);
    }
}
