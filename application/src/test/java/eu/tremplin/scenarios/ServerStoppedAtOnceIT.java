package eu.tremplin.scenarios;

import eu.tremplin.application.testing.PostgresServer;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database server stops as by a power cut while people work, and comes back. */
@Tag("scenarios")
class ServerStoppedAtOnceIT {

    private static final int STOPS = 5;

    private final Random random = Seed.of(getClass());

    @Test
    void losesAndDoublesNothing() {
        try (var server = PostgresServer.create();
                var database = TestDatabase.createOn(server);
                var application = RunningApplication.on(database);
                var load = Load.of("power", 8, () -> application.as("staff"))) {
            for (int stop = 0; stop < STOPS; stop++) {
                load.awaitMore(20 + random.nextInt(100));
                server.stopAtOnce();
                server.start();
            }
            load.awaitMore(50);
            load.finish();

            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }
}
