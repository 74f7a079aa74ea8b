package eu.tremplin.application.home;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where the events are kept: in the home, or in a PostgreSQL that somebody else runs. */
sealed interface Database extends AutoCloseable {

    /** Longer than any statement takes but those that say so; those change the timeout of their connection. */
    String SECONDS_WITHOUT_A_WORD = "60";

    /** A pool of connections as the application's own user. */
    HikariDataSource pool();

    /** One sentence for the person who starts Tremplin; never a password. */
    String description();

    /** Password of the analysts' role, should it have to be created. */
    String analystPassword();

    @Override
    void close();

    static Database in(Home home) {
        return new Embedded(EmbeddedServer.start(home));
    }

    static Database given(String url, @Nullable String user, @Nullable String password, Home home) {
        var given = new Given(url, user, password, home);
        given.check();
        return given;
    }

    /** The home's own server, which starts and stops with the application. */
    record Embedded(EmbeddedServer server) implements Database {

        @Override
        public HikariDataSource pool() {
            var pool = poolTo(server.properties().url("tremplin"));
            pool.setUsername("tremplin");
            pool.setPassword(server.properties().ownerPassword());
            return pool;
        }

        @Override
        public String description() {
            return "PostgreSQL on 127.0.0.1:" + server.properties().port();
        }

        @Override
        public String analystPassword() {
            return server.properties().analystPassword();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** A server that is there already. */
    record Given(
            String url, @Nullable String user, @Nullable String password, Home home) implements Database {

        private static final int OLDEST = 15;

        @Override
        public HikariDataSource pool() {
            var pool = poolTo(url);
            if (user != null) {
                pool.setUsername(user);
            }
            if (password != null) {
                pool.setPassword(password);
            }
            return pool;
        }

        @Override
        public String description() {
            return "the given PostgreSQL";
        }

        @Override
        public String analystPassword() {
            return PostgresProperties.readOrDrawAnalystPassword(home.postgresProperties());
        }

        @Override
        public void close() {
            // Somebody else runs it.
        }

        private void check() {
            try (var connection = connect()) {
                int version = connection.getMetaData().getDatabaseMajorVersion();
                if (version < OLDEST) {
                    throw new StartRefused(
                            "The database given by SPRING_DATASOURCE_URL is PostgreSQL " + version + ".",
                            "Give PostgreSQL " + OLDEST + " or newer.");
                }
            } catch (SQLException e) {
                throw new StartRefused(
                        "The database given by SPRING_DATASOURCE_URL does not answer: " + e.getMessage(),
                        "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
                        e);
            }
        }

        private Connection connect() throws SQLException {
            var properties = new Properties();
            if (user != null) {
                properties.setProperty("user", user);
            }
            if (password != null) {
                properties.setProperty("password", password);
            }
            return DriverManager.getConnection(url, properties);
        }

        @Override
        public String toString() {
            return description();
        }
    }

    private static HikariDataSource poolTo(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setPoolName("tremplin");
        pool.addDataSourceProperty("ApplicationName", "tremplin");
        // The server's details name the keys of rows, which may be personal data and would end in the log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        // A network that swallows what is sent holds nobody for longer, unless the address says otherwise.
        pool.addDataSourceProperty("socketTimeout", SECONDS_WITHOUT_A_WORD);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }
}
