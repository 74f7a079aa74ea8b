package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.application.home.StartRefused;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A backup takes the place of what came after it. */
@Tag("scenarios")
class RestoredToOlderStateIT {

    @Test
    void goesOnFromABackupOfOneMoment() {
        Seed.of(getClass());
        try (var database = TestDatabase.create()) {
            RunningApplication before = worked(RunningApplication.on(database), "before");
            database.goAway();
            try (var restored = database.copy()) {
                worked(before.movedTo(restored), "after");
            }
        }
    }

    @Test
    void refusesToStartWhereReadModelsAreOfALaterMomentThanTheLog() {
        Seed.of(getClass());
        try (var database = TestDatabase.create()) {
            RunningApplication before = worked(RunningApplication.on(database), "log");
            database.goAway();
            try (var restored = database.copy()) {
                restored.jdbc()
                        .sql("update projecting.generation set position = position + 10 where read_model = 'funnel'")
                        .update();

                assertThatThrownBy(() -> before.movedTo(restored))
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("a read model has come further than the log goes");
            }
        }
    }

    /** Closed, after people have worked with it. */
    private static RunningApplication worked(RunningApplication application, String name) {
        try (application;
                var load = Load.of(name, 6, () -> application.as("staff"))) {
            load.awaitMore(100);
            load.finish();
            load.requireOnceEach(application.database());
            Verdict.requireWhole(application.database());
        }
        return application;
    }
}
