package eu.tremplin.application.demonstration.story;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever waits how far the story is, by chapter and simulated date; never a name. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int WHOLE = 100;

    private final int chapters;
    private int chapter;
    private String title = "";
    private long toldAt;

    Progress(int chapters) {
        this.chapters = chapters;
    }

    void begins(String next, Instant date) {
        chapter++;
        title = next;
        tell(0, date);
    }

    /** Tells of a long chapter again and again. */
    void within(int done, int of, Instant date) {
        if (System.nanoTime() - toldAt > PAUSE.toNanos()) {
            tell((double) done / of, date);
        }
    }

    private void tell(double part, Instant date) {
        toldAt = System.nanoTime();
        LOG.info(
                "Demonstration: {} % - {} - {} ({} of {})",
                (int) (WHOLE * (chapter - 1 + part) / chapters), Paris.dateOf(date), title, chapter, chapters);
    }
}
