package eu.tremplin.application.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The one PostgreSQL of this JVM, as durable as a real one, and the migrated template of its test databases. */
final class TestCluster {

    private static final String TEMPLATE = "template_tremplin";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final EmbeddedPostgres postgres;

    private TestCluster() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("max_prepared_transactions", "20")
                    .start();
            execute("create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(database(TEMPLATE))
                    .schemas("flyway") // as application.yml says
                    .load()
                    .migrate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestCluster get() {
        return Holder.CLUSTER;
    }

    /** The name of a new database in which nothing has happened yet. */
    String createDatabase() {
        return copy(TEMPLATE);
    }

    /** The name of a new database that is as another one, to which nobody may be connected. */
    synchronized String copy(String original) {
        String name = "test_" + NUMBERS.incrementAndGet();
        execute("create database " + name + " template " + original);
        return name;
    }

    void dropDatabase(String name) {
        execute("drop database if exists " + name + " with (force)");
    }

    DataSource database(String name) {
        return postgres.getDatabase("postgres", name);
    }

    String url(String name) {
        return postgres.getJdbcUrl("postgres", name);
    }

    void execute(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Holder {
        static final TestCluster CLUSTER = new TestCluster();
    }
}
