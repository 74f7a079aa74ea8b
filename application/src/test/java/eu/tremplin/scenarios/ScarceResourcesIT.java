package eu.tremplin.scenarios;

import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections run out, and statements or locks take longer than the server allows. */
@Tag("scenarios")
class ScarceResourcesIT {

    @Test
    void losesNothingWhereConnectionsAreFew() {
        Seed.of(getClass());
        try (var database = TestDatabase.create();
                var application = RunningApplication.reaching(
                        database,
                        database.url(),
                        "--spring.datasource.hikari.maximum-pool-size=3",
                        "--spring.datasource.hikari.connection-timeout=1000");
                var load = Load.of("few", 48, () -> application.as("staff"))) {
            load.awaitMore(500);
            load.finish();

            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement_timeout", "lock_timeout"})
    void losesNothingWhereTheServerHasNoPatience(String timeout) throws SQLException {
        try (var database = TestDatabase.create();
                var application = RunningApplication.on(database)) {
            try (var load = Load.of("patience", 8, () -> application.as("staff"))) {
                database.set(timeout, "300ms");
                endSessions(database);
                load.awaitMore(50);
                keepWaiting(database, load);
                load.awaitMore(50);
                load.finish();

                load.requireOnceEach(database);
                Verdict.requireWhole(database);
            }
        }
    }

    /** Lets nobody append until many have been asked again. */
    private static void keepWaiting(TestDatabase database, Load load) throws SQLException {
        try (Connection holder = database.connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("set local statement_timeout = 0");
            holder.createStatement().execute("lock table log.stream in exclusive mode");
            await().until(() -> load.askedAgain() >= 16);
            holder.rollback();
        }
    }

    /** So that everybody has the new setting. */
    private static void endSessions(TestDatabase database) {
        database.jdbc()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")
                .query()
                .listOfRows();
    }
}
