package eu.tremplin.application.demonstration.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever waits how far the story is, by chapter and simulated date; never a name. */
public final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int PERCENT = 100;

    private final int whole;
    private int before;
    private int weight;
    private String title = "";
    private long toldAt;

    public Progress(List<Chapter> chapters) {
        whole = chapters.stream().mapToInt(Chapter::weight).sum();
    }

    public void begins(Chapter chapter, Instant date) {
        before += weight;
        weight = chapter.weight();
        title = chapter.title();
        tell(0, date);
    }

    /** Tells of a long chapter again and again. */
    public void within(int done, int of, Instant date) {
        if (System.nanoTime() - toldAt > PAUSE.toNanos()) {
            tell((double) done / of, date);
        }
    }

    private void tell(double part, Instant date) {
        toldAt = System.nanoTime();
        int percent = (int) (PERCENT * (before + part * weight) / whole);
        LOG.info("The demonstration: {} %, {}, {}", percent, Paris.dateOf(date), title);
    }
}
