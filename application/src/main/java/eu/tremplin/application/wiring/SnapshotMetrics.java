package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.snapshots.PassedOver;
import eu.tremplin.application.eventstore.snapshots.SnapshotObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of snapshots, in numbers; and a warning where one is not what was written. */
final class SnapshotMetrics implements SnapshotObserver {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotMetrics.class);

    private final DistributionSummary used;
    private final Counter otherForm;
    private final Counter damaged;
    private final Counter notOfThisLog;
    private final Counter made;
    private final Counter dropped;
    private final Counter failed;

    SnapshotMetrics(MeterRegistry registry) {
        used = DistributionSummary.builder("tremplin.snapshots.used")
                .description("Events read behind a snapshot, for each long stream that was not in memory")
                .register(registry);
        otherForm = passedOver("other-form", registry);
        damaged = passedOver("damaged", registry);
        notOfThisLog = passedOver("not-of-this-log", registry);
        made = due("made", registry);
        dropped = due("dropped", registry);
        failed = due("failed", registry);
    }

    private static Counter passedOver(String why, MeterRegistry registry) {
        return Counter.builder("tremplin.snapshots.passed.over")
                .description("Snapshots that could not be used; the streams were folded whole")
                .tag("why", why)
                .register(registry);
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
        switch (why) {
            // After each change of Tremplin, and no matter of the database's.
            case OTHER_FORM -> otherForm.increment();
            case DAMAGED -> {
                damaged.increment();
                LOG.warn("A snapshot is damaged; its stream is folded whole and it is made anew");
            }
            case NOT_OF_THIS_LOG -> {
                notOfThisLog.increment();
                LOG.warn("A snapshot is not of this log, which was perhaps restored to an older moment; its stream is"
                        + " folded whole and it is made anew");
            }
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
