package eu.tremplin.scenarios;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.application.testing.Wire;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The network between application and database is cut, stalls, or takes everything and delivers nothing. */
@Tag("scenarios")
class BadNetworkIT {

    private final Random random = Seed.of(getClass());
    private final TestDatabase database = TestDatabase.create();
    private final Wire wire = Wire.to(database);
    private RunningApplication application;
    private Load load;

    @BeforeEach
    void setToWork() {
        application = RunningApplication.reaching(database, wire.url());
        load = Load.of("wire", 8, () -> application.as("staff"));
        load.awaitMore(20 + random.nextInt(40));
    }

    @AfterEach
    void end() {
        load.close();
        application.close();
        wire.close();
        database.close();
    }

    @Test
    void losesNothingWhereItIsCutAgainAndAgain() {
        for (int cut = 0; cut < 5; cut++) {
            wire.cut();
            last(Duration.ofMillis(random.nextInt(500)));
            wire.mend();
            load.awaitMore(5 + random.nextInt(40));
        }
        requireNothingLost();
    }

    @Test
    void losesNothingWhereItStallsForFiveSeconds() {
        wire.stall();
        last(Duration.ofSeconds(5));
        wire.mend();
        requireNothingLost();
    }

    @Test
    void losesNothingInABlackHoleOfNinetySeconds() {
        wire.swallow();
        last(Duration.ofSeconds(90));
        wire.mend();
        requireNothingLost();
    }

    private void requireNothingLost() {
        load.awaitMore(50);
        load.finish();
        load.requireOnceEach(database);
        Verdict.requireWhole(database);
    }

    /** Time itself is what is wanted here. */
    private static void last(Duration time) {
        try {
            new CountDownLatch(1).await(time.toNanos(), NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
