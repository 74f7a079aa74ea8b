package eu.tremplin.demonstration;

import static eu.tremplin.demonstration.SameSeedIT.expectRefused;

import eu.tremplin.running.RunningTremplin;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Homes in which a demonstration would do harm or tell nonsense, and settings that it does not know. */
class RefusedDemonstrationIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void refusesAHomeWithDataOfItsOwn() {
        try (var ordinary = RunningTremplin.onBareHome("ordinary").start()) {
            ordinary.stop();

            expectRefused(
                    ordinary.onSameHome("demonstration-on-ordinary", PlayedDemonstration.PROFILE),
                    "holds data of its own",
                    "Set TREMPLIN_HOME to another directory");
        }
    }

    @Test
    void refusesToGoOnWithAnInterruptedPlay() {
        try (var interrupted = PlayedDemonstration.small("interrupted", 7)) {
            interrupted.launch();
            Awaitility.await("the first chapter")
                    .atMost(PATIENCE)
                    .until(() -> interrupted.output().contains("Edition 2 is announced"));
            interrupted.kill();

            expectRefused(
                    interrupted.onSameHome("interrupted-again", PlayedDemonstration.PROFILE),
                    "was interrupted while it was being played",
                    "Delete " + interrupted.home().directory() + " and start again.");
        }
    }

    @Test
    void refusesASettingThatItDoesNotUnderstand() {
        try (var wrong = RunningTremplin.onBareHome(
                "wrong-pace", Map.of("SPRING_PROFILES_ACTIVE", "demo", "TREMPLIN_DEMONSTRATION_PACE", "fast"))) {
            expectRefused(wrong, "tremplin.demonstration.pace is \"fast\"", "a number from 0.1 to 86400");
        }
    }
}
