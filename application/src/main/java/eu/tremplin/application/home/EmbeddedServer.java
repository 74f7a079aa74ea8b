package eu.tremplin.application.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The real PostgreSQL that lives in a home: durable, on 127.0.0.1 only, and nobody enters without a password. */
final class EmbeddedServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    // Crash recovery of a large log takes its time.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    // No value may hold a space: they travel through a shell.
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("idle_in_transaction_session_timeout", "60s"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_truncate_on_rotation", "on"),
            // Statements, their parameters and what errors quote of them may be personal data. The application learns
            // of every error anyway; here stands what happens to the server.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_statement", "none"),
            Map.entry("log_min_duration_statement", "-1"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"));

    private final PostgresProperties properties;
    private final HomeLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedServer(PostgresProperties properties, HomeLock lock, EmbeddedPostgres postgres) {
        this.properties = properties;
        this.lock = lock;
        this.postgres = postgres;
    }

    /** Starts the home's server, and creates it at first. */
    static EmbeddedServer start(Home home) {
        HomeLock lock = home.lock();
        @Nullable EmbeddedPostgres postgres = null;
        try {
            var properties = PostgresProperties.readOrDraw(home.postgresProperties());
            if (!Files.exists(home.postgresData())) {
                create(home, properties);
            }
            OrphanedServer.stopOn(home.postgresData());
            postgres = run(home, home.postgresData(), properties);
            prepare(properties);
            return new EmbeddedServer(properties, lock, postgres);
        } catch (RuntimeException e) {
            if (postgres != null) {
                close(postgres);
            }
            lock.close();
            throw e;
        }
    }

    PostgresProperties properties() {
        return properties;
    }

    @Override
    public void close() {
        close(postgres);
        lock.close();
    }

    /** A cluster is complete or absent: one that was interrupted while it was created never gets the name. */
    private static void create(Home home, PostgresProperties properties) {
        Path incomplete = home.directory().resolve("postgres.incomplete");
        try {
            OrphanedServer.stopOn(incomplete);
            FileSystemUtils.deleteRecursively(incomplete);
            close(run(home, incomplete, properties));
            Files.move(incomplete, home.postgresData(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres run(Home home, Path data, PostgresProperties properties) {
        if (!PostgresProperties.isFree(properties.port())) {
            throw new StartRefused(
                    "Port " + properties.port() + " of this home's PostgreSQL is taken by another program.",
                    "Stop that program, or change the port in "
                            + home.postgresProperties().path() + ".");
        }
        PrivateFile passwordFile = home.file("superuser-password");
        try {
            passwordFile.replace(properties.superuserPassword());
            var builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(home.postgresBinaries().toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE)
                    .setPort(properties.port())
                    .setConnectConfig("password", properties.superuserPassword())
                    // Options of initdb, of which the later wins: without these its access would be `trust`.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.path().toString())
                    // The same order of texts on every machine.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8");
            SETTINGS.forEach(builder::setServerConfig);
            return builder.start();
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL does not start on " + data + ": " + e.getMessage(),
                    "See its messages in " + data.resolve("log")
                            + ", or start again with LOGGING_LEVEL_IO_ZONKY_TEST=info."
                            + " Where it cannot run at all, set SPRING_DATASOURCE_URL to a PostgreSQL 15 or newer.",
                    e);
        } finally {
            passwordFile.delete();
        }
    }

    /** Roles and database, each brought to what the home says, whatever an interrupted start has left. */
    private static void prepare(PostgresProperties properties) {
        try (var superuser = connect(properties, "postgres")) {
            Durability.require(superuser);
            if (!exists(superuser, "select 1 from pg_roles where rolname = 'tremplin'")) {
                execute(superuser, "create role tremplin");
            }
            execute(superuser, "alter role tremplin login password '" + properties.ownerPassword() + "'");
            AnalystRole.create(superuser, properties.analystPassword());
            if (!exists(superuser, "select 1 from pg_database where datname = 'tremplin'")) {
                execute(superuser, "create database tremplin owner tremplin");
            }
            execute(superuser, "revoke all on database postgres, template1, tremplin from public");
        } catch (SQLException e) {
            throw new IllegalStateException("roles and database cannot be prepared", e);
        }
        try (var superuser = connect(properties, "tremplin")) {
            AnalystRole.withholdLargeObjects(superuser);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be prepared", e);
        }
    }

    private static Connection connect(PostgresProperties properties, String database) throws SQLException {
        return DriverManager.getConnection(properties.url(database), SUPERUSER, properties.superuserPassword());
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
