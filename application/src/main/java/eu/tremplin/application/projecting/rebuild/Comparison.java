package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.projecting.SqlColumn;
import eu.tremplin.application.projecting.rebuild.TableDifference.Example;
import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of one schema against those of another, in whatever snapshot the connection is in. Values are compared
 * as they are written out, so that 1.0 is not 1.00; what they were before is not compared.
 */
final class Comparison {

    private static final int EXAMPLES = 5;

    private final Connection connection;
    private final String live;
    private final String anew;

    Comparison(Connection connection, String live, String anew) {
        this.connection = connection;
        this.live = live;
        this.anew = anew;
    }

    /** Every stored table that both have; a column that only one has is left aside. */
    List<TableDifference> of(ReadModel readModel) throws SQLException {
        var differences = new ArrayList<TableDifference>();
        for (Table<?> table : readModel.tables()) {
            if (!table.computed()) {
                Set<String> common = columns(live, table.name());
                common.retainAll(columns(anew, table.name()));
                if (common.containsAll(names(table.keyColumns()))) {
                    differences.add(of(table, common));
                }
            }
        }
        return differences;
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

    private TableDifference of(Table<?> table, Set<String> common) throws SQLException {
        List<Column> columns = table.columns().stream()
                .filter(column -> common.containsAll(SqlColumn.names(column)))
                .toList();
        String joined = joined(table, columns);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(n." + firstKey(table) + "), "
                        + "count(*) filter (where n." + firstKey(table) + " is null), "
                        + "count(*) filter (where l." + firstKey(table) + " is null), "
                        + "count(*) filter (where " + bothDiffer(table, columns) + ")" + joined)) {
            row.next();
            long differing = row.getLong(2) + row.getLong(3) + row.getLong(4);
            List<Example> examples = differing == 0 ? List.of() : examples(table, columns, joined);
            return new TableDifference(
                    table.name(), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), examples);
        }
    }

    private String joined(Table<?> table, List<Column> columns) {
        String on = names(table.keyColumns()).stream()
                .map(name -> "l." + name + " = n." + name)
                .collect(Collectors.joining(" and "));
        return " from " + rows(live, table, columns) + " l full join " + rows(anew, table, columns) + " n on " + on;
    }

    private static String rows(String schema, Table<?> table, List<Column> columns) {
        return "(select " + String.join(", ", names(columns)) + " from " + schema + "." + table.name() + ")";
    }

    private static String firstKey(Table<?> table) {
        return names(table.keyColumns()).getFirst();
    }

    private static String bothDiffer(Table<?> table, List<Column> columns) {
        return "l." + firstKey(table) + " is not null and n." + firstKey(table) + " is not null and " + differ(columns);
    }

    private static String differ(List<Column> columns) {
        return "row(" + written("l", columns) + ") is distinct from row(" + written("n", columns) + ")";
    }

    private static String written(String side, List<Column> columns) {
        return names(columns).stream().map(name -> side + "." + name + "::text").collect(Collectors.joining(", "));
    }

    private List<Example> examples(Table<?> table, List<Column> columns, String joined) throws SQLException {
        String key = names(table.keyColumns()).stream()
                .map(name -> "coalesce(l." + name + ", n." + name + ")")
                .collect(Collectors.joining(", "));
        String sql = "select l." + firstKey(table) + " is not null, n." + firstKey(table) + " is not null, "
                + written("l", columns) + ", " + written("n", columns) + joined + " where " + differ(columns)
                + " order by " + key + " limit " + EXAMPLES;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var examples = new ArrayList<Example>();
            while (row.next()) {
                examples.add(example(table, columns, row));
            }
            return examples;
        }
    }

    private static Example example(Table<?> table, List<Column> columns, ResultSet row) throws SQLException {
        boolean isLive = row.getBoolean(1);
        boolean isNew = row.getBoolean(2);
        int fields = names(columns).size();
        var key = new LinkedHashMap<String, @Nullable Object>();
        var differing = new ArrayList<String>();
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, @Nullable Object>();
        int place = 3;
        for (Column column : columns) {
            boolean differs = false;
            for (int part = 0; part < SqlColumn.names(column).size(); part++, place++) {
                String one = row.getString(place);
                String other = row.getString(place + fields);
                differs |= !Objects.equals(one, other);
                if (table.keyColumns().contains(column)) {
                    key.put(column.name(), one == null ? other : one);
                } else if (column.kind() != Column.Kind.PERSONAL && !Objects.equals(one, other)) {
                    before.put(column.name(), one);
                    after.put(column.name(), other);
                }
            }
            if (differs && !table.keyColumns().contains(column)) {
                differing.add(column.name());
            }
        }
        return new Example(key, differing, isLive ? before : null, isNew ? after : null);
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> SqlColumn.names(column).stream())
                .toList();
    }

    static boolean isNone(List<TableDifference> differences) {
        return differences.stream().allMatch(TableDifference::isNone);
    }

    @Override
    public String toString() {
        return Map.of("live", live, "anew", anew).toString();
    }
}
