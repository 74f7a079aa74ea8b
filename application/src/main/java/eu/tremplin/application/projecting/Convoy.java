package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.PositionAheadOfLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves generations on with the log: all that stand at one position together, in one transaction for each batch, those
 * that are behind first. A batch that one cannot take does not keep the others from taking it.
 */
final class Convoy {

    private static final Logger LOG = LoggerFactory.getLogger(Convoy.class);
    private static final int BATCH_SIZE = 500;

    private final EventLog log;
    private final Held held;
    private final Claims claims;
    private final OneByOne oneByOne;
    private final Map<String, Reached> reached;

    /**
     * A convoy of what is held.
     *
     * @param reached how far the live rows of each read model have come, by its name
     */
    Convoy(EventLog log, Held held, Claims claims, Precautions precautions, Map<String, Reached> reached) {
        this.log = log;
        this.held = held;
        this.claims = claims;
        this.reached = reached;
        oneByOne = new OneByOne(claims, precautions);
    }

    /** Gives each that can go on its next batch; false when there was none for any. */
    boolean advance(Connection connection) throws SQLException {
        NavigableMap<Long, List<Follower>> groups = held.byPosition(System.nanoTime());
        boolean moved = false;
        for (var group : groups.entrySet()) {
            group.getValue().removeIf(each -> !isKnownToTheLog(each));
            Long next = groups.higherKey(group.getKey());
            // Not beyond those ahead, so that they become one group.
            Batch batch = Batch.next(log, group.getKey(), BATCH_SIZE).upTo(next == null ? Long.MAX_VALUE : next);
            if (!batch.isEmpty() && !group.getValue().isEmpty()) {
                take(batch, group.getValue(), connection);
                moved = true;
            }
        }
        return moved;
    }

    private boolean isKnownToTheLog(Follower follower) {
        try {
            follower.check(log);
            return true;
        } catch (PositionAheadOfLog e) {
            LOG.error("{} waits {} ms: {}", follower, follower.rest().toMillis(), e.getMessage());
            return false;
        }
    }

    private void take(Batch batch, List<Follower> group, Connection connection) throws SQLException {
        var together = new ArrayList<Follower>();
        for (Follower each : group) {
            if (each.hasRoomFor(batch)) {
                together.add(each);
            } else {
                takeAlone(batch, each, connection);
            }
        }
        while (!together.isEmpty()) {
            try {
                takeTogether(batch, together, connection);
                return;
            } catch (Stumbled stumbled) {
                together.forEach(Follower::forget);
                together.remove(stumbled.follower);
                cope(stumbled.follower, stumbled.over, batch, connection);
            }
        }
    }

    private void takeTogether(Batch batch, List<Follower> group, Connection connection) throws SQLException {
        try {
            List<Generation> now = Transactions.callOn(connection, same -> {
                List<Generation> moved = claims.advance(
                        same,
                        group.stream().map(Follower::generation).toList(),
                        group.stream().map(each -> each.handles(batch.events())).toList(),
                        batch.after(),
                        batch.to());
                requireAll(group, moved);
                for (Follower each : group) {
                    take(batch, each, same);
                }
                return moved;
            });
            now.forEach(generation -> stands(generation, group));
        } catch (SQLException | RuntimeException e) {
            group.forEach(Follower::forget);
            throw e;
        }
    }

    private static void requireAll(List<Follower> group, List<Generation> moved) {
        if (moved.size() < group.size()) {
            throw new Fenced(group.stream()
                    .filter(each -> moved.stream().noneMatch(each::follows))
                    .toList());
        }
    }

    private static void take(Batch batch, Follower follower, Connection transaction) {
        try {
            follower.take(batch, transaction);
        } catch (SQLException | RuntimeException | Error e) {
            throw new Stumbled(follower, e);
        }
    }

    private void stands(Generation now, List<Follower> group) {
        group.stream().filter(each -> each.follows(now)).forEach(each -> each.stands(now));
        Reached live = reached.get(now.readModel());
        if (live != null && now.role() == Generation.Role.LIVE) {
            live.set(now.position());
        }
    }

    /** What passes is left to pass; anything else is found event by event. */
    private void cope(Follower follower, Throwable failure, Batch batch, Connection connection) throws SQLException {
        if (Failures.isPassing(failure)) {
            rest(follower, failure, connection);
        } else {
            takeAlone(batch, follower, connection);
        }
    }

    private void takeAlone(Batch batch, Follower follower, Connection connection) throws SQLException {
        try {
            Generation now = Transactions.callOn(connection, same -> oneByOne.take(batch, follower, same));
            stands(now, List.of(follower));
        } catch (Fenced e) {
            throw e;
        } catch (SQLException | RuntimeException | Error e) {
            follower.forget();
            rest(follower, e, connection);
        }
    }

    private static void rest(Follower follower, Throwable failure, Connection connection) throws SQLException {
        if (connection.isClosed()) {
            throw new SQLException("The connection is lost", failure);
        }
        LOG.warn("{} tries again in {} ms: {}", follower, follower.rest().toMillis(), Failures.describe(failure));
    }

    /** In nanoseconds, how long there can be nothing to do unless there is more in the log. */
    long idleTime(long longest) {
        return held.shortestRest(System.nanoTime(), longest);
    }

    /** One of a group could not take a batch. */
    private static final class Stumbled extends RuntimeException {

        private final transient Follower follower;
        private final Throwable over;

        private Stumbled(Follower follower, Throwable over) {
            super(null, over, false, false);
            this.follower = follower;
            this.over = over;
        }
    }
}
