package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which events a generation leaves out of its rows: those that it could not handle, what has come behind them in their
 * streams, and those that somebody has decided to skip. None is forgotten: each is a row of {@code projecting.parked}.
 */
final class Parking {

    /** More than this many cannot be a matter of single events, and it is better to wait. */
    static final int ROOM = 1_000;

    private final Generation generation;
    private final Set<UUID> sequences;
    private final Set<Long> skipped;
    private int count;

    /** What the transaction under way has added. */
    private final Set<UUID> newSequences = new HashSet<>();

    private int newCount;

    private Parking(Generation generation, Set<UUID> sequences, Set<Long> skipped, int count) {
        this.generation = generation;
        this.sequences = sequences;
        this.skipped = skipped;
        this.count = count;
    }

    /** As it is stored. */
    static Parking of(Connection connection, Generation generation) throws SQLException {
        return new Parking(
                generation,
                Parked.sequences(connection, generation),
                Skipped.positions(connection, generation.readModel(), generation.position()),
                Parked.count(connection, generation));
    }

    /** Whether every event can be handled, as far as is known. */
    boolean isClear() {
        return sequences.isEmpty() && newSequences.isEmpty() && skipped.isEmpty();
    }

    /** Whether an event is to be handled: it is neither to be skipped nor behind one that is parked. */
    boolean lets(StoredEvent event) {
        return !skipped.contains(event.position()) && !isBehindAnother(event);
    }

    private boolean isBehindAnother(StoredEvent event) {
        return sequences.contains(event.streamId()) || newSequences.contains(event.streamId());
    }

    /** Whether so many more can be parked. */
    boolean hasRoomFor(int more) {
        return count + newCount + more <= ROOM;
    }

    /** Parks one that was not let. */
    void park(StoredEvent event, Connection transaction) throws SQLException {
        if (skipped.contains(event.position())) {
            Parked.addSkipped(transaction, generation, event);
        } else {
            Parked.addBehind(transaction, generation, event);
            newCount++;
        }
    }

    /** Parks one that could not be handled, and all of its stream that comes behind it. */
    void park(StoredEvent event, String cause, Connection transaction) throws SQLException {
        Parked.addFailed(transaction, generation, event, cause);
        newSequences.add(event.streamId());
        newCount++;
    }

    /** The transaction was committed. */
    void remember() {
        sequences.addAll(newSequences);
        count += newCount;
        forget();
    }

    /** The transaction was rolled back. */
    void forget() {
        newSequences.clear();
        newCount = 0;
    }
}
