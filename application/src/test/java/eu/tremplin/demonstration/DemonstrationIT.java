package eu.tremplin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.running.RunningTremplin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a newcomer finds after one command. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationIT {

    private RunningTremplin tremplin;

    @BeforeAll
    void play() {
        tremplin = PlayedDemonstration.get();
    }

    @Test
    void isReadyWhenItHasBeenPlayed() {
        assertThat(tremplin.output()).contains("The demonstration has been played in");
    }
}
