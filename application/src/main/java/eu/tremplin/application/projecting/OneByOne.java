package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.StoredEvent;
import eu.tremplin.application.projecting.Generation.Stop;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a batch that has failed again, each event behind a savepoint of its own, so that what cannot be handled is
 * parked and nothing of it stays in the rows.
 */
final class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final Claims claims;
    private final Precautions precautions;

    OneByOne(Claims claims, Precautions precautions) {
        this.claims = claims;
        this.precautions = precautions;
    }

    /**
     * Takes the batch in the transaction of a connection, and answers where the generation stands then: behind it, or
     * before the first event that it has no room to park.
     *
     * @throws Fenced when the generation is no longer this node's
     */
    Generation take(Batch batch, Follower follower, Connection transaction) throws SQLException {
        move(follower, 0, batch.after(), batch.after(), transaction);
        int handled = 0;
        Stop stop = null;
        for (StoredEvent event : batch.events()) {
            if (!follower.parking().lets(event)) {
                stop = leaveOut(event, follower, transaction);
            } else {
                String cause = attempt(event, follower, transaction);
                if (cause == null) {
                    handled++;
                } else {
                    stop = park(event, cause, follower, transaction);
                }
            }
            if (stop != null) {
                break;
            }
        }
        return moved(batch, stop, handled, follower, transaction);
    }

    private Generation moved(Batch batch, @Nullable Stop stop, int handled, Follower follower, Connection transaction)
            throws SQLException {
        if (stop == null) {
            return move(follower, handled, batch.after(), batch.to(), transaction);
        }
        Generation before = move(follower, handled, batch.after(), stop.position() - 1, transaction);
        Generations.stop(transaction, before, stop);
        return before.stoppedBy(stop);
    }

    private Generation move(Follower follower, int handled, long from, long to, Connection transaction)
            throws SQLException {
        List<Generation> moved =
                claims.advance(transaction, List.of(follower.generation()), List.of(handled), from, to);
        if (moved.isEmpty()) {
            throw new Fenced(List.of(follower));
        }
        return moved.getFirst();
    }

    private @Nullable Stop leaveOut(StoredEvent event, Follower follower, Connection transaction) throws SQLException {
        if (!follower.parking().hasRoomFor(1)) {
            return new Stop(event.position(), "More than " + Parking.ROOM + " events are parked.");
        }
        follower.parking().park(event, transaction);
        return null;
    }

    private @Nullable Stop park(StoredEvent event, String cause, Follower follower, Connection transaction)
            throws SQLException {
        if (!follower.parking().hasRoomFor(1)) {
            LOG.error("{} stops before {}: more than {} events are parked", follower, event, Parking.ROOM);
            return new Stop(event.position(), cause);
        }
        LOG.error("{} parks {}, which it cannot handle: {}", follower, event, cause);
        follower.parking().park(event, cause, transaction);
        return null;
    }

    /** Answers why an event cannot be handled; null where it was. */
    private @Nullable String attempt(StoredEvent event, Follower follower, Connection transaction) throws SQLException {
        return Attempt.at(
                () -> follower.rows().project(follower.readModel(), List.of(event), transaction),
                follower::forgetRows,
                transaction,
                precautions);
    }
}
