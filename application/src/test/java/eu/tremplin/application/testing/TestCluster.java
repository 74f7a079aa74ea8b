package eu.tremplin.application.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL as durable as a real one, and the migrated template of its test databases. */
final class TestCluster {

    private static final String TEMPLATE = "template_tremplin";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final UnaryOperator<String> urls;

    private TestCluster(UnaryOperator<String> urls) {
        this.urls = urls;
        execute("create database " + TEMPLATE);
        Flyway.configure()
                .dataSource(database(TEMPLATE))
                .schemas("flyway") // as application.yml says
                .load()
                .migrate();
    }

    /** The one that the tests of this JVM share. */
    static TestCluster get() {
        return Holder.CLUSTER;
    }

    static TestCluster on(PostgresServer server) {
        return new TestCluster(server::url);
    }

    private static TestCluster shared() {
        String named = System.getProperty("tremplin.postgres.bin", "");
        if (!named.isEmpty()) {
            PostgresServer server = PostgresServer.of(Path.of(named));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return on(server);
        }
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("max_prepared_transactions", "20")
                    .start();
            return new TestCluster(database -> postgres.getJdbcUrl("postgres", database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory of the programs by which its server runs. */
    Path programs() {
        try (var connection = database("postgres").getConnection();
                var row = connection.createStatement().executeQuery("show data_directory")) {
            row.next();
            Path pidFile = Path.of(row.getString(1)).resolve("postmaster.pid");
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst());
            return Path.of(ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow())
                    .resolveSibling("");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(name));
        return dataSource;
    }

    String url(String name) {
        return urls.apply(name);
    }

    void execute(String sql) {
        try (var connection = database("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Holder {
        static final TestCluster CLUSTER = shared();
    }
}
