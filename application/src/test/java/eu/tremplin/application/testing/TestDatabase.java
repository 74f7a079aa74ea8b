package eu.tremplin.application.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A migrated, empty database on a real PostgreSQL, for one test class.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = TestDatabase.create();
 * }</pre>
 *
 * <p>The databases of one JVM share a server and nothing else, so test classes may run at the same time.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

    private static final int POOL_SIZE = 80;

    private final TestCluster cluster;
    private final String name;
    private final HikariDataSource pool;

    private TestDatabase(TestCluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
        pool = pool();
    }

    public static TestDatabase create() {
        return createOn(TestCluster.get());
    }

    /** On a server of the test's own, once. */
    public static TestDatabase createOn(PostgresServer server) {
        return createOn(TestCluster.on(server));
    }

    private static TestDatabase createOn(TestCluster cluster) {
        return new TestDatabase(cluster, cluster.createDatabase());
    }

    /** Another one that is as this one is now, once {@link #goAway()} has ended every connection to it. */
    public TestDatabase copy() {
        return new TestDatabase(cluster, cluster.copy(name));
    }

    /** A pool that is large enough for tests with many writers. */
    public DataSource dataSource() {
        return pool;
    }

    /** Where each connection is a new one. */
    public DataSource unpooled() {
        return cluster.database(name);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /** Gives the log, while nothing has happened in it, partitions of so many positions, and one to begin with. */
    public void partitionedBy(int positions) {
        jdbc().sql("drop table log.event_from_1").update();
        jdbc().sql("select log.reserve(1, ?)").param(positions).query().singleRow();
    }

    /** Keeps its tables in this directory from now on, in which nothing is yet. */
    public void moveTo(Path directory) {
        cluster.execute("create tablespace small location '" + directory + "'");
        goAway();
        cluster.execute("alter database " + name + " set tablespace small");
        comeBack();
    }

    /** A connection to the server, and to no database of a test. */
    public Connection connectToServer() throws SQLException {
        return cluster.database("postgres").getConnection();
    }

    /** The position of the last event, as far as it is committed. */
    public long logHead() {
        return jdbc().sql("select coalesce(max(position), 0) from log.event")
                .query(Long.class)
                .single();
    }

    /** The address for {@code spring.datasource.url}; its user is {@code postgres} and any password will do. */
    public String url() {
        return cluster.url(name);
    }

    /** A connection of its own, outside the pool, for a test that plays another process. */
    public Connection connect() throws SQLException {
        return cluster.database(name).getConnection();
    }

    /** Gives the database a setting of its own, for every connection from now on. */
    public void set(String setting, String value) {
        cluster.execute("alter database " + name + " set " + setting + " = '" + value + "'");
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** Ends every connection, as a restart of the server would, and lets nobody in until {@link #comeBack()}. */
    public void goAway() {
        cluster.execute("alter database " + name + " allow_connections false");
        cluster.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    public void comeBack() {
        cluster.execute("alter database " + name + " allow_connections true");
        // A pool asks a connection that was used a moment ago not whether it is still alive.
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // Called for each nested class too, before the rest of the tests.
        if (!context.getRequiredTestClass().isAnnotationPresent(Nested.class)) {
            close();
        }
    }

    @Override
    public void close() {
        pool.close();
        cluster.dropDatabase(name);
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(cluster.database(name));
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }
}
