package eu.tremplin.application.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartIT {

    private Home home;

    @BeforeAll
    void leaveSomethingOfAnInterruptedCreation(@TempDir Path directory) throws IOException {
        home = Home.at(directory.resolve("home"));
        Path incomplete = Files.createDirectory(home.directory().resolve("postgres.incomplete"));
        Files.writeString(incomplete.resolve("postgresql.conf"), "# written, and then the power went");

        EmbeddedServer.start(home).close();

        assertThat(incomplete).doesNotExist();
    }

    @Test
    void keepsDataPortAndPasswords() throws SQLException {
        PostgresProperties before;
        try (var server = EmbeddedServer.start(home);
                var connection = connect(server)) {
            before = server.properties();
            run(connection, "create table kept (number int)");
        }
        try (var server = EmbeddedServer.start(home);
                var connection = connect(server)) {
            assertThat(server.properties()).isEqualTo(before);
            run(connection, "drop table kept");
        }
    }

    @Test
    void stopsServerOfKilledApplicationAndStartsItsOwn() throws Exception {
        var application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerOfKilledApplication.class.getName(),
                        home.directory().toString())
                .redirectErrorStream(true)
                .start();
        ProcessHandle orphan;
        try (var output = new BufferedReader(new InputStreamReader(application.getInputStream(), UTF_8))) {
            assertThat(output.lines().anyMatch(line -> line.startsWith(ServerOfKilledApplication.STARTED)))
                    .isTrue();
            orphan = serverProcess();
            assertThatThrownBy(() -> EmbeddedServer.start(home))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Another Tremplin is running");
        } finally {
            application.destroyForcibly().waitFor();
        }
        assertThat(orphan.isAlive()).isTrue();

        try (var server = EmbeddedServer.start(home);
                var connection = connect(server)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void startsAlthoughTheNumberOfItsLastServerBelongsToAnotherProcessNow() throws IOException, SQLException {
        Path pidFile = home.postgresData().resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + home.postgresData() + "\n");

        try (var server = EmbeddedServer.start(home);
                var connection = connect(server)) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        int port = PostgresProperties.readOrDraw(home.postgresProperties()).port();
        try (var other = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(() -> EmbeddedServer.start(home))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Port " + port);
        }
        EmbeddedServer.start(home).close();
    }

    private ProcessHandle serverProcess() throws IOException {
        try (var lines = Files.lines(home.postgresData().resolve("postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow());
            return ProcessHandle.of(pid).orElseThrow();
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        var properties = server.properties();
        return DriverManager.getConnection(properties.url("tremplin"), "tremplin", properties.ownerPassword());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
