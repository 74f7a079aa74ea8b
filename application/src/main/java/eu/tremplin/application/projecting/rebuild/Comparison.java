package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.projecting.SqlColumn;
import eu.tremplin.application.projecting.rebuild.TableDifference.Example;
import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds the rows of one schema, as they were at a position, against those of another, in whatever snapshot the
 * connection is in. Values are compared as they are written out, so that 1.0 is not 1.00.
 */
public final class Comparison {

    private static final int EXAMPLES = 5;

    private final Connection connection;
    private final String live;
    private final String anew;
    private final long position;

    public Comparison(Connection connection, String live, String anew, long position) {
        this.connection = connection;
        this.live = live;
        this.anew = anew;
        this.position = position;
    }

    /** The rows of every stored table that both have; a column that only one has is left aside. */
    public List<TableDifference> rows(ReadModel readModel) throws SQLException {
        var differences = new ArrayList<TableDifference>();
        for (Table<?> table : readModel.tables()) {
            List<Column> columns = common(table);
            if (!columns.isEmpty()) {
                differences.add(compare(ComparedRows.current(table, columns, position)));
            }
        }
        return differences;
    }

    /**
     * The rows and since when they are what they are, none of them twice; and, as tables of their own, what rows were
     * before.
     */
    public List<TableDifference> histories(ReadModel readModel) throws SQLException {
        var differences = new ArrayList<TableDifference>();
        for (Table<?> table : readModel.tables()) {
            List<Column> columns = common(table);
            if (!columns.isEmpty()) {
                differences.add(compare(ComparedRows.since(table, columns, position)));
                differences.add(compare(ComparedRows.former(table, columns, position)));
            }
        }
        return differences;
    }

    /** None where the table is not in both, or not with the same key. */
    private List<Column> common(Table<?> table) throws SQLException {
        if (table.computed()) {
            return List.of();
        }
        Set<String> common = columns(live, table.name());
        common.retainAll(columns(anew, table.name()));
        boolean comparable =
                table.keyColumns().stream().allMatch(column -> common.containsAll(SqlColumn.names(column)));
        return comparable
                ? table.columns().stream()
                        .filter(column -> common.containsAll(SqlColumn.names(column)))
                        .toList()
                : List.of();
    }

    private Set<String> columns(String schema, String table) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select column_name from information_schema.columns where table_schema = ? and table_name = ?")) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (var row = statement.executeQuery()) {
                var found = new HashSet<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        }
    }

    private TableDifference compare(ComparedRows rows) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(rows.count(live, anew))) {
            row.next();
            long differing = row.getLong(2) + row.getLong(3) + row.getLong(4);
            List<Example> examples = differing == 0 ? List.of() : examples(rows);
            return new TableDifference(
                    rows.name(), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), examples);
        }
    }

    private List<Example> examples(ComparedRows rows) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(rows.examples(live, anew, EXAMPLES))) {
            var examples = new ArrayList<Example>();
            while (row.next()) {
                examples.add(rows.example(row));
            }
            return examples;
        }
    }

    public static boolean isNone(List<TableDifference> differences) {
        return differences.stream().allMatch(TableDifference::isNone);
    }

    @Override
    public String toString() {
        return live + " and " + anew + " at " + position;
    }
}
