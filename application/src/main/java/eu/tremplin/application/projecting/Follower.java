package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.StoredEvent;
import eu.tremplin.application.waiting.Backoff;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** One generation in the hands of the node that has claimed it. */
final class Follower {

    private static final Backoff RESTS = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));

    private final ReadModel readModel;
    private final Parking parking;
    private Generation generation;

    /** The rows as of its position, where the latest changes were made here and were committed. */
    private final BufferedRows rows;

    private boolean checked;
    private int failures;
    private long restsUntil = System.nanoTime();

    Follower(ReadModel readModel, Generation generation, Parking parking) {
        this.readModel = readModel;
        this.generation = generation;
        this.parking = parking;
        rows = new BufferedRows(generation.schema());
    }

    ReadModel readModel() {
        return readModel;
    }

    Generation generation() {
        return generation;
    }

    Parking parking() {
        return parking;
    }

    BufferedRows rows() {
        return rows;
    }

    /** How many of these events are not parked or skipped from the start. */
    int handles(List<StoredEvent> events) {
        return parking.isClear()
                ? events.size()
                : (int) events.stream().filter(parking::lets).count();
    }

    /** Changes rows as the events say, and parks those whose turn it is not, in the transaction of a connection. */
    void take(Batch batch, Connection transaction) throws SQLException {
        List<StoredEvent> events = batch.events();
        if (!parking.isClear()) {
            events = events.stream().filter(parking::lets).toList();
            for (StoredEvent event : batch.events()) {
                if (!parking.lets(event)) {
                    parking.park(event, transaction);
                }
            }
        }
        rows.project(readModel, events, transaction);
    }

    /** Whether there is room to park all of these events that are to be. */
    boolean hasRoomFor(Batch batch) {
        int parked = batch.events().size() - handles(batch.events());
        return parked == 0 || parking.hasRoomFor(parked);
    }

    /**
     * Makes sure, once, that the log goes as far as the rows do.
     *
     * @throws eu.tremplin.application.eventstore.PositionAheadOfLog when it does not
     */
    void check(EventLog log) {
        if (!checked) {
            log.requireReached(generation.position());
            checked = true;
        }
    }

    /** Whether this generation is the one it follows. */
    boolean follows(Generation other) {
        return other.number() == generation.number() && other.readModel().equals(generation.readModel());
    }

    /** Stands where a committed transaction has left it. */
    void stands(Generation now) {
        generation = now;
        parking.remember();
        failures = 0;
    }

    /** Has another role, or the same. */
    void is(Generation.Role role) {
        generation = generation.as(role);
    }

    /** Trusts only what is stored from now on: a transaction was rolled back, or nobody knows. */
    void forget() {
        forgetRows();
        parking.forget();
    }

    void forgetRows() {
        rows.forget();
    }

    /** Leaves it alone for a while, each time longer. */
    Duration rest() {
        Duration rest = RESTS.pause(failures++);
        restsUntil = System.nanoTime() + rest.toNanos();
        return rest;
    }

    /** In nanoseconds, below zero where it need not wait. */
    long restsFor(long now) {
        return restsUntil - now;
    }

    boolean isStopped() {
        return generation.stopped() != null;
    }

    @Override
    public String toString() {
        return generation.schema();
    }
}
