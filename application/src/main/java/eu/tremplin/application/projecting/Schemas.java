package eu.tremplin.application.projecting;

import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The schemas that hold a read model's tables, each named {@code <name>_v<number>}, and the views that analysts see.
 */
public final class Schemas {

    private final Analysts analysts;

    public Schemas(Analysts analysts) {
        this.analysts = analysts;
    }

    public static String name(ReadModel readModel, int number) {
        return name(readModel.name(), number);
    }

    static String name(String readModel, int number) {
        return stem(readModel) + number;
    }

    public void create(Connection connection, ReadModel readModel, int number) throws SQLException {
        create(connection, readModel, name(readModel, number));
    }

    /** Lays the tables in a schema of any name. */
    public static void create(Connection connection, ReadModel readModel, String schema) throws SQLException {
        execute(connection, "create schema " + schema);
        execute(connection, readModel.ddl().replace("${schema}", schema));
        RowHistory.lay(connection, readModel, schema);
    }

    /**
     * Points the views at this schema. They hold no personal text, not even as ciphertext: nobody who signs in to the
     * database has a key.
     */
    public void publish(Connection connection, ReadModel readModel, int number) throws SQLException {
        // Rights are granted to every view at once, also to those that another read model is just replacing. So they
        // take turns, with each other and with a node that starts and admits analysts.
        execute(connection, "select pg_advisory_xact_lock(hashtextextended('home.analysts', 0))");
        for (String view : views(connection, readModel)) {
            execute(connection, "drop view analysis." + view);
        }
        for (Table<?> table : readModel.tables()) {
            if (table.published()) {
                String columns = table.columns().stream()
                        .filter(column -> column.kind() != Column.Kind.PERSONAL)
                        .map(Column::sqlName)
                        .collect(Collectors.joining(", "));
                execute(
                        connection,
                        "create view analysis." + table.name() + " as select " + columns + " from "
                                + name(readModel, number) + "." + table.name());
            }
        }
        analysts.admit(connection);
    }

    public void drop(Connection connection, ReadModel readModel, int number) throws SQLException {
        drop(connection, name(readModel, number));
    }

    public static void drop(Connection connection, String schema) throws SQLException {
        execute(connection, "drop schema if exists " + schema + ", " + RowHistory.knownSchema(schema) + " cascade");
    }

    /** Numbers of the schemas there are. */
    public List<Integer> numbers(Connection connection, ReadModel readModel) throws SQLException {
        String stem = stem(readModel.name());
        return list(connection, "select nspname from pg_namespace where nspname ~ ?", "^" + stem + "[0-9]{1,9}$")
                .stream()
                .map(schema -> Integer.valueOf(schema.substring(stem.length())))
                .toList();
    }

    private static List<String> views(Connection connection, ReadModel readModel) throws SQLException {
        return list(
                connection,
                "select distinct view_name from information_schema.view_table_usage"
                        + " where view_schema = 'analysis' and table_schema ~ ?",
                "^" + stem(readModel.name()) + "[0-9]+$");
    }

    private static List<String> list(Connection connection, String sql, String pattern) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, pattern);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    private static String stem(String readModel) {
        return readModel.replace('-', '_') + "_v";
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets those who sign in to the database as analysts read what stands in schema {@code analysis} now. */
    @FunctionalInterface
    public interface Analysts {

        void admit(Connection connection) throws SQLException;
    }
}
