package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.PostgresServer;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk on which the database keeps its tables is full, until somebody makes room. */
@Tag("scenarios")
class FullDiskIT {

    private static final String DISK_FULL = "53100";
    private static final int REFUSALS = 100;

    @Test
    void losesAndParksNothing(@TempDir Path disk) throws SQLException {
        assumeThat(PostgresServer.canHaveSmallDisk())
                .as("this user may mount a file system in a name space of its own")
                .isTrue();
        Seed.of(getClass());
        try (var server = PostgresServer.create()) {
            server.restartWithSmallDisk(disk);
            try (var database = TestDatabase.createOn(server)) {
                database.moveTo(disk);
                try (var application = RunningApplication.on(database);
                        var load = Load.of("disk", 8, () -> application.as("staff"));
                        Connection others = database.connectToServer()) {
                    load.awaitMore(50);
                    fill(others);
                    int before = load.askedAgain();
                    await("commands to be refused for want of room")
                            .atMost(Duration.ofMinutes(2))
                            .until(() -> load.askedAgain() - before > REFUSALS);

                    others.createStatement().execute("drop table filling");

                    load.awaitMore(100);
                    load.finish();
                    load.requireOnceEach(database);
                    Verdict.requireWhole(database);
                    assertThat(database.jdbc()
                                    .sql("select count(*) from projecting.parked")
                                    .query(Long.class)
                                    .single())
                            .as("events that are blamed for it")
                            .isZero();
                }
            }
        }
    }

    /** Takes all the room that there is, first in large pieces and then in small ones. */
    private static void fill(Connection others) throws SQLException {
        try (var statement = others.createStatement()) {
            statement.execute("create table filling (what text) tablespace small");
            for (int rows : new int[] {1_000, 10}) {
                boolean room = true;
                while (room) {
                    try {
                        statement.execute(
                                "insert into filling select repeat('x', 1000) from generate_series(1, " + rows + ")");
                    } catch (SQLException e) {
                        assertThat(e.getSQLState()).isEqualTo(DISK_FULL);
                        room = false;
                    }
                }
            }
        }
    }
}
