package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.StoredEvent;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tries again what a generation has parked, of each stream in order and up to the first that fails again. The rows
 * change while the position stays, so whoever has rows of it in memory must have lost it first.
 */
final class Retry {

    private final ReadModel readModel;
    private final EventLog log;
    private final Generation generation;
    private final Connection transaction;
    private final BufferedRows rows;

    /**
     * A retry within a transaction.
     *
     * @param generation which nobody else moves on until the transaction ends
     */
    Retry(ReadModel readModel, EventLog log, Generation generation, Connection transaction) {
        this.readModel = readModel;
        this.log = log;
        this.generation = generation;
        this.transaction = transaction;
        rows = new BufferedRows(generation.schema());
    }

    /** Answers how many are no longer parked. */
    int all() throws SQLException {
        int handled = 0;
        for (UUID sequence : Parked.sequences(transaction, generation)) {
            handled += sequence(sequence);
        }
        return handled;
    }

    /** The same for the stream of an event that may be parked at a position. */
    int sequenceAt(long position) throws SQLException {
        Optional<UUID> sequence = Parked.sequenceAt(transaction, generation, position);
        return sequence.isPresent() ? sequence(sequence.get()) : 0;
    }

    /** Leaves out an event for good that may be parked at a position, and tries what is parked behind it. */
    int skip(long position, String reason, String by) throws SQLException {
        Skipped.add(transaction, generation.readModel(), position, reason, by);
        Optional<UUID> sequence = Parked.sequenceAt(transaction, generation, position);
        Parked.skip(transaction, generation, position);
        return sequence.isPresent() ? sequence(sequence.get()) : 0;
    }

    /** Answers how many of a stream are no longer parked. */
    int sequence(UUID sequence) throws SQLException {
        int handled = 0;
        for (long position : Parked.positions(transaction, generation, sequence)) {
            String cause = Attempt.at(() -> handle(position), rows::forget, transaction, Precautions.ALL);
            if (cause != null) {
                Parked.failedAgain(transaction, generation, position, cause);
                break;
            }
            Parked.handledLate(transaction, generation, position, shownSince());
            handled++;
        }
        Generations.handledLate(transaction, generation, handled);
        return handled;
    }

    private void handle(long position) throws SQLException {
        StoredEvent event = log.read(position - 1, 1).getFirst();
        rows.project(readModel, List.of(event), shownSince(), transaction);
    }

    /** What an answer up to here has shown stays as it was: the change counts from the next position on. */
    private long shownSince() {
        return generation.position() + 1;
    }
}
