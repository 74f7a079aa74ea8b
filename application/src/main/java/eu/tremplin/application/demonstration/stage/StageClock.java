package eu.tremplin.application.demonstration.stage;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of the story: it stands still until it is moved, and only forward. */
public interface StageClock extends InstantSource {

    void moveTo(Instant later);
}
