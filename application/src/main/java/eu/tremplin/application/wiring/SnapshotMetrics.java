package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.snapshots.PassedOver;
import eu.tremplin.application.eventstore.snapshots.SnapshotObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of snapshots, in numbers; and a warning where one is not what was written. */
final class SnapshotMetrics implements SnapshotObserver {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotMetrics.class);

    private final DistributionSummary used;
    private final Map<PassedOver, Counter> passedOver = new EnumMap<>(PassedOver.class);
    private final Counter made;
    private final Counter dropped;
    private final Counter failed;

    SnapshotMetrics(MeterRegistry registry) {
        used = DistributionSummary.builder("tremplin.snapshots.used")
                .description("Events read behind a snapshot, for each long stream that was not in memory")
                .register(registry);
        for (PassedOver why : PassedOver.values()) {
            passedOver.put(
                    why,
                    Counter.builder("tremplin.snapshots.passed.over")
                            .description("Snapshots that could not be used; the streams were folded whole")
                            .tag("why", why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
        made = due("made", registry);
        dropped = due("dropped", registry);
        failed = due("failed", registry);
    }

    private static Counter due(String outcome, MeterRegistry registry) {
        return Counter.builder("tremplin.snapshots.due")
                .description("Snapshots that were due; one that was dropped is due again with the next command")
                .tag("outcome", outcome)
                .register(registry);
    }

    @Override
    public void used(int eventsBehind) {
        used.record(eventsBehind);
    }

    @Override
    public void passedOver(PassedOver why) {
        passedOver.getOrDefault(why, failed).increment();
        switch (why) {
            // After each change of Tremplin, and no matter of the database's.
            case OTHER_FORM -> LOG.debug("A snapshot of another form is passed over");
            case DAMAGED -> LOG.warn("A snapshot is damaged; its stream is folded whole and it is made anew");
            case NOT_OF_THIS_LOG ->
                LOG.warn("A snapshot does not belong to this log, which was perhaps restored to an older moment; its"
                        + " stream is folded whole");
        }
    }

    @Override
    public void made() {
        made.increment();
    }

    @Override
    public void dropped() {
        dropped.increment();
    }

    @Override
    public void failed() {
        failed.increment();
    }
}
