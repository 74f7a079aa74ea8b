package eu.tremplin.application.projecting;

import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Former versions of rows. Each stored table has a column that says since which position a row is what it is, and a
 * table beside it of what rows were before, each from one position to another. A schema of its own shows all tables as
 * they were at the position that a transaction is set to, the computed ones by their own statements.
 *
 * <p>Projections, analysts and queries that name no moment see nothing of it.
 */
public final class RowHistory {

    public static final String SINCE = "row_since";
    public static final String UNTIL = "row_until";

    private static final String KNOWN = "_known";
    private static final String SETTING = "tremplin.known_at";
    private static final Pattern COMPUTED =
            Pattern.compile("^create view .*?;\\s*$", Pattern.MULTILINE | Pattern.DOTALL);

    private RowHistory() {}

    /** The schema that shows a generation's tables as they were. */
    public static String knownSchema(String schema) {
        return schema + KNOWN;
    }

    public static String past(String table) {
        return table + "_past";
    }

    /** Says, until the transaction ends, as of which position the tables of such a schema are shown. */
    public static void showAsOf(long position, Connection transaction) throws SQLException {
        try (var statement = transaction.prepareStatement("select set_config('" + SETTING + "', ?, true)")) {
            statement.setString(1, Long.toString(position));
            statement.executeQuery().close();
        }
    }

    /** Adds what keeps former versions to tables that are there and empty. */
    static void lay(Connection connection, ReadModel readModel, String schema) throws SQLException {
        var statements = new ArrayList<String>();
        statements.add("create schema " + knownSchema(schema));
        for (Table<?> table : readModel.tables()) {
            if (!table.computed()) {
                statements.addAll(past(table, schema));
                statements.add(known(table, schema));
            }
        }
        COMPUTED.matcher(readModel.ddl())
                .results()
                .map(view -> view.group().replace("${schema}", knownSchema(schema)))
                .forEach(statements::add);
        for (String statement : statements) {
            Schemas.execute(connection, statement);
        }
    }

    private static List<String> past(Table<?> table, String schema) {
        String live = schema + "." + table.name();
        String past = past(live);
        String key = names(table.keyColumns());
        return List.of(
                "alter table " + live + " add column " + SINCE + " bigint not null",
                "create table " + past + " (like " + live + ", " + UNTIL + " bigint not null, primary key (" + key
                        + ", " + SINCE + "))",
                "create index on " + past + " (" + UNTIL + ")");
    }

    private static String known(Table<?> table, String schema) {
        String columns = names(table.columns());
        String live = schema + "." + table.name();
        String position = "current_setting('" + SETTING + "')::bigint";
        return "create view " + knownSchema(schema) + "." + table.name()
                + " as select " + columns + " from " + live + " where " + SINCE + " <= " + position
                + " union all select " + columns + " from " + past(live) + " where " + SINCE + " <= " + position
                + " and " + UNTIL + " > " + position;
    }

    static String names(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> SqlColumn.names(column).stream())
                .collect(Collectors.joining(", "));
    }
}
