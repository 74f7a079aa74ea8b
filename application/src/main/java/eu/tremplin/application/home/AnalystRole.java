package eu.tremplin.application.home;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database role of analysts: it signs in to PostgreSQL, reads the views of schema {@code analysis}, and nothing
 * else.
 */
public final class AnalystRole {

    /** The role's name in PostgreSQL. */
    public static final String NAME = "tremplin_analyst";

    private static final Logger LOG = LoggerFactory.getLogger(AnalystRole.class);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final Set<String> CREATED_MEANWHILE = Set.of("23505", "42710");

    AnalystRole() {}

    /** Lets analysts read every view that schema {@code analysis} holds now; call it after each switch of a view. */
    public void grant(Connection connection) throws SQLException {
        if (exists(connection)) {
            execute(connection, "grant usage on schema analysis to " + NAME);
            execute(connection, "grant select on all tables in schema analysis to " + NAME);
        }
    }

    /** Creates the role where this connection may; where it may not, says what an administrator runs. */
    void admit(Connection connection, Supplier<String> password) throws SQLException {
        // Nodes that start at once would trip over each other's grants.
        execute(connection, "select pg_advisory_lock(hashtextextended('home.analysts', 0))");
        try {
            if (exists(connection) || created(connection, password.get())) {
                execute(connection, "grant connect on database " + quotedName(connection) + " to " + NAME);
                grant(connection);
            }
        } finally {
            execute(connection, "select pg_advisory_unlock(hashtextextended('home.analysts', 0))");
        }
    }

    private static boolean created(Connection connection, String password) throws SQLException {
        try {
            create(connection, password);
            return true;
        } catch (SQLException e) {
            // Roles are the server's, and the lock is the database's: an installation in another one was quicker.
            if (CREATED_MEANWHILE.contains(e.getSQLState())) {
                return true;
            }
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
            LOG.warn(
                    "Analysts cannot sign in to PostgreSQL, because this user may not create roles."
                            + " Let an administrator run: create role {} login password '…'; and restart",
                    NAME);
            return false;
        }
    }

    /** Creates the role if it is absent and brings it to its settings, at one stroke. */
    static void create(Connection connection, String password) throws SQLException {
        // Locks, memory and connections are the application's first; what may be read is a matter of grants alone.
        var settings = Stream.of(
                        "login connection limit 20 password '" + password.replace("'", "''") + "'",
                        "set default_transaction_read_only = on",
                        "set idle_in_transaction_session_timeout = '10min'",
                        "set statement_timeout = '5min'",
                        "set lock_timeout = '5s'")
                .map(setting -> "alter role " + NAME + " " + setting);
        var statements = exists(connection) ? settings : Stream.concat(Stream.of("create role " + NAME), settings);
        // Statements that are sent as one take effect as one.
        execute(connection, statements.collect(Collectors.joining("; ")));
    }

    /** Everybody may create large objects unless told otherwise, also who may write nowhere else. */
    static void withholdLargeObjects(Connection superuser) throws SQLException {
        execute(
                superuser,
                "revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public");
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            statement.setString(1, NAME);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String quotedName(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select quote_ident(current_database())")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
