package eu.tremplin.application.projecting.replay;

import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.loading.LeftOut;
import eu.tremplin.application.projecting.replay.EventApart.Why;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds the events up to a position that are not in the live rows, or not in those of a replay, as the log has them.
 */
final class EventsApart {

    private static final String OF_LIVE = """
        select position, type, case when skipped then 'SKIPPED' else 'PARKED' end, cause
          from projecting.parked
         where read_model = ? and number = ? and position <= ?
        union all
        select position, type, 'HANDLED_LATE', cause
          from projecting.handled_late
         where read_model = ? and number = ? and position <= ?\
        """;

    private EventsApart() {}

    static List<EventApart> find(
            Connection connection, Generation live, long position, Collection<LeftOut> leftOutByReplay)
            throws SQLException {
        var byPosition = new TreeMap<Long, EventApart>();
        for (EventApart each : ofLive(connection, live, position)) {
            byPosition.put(each.position(), each);
        }
        for (LeftOut each : leftOutByReplay) {
            byPosition.merge(each.position(), ofReplay(each), EventApart::and);
        }
        return new ArrayList<>(byPosition.values());
    }

    private static EventApart ofReplay(LeftOut leftOut) {
        String cause = leftOut.cause();
        return cause == null
                ? new EventApart(leftOut.position(), leftOut.type(), null, Why.SKIPPED, "Somebody decided to skip it.")
                : new EventApart(leftOut.position(), leftOut.type(), null, Why.PARKED, cause);
    }

    private static List<EventApart> ofLive(Connection connection, Generation live, long position) throws SQLException {
        try (var statement = connection.prepareStatement(OF_LIVE)) {
            for (int half = 0; half < 2; half++) {
                statement.setString(3 * half + 1, live.readModel());
                statement.setInt(3 * half + 2, live.number());
                statement.setLong(3 * half + 3, position);
            }
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<EventApart>();
                while (row.next()) {
                    found.add(new EventApart(
                            row.getLong(1), row.getString(2), Why.valueOf(row.getString(3)), null, row.getString(4)));
                }
                return found;
            }
        }
    }
}
