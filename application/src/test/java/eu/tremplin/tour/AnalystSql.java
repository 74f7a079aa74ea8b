package eu.tremplin.tour;

import eu.tremplin.running.Home;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** An analyst who has signed in to PostgreSQL itself; columns and cells are told as in the tables over HTTP. */
public final class AnalystSql implements AutoCloseable {

    private static final String ROLE = "tremplin_analyst";
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private final Connection connection;

    private AnalystSql(Connection connection) {
        this.connection = connection;
    }

    public static AnalystSql signIn(Home home) throws SQLException {
        Properties postgres = home.properties("postgres.properties");
        return new AnalystSql(DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/tremplin".formatted(postgres.getProperty("port")),
                ROLE,
                postgres.getProperty(ROLE + ".password")));
    }

    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public List<Map<String, String>> rows(String view) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select * from analysis." + view)) {
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        var row = new LinkedHashMap<String, String>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.put(name(result.getMetaData().getColumnName(column)), cell(result, column));
        }
        return row;
    }

    /** From {@code stage_since} to {@code stageSince}. */
    private static String name(String column) {
        return UNDERSCORE.matcher(column).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static String cell(ResultSet row, int column) throws SQLException {
        Object value = row.getMetaData().getColumnTypeName(column).equals("timestamptz")
                ? row.getObject(column, OffsetDateTime.class)
                : row.getObject(column);
        return switch (value) {
            case null -> "";
            case OffsetDateTime instant -> instant.toInstant().toString();
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
