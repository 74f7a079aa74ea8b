package eu.tremplin.scenarios;

import static org.assertj.core.api.Assumptions.assumeThat;

import eu.tremplin.application.testing.PostgresServer;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The oldest server that is accepted, as Debian's package {@code postgresql-15} has it; skipped where it is not there.
 */
@Tag("scenarios")
class OlderServerIT {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    @Test
    void losesNothingWhenPostgres15IsStoppedAtOnce() {
        assumeThat(Files.isExecutable(PROGRAMS.resolve("initdb")))
                .as("PostgreSQL 15 is installed (Debian: postgresql-15)")
                .isTrue();
        Seed.of(getClass());
        try (var server = PostgresServer.of(PROGRAMS);
                var database = TestDatabase.createOn(server);
                var application = RunningApplication.on(database);
                var load = Load.of("older", 8, () -> application.as("staff"))) {
            load.awaitMore(100);
            server.stopAtOnce();
            server.start();
            load.awaitMore(100);
            load.finish();

            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }
}
