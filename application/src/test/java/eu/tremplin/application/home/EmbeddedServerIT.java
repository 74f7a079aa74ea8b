package eu.tremplin.application.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedServerIT {

    private Home home;
    private EmbeddedServer server;
    private PostgresProperties properties;

    @BeforeAll
    void start(@TempDir Path directory) {
        home = Home.at(directory.resolve("home"));
        server = EmbeddedServer.start(home);
        properties = server.properties();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void trustsNobodyWithoutPassword() throws IOException {
        var rules = Files.readAllLines(home.postgresData().resolve("pg_hba.conf")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(rules).isNotEmpty().allMatch(rule -> rule.endsWith(" scram-sha-256"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "tremplin", "tremplin_analyst"})
    void refusesWrongPassword(String role) {
        assertThatThrownBy(() -> connect(role, "wrong")).hasMessageContaining("password authentication failed");
    }

    @Test
    void listensOnThisMachineAloneAndOnNoSocketFile() throws SQLException {
        assertThat(show("postgres", properties.superuserPassword(), "listen_addresses"))
                .isEqualTo("127.0.0.1");
        assertThat(show("postgres", properties.superuserPassword(), "unix_socket_directories"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void isDurable(String setting) throws SQLException {
        assertThat(show("tremplin", properties.ownerPassword(), setting)).isEqualTo("on");
    }

    @Test
    void refusesSettingsThatLoseCommits() throws SQLException {
        try (var connection = asOwner()) {
            run(connection, "set synchronous_commit = off");

            assertThatThrownBy(() -> Durability.require(connection))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("synchronous_commit");
        }
    }

    @Test
    void keepsPasswordsToTheOwnerOfTheHome() throws IOException {
        var file = home.postgresProperties().path();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(home.file("superuser-password").exists()).isFalse();
    }

    @Test
    void runsTheApplicationAsOwnerOfItsDatabaseAndNothingMore() throws SQLException {
        try (var connection = asOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    void writesNoValuesToItsLog() throws SQLException, IOException {
        try (var connection = asOwner()) {
            run(connection, "create temporary table names (name text primary key)");
            try (var insert = connection.prepareStatement("insert into names values (?), (?)")) {
                insert.setString(1, "Ada Lovelace");
                insert.setString(2, "Ada Lovelace");
                assertThatThrownBy(insert::executeUpdate).hasMessageContaining("duplicate key");
            }
            assertThatThrownBy(() -> run(connection, "select 'Ada Lovelace'::int"))
                    .hasMessageContaining("invalid input syntax");
            run(connection, "do $$ begin raise log 'written after all of this'; end $$");
        }
        Awaitility.await().until(() -> log().contains("written after all of this"));
        assertThat(log()).doesNotContain("Lovelace");
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class AnalystOnMigratedDatabase {

        @BeforeAll
        void migrate() throws SQLException {
            Flyway.configure()
                    .dataSource(properties.url("tremplin"), "tremplin", properties.ownerPassword())
                    .schemas("flyway")
                    .load()
                    .migrate();
            try (var owner = asOwner()) {
                run(owner, "create table access.numbers (number int)");
                run(owner, "create view analysis.numbers as select number from access.numbers");
                new AnalystRole().admit(owner, properties::analystPassword);
            }
        }

        @Test
        void readsViews() throws SQLException {
            try (var analyst = asAnalyst();
                    var statement = analyst.createStatement();
                    var rows = statement.executeQuery("select * from analysis.numbers")) {
                assertThat(rows.next()).isFalse();
            }
        }

        @Test
        void readsNewViewOnceItIsGranted() throws SQLException {
            try (var owner = asOwner();
                    var analyst = asAnalyst()) {
                run(owner, "create view analysis.later as select number from access.numbers");
                assertThatThrownBy(() -> run(analyst, "select * from analysis.later"))
                        .hasMessageContaining("permission denied");

                new AnalystRole().grant(owner);

                run(analyst, "select * from analysis.later");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "select * from log.event",
                    "select * from access.users",
                    "select * from access.access_log",
                    "select * from vault.person_key",
                    "select * from access.numbers",
                    "insert into analysis.numbers values (1)",
                    "delete from analysis.numbers",
                    "create table analysis.mine (number int)",
                    "create table public.mine (number int)",
                    "create temporary table mine (number int)",
                    "create schema mine",
                    "select lo_create(0)",
                    "select lo_from_bytea(0, '\\x00')",
                    "copy (select 1) to program 'true'",
                    "select pg_read_file('postgresql.conf')",
                    "set role tremplin"
                })
        void isDeniedEverythingElse(String sql) throws SQLException {
            try (var analyst = asAnalyst()) {
                run(analyst, "set default_transaction_read_only = off");

                assertThatThrownBy(() -> run(analyst, sql)).hasMessageContaining("permission denied");
            }
        }

        @Test
        void isAdmittedByManyNodesThatStartAtOnce() throws Exception {
            try (var superuser = asSuperuserOf("tremplin")) {
                run(superuser, "drop owned by tremplin_analyst; drop role tremplin_analyst");
                run(superuser, "create database neighbour");
            }
            try (var superuser = asSuperuserOf("neighbour")) {
                run(superuser, "create schema analysis");
            }

            try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                var starts = IntStream.range(0, 12)
                        .mapToObj(node -> nodes.submit(() -> start(node % 3 == 0 ? "neighbour" : "tremplin")))
                        .toList();

                assertThat(starts).allSatisfy(start -> assertThat(start).succeedsWithin(Duration.ofSeconds(30)));
            }
            try (var analyst = asAnalyst();
                    var superuser = asSuperuserOf("tremplin")) {
                run(analyst, "select * from analysis.numbers");
                run(superuser, "drop database neighbour");
            }
        }

        private String start(String database) throws SQLException {
            try (var superuser = asSuperuserOf(database)) {
                new AnalystRole().admit(superuser, properties::analystPassword);
            }
            return database;
        }

        @Test
        void readsOnlyUnlessToldOtherwise() throws SQLException {
            try (var analyst = asAnalyst()) {
                assertThatThrownBy(() -> run(analyst, "create table public.mine (number int)"))
                        .hasMessageContaining("read-only transaction");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"postgres", "template1"})
        void entersNoOtherDatabase(String database) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            properties.url(database), AnalystRole.NAME, properties.analystPassword()))
                    .hasMessageContaining("permission denied");
        }
    }

    private String show(String role, String password, String setting) throws SQLException {
        try (var connection = connect(role, password);
                var statement = connection.createStatement();
                var row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private String log() throws IOException {
        var text = new StringBuilder();
        try (var logs = Files.list(home.postgresData().resolve("log"))) {
            for (Path log : logs.toList()) {
                text.append(Files.readString(log));
            }
        }
        return text.toString();
    }

    private Connection asOwner() throws SQLException {
        return connect("tremplin", properties.ownerPassword());
    }

    private Connection asSuperuserOf(String database) throws SQLException {
        return DriverManager.getConnection(properties.url(database), "postgres", properties.superuserPassword());
    }

    private Connection asAnalyst() throws SQLException {
        return connect(AnalystRole.NAME, properties.analystPassword());
    }

    private Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(properties.url("tremplin"), role, password);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
