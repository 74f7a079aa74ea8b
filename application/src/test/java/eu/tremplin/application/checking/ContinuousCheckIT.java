package eu.tremplin.application.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.checking.ContinuousCheck.Pace;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.projections.ReadModels;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ContinuousCheckIT {

    @AutoClose
    private final TestDatabase database = Inhabited.copy();

    private final ContinuousCheck check = new ContinuousCheck(
            new Checker(CheckCommand.codec(), ReadModels.all()),
            database.dataSource(),
            new Pace(0, Duration.ofMillis(5)));

    @BeforeEach
    void start() {
        check.start();
    }

    @AfterEach
    void stop() {
        check.stop();
    }

    @Test
    void goesRoundTheLogAndSaysHowFarItCame() {
        awaitRounds(2);

        assertThat(check.verified()).isEqualTo(database.logHead());
        assertThat(check.findings()).isZero();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry("verifiedUpTo", database.logHead());
    }

    @Test
    void findsWhatBreaksMeanwhileAndSeesItMended() {
        awaitRounds(1);
        database.jdbc().sql("create table kept as select * from log.claim").update();
        database.jdbc().sql("delete from log.claim").update();
        await().until(() -> check.findings() > 0);

        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health().getDetails().get("first"))).contains("It took claim live-application");

        database.jdbc().sql("insert into log.claim select * from kept").update();
        await().until(() -> check.findings() == 0);
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void goesOnAfterTheDatabaseWasAway() {
        awaitRounds(1);
        database.goAway();
        database.comeBack();
        awaitRounds(check.rounds() + 2);

        assertThat(check.findings()).isZero();
    }

    @Test
    void isCounted() {
        var meters = new SimpleMeterRegistry();
        new LogCheckMetrics(check).bindTo(meters);
        awaitRounds(1);

        assertThat(meters.get("tremplin.check.verified").gauge().value()).isEqualTo((double) database.logHead());
        assertThat(meters.get("tremplin.check.findings").gauge().value()).isZero();
        assertThat(meters.get("tremplin.check.rounds").functionCounter().count())
                .isPositive();
    }

    private void awaitRounds(long rounds) {
        await().until(() -> check.rounds() >= rounds);
    }

    private Health health() {
        return new LogCheckHealth(check).health();
    }
}
