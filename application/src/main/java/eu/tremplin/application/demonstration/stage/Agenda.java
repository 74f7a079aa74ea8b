package eu.tremplin.application.demonstration.stage;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Deeds that are done in the order of their instants, whoever has written them down and when. */
public final class Agenda {

    private final StageClock clock;
    private final Progress progress;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingInt(Entry::number));

    private int written;

    public Agenda(StageClock clock, Progress progress) {
        this.clock = clock;
        this.progress = progress;
    }

    /** Also while the agenda is being carried out, as one thing leads to another. */
    public void at(Instant at, Runnable deed) {
        entries.add(new Entry(at, written++, deed));
    }

    /** Carries out everything, and moves the clock to the instant of each. */
    public void carryOut() {
        for (int done = 0; !entries.isEmpty(); done++) {
            Entry next = entries.remove();
            clock.moveTo(next.at);
            next.deed.run();
            progress.within(done, written, next.at);
        }
    }

    /** At the same instant comes first what was written down first. */
    private record Entry(Instant at, int number, Runnable deed) {}
}
