package eu.tremplin.application.projecting;

import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One making of a read model's rows, in a schema of its own.
 *
 * @param number of its schema
 * @param version of the read model that makes the rows
 * @param followed whether nodes move it on with the log; not while a rebuild fills it
 * @param position the rows are the fold of every event up to here but the parked ones
 * @param stopped none while it follows the log
 * @param owner the node that moves it on, if one does
 * @param epoch raised by each claim, and by each change of the rows that is not an advance
 */
public record Generation(
        String readModel,
        int number,
        int version,
        Role role,
        boolean followed,
        long position,
        @Nullable Stop stopped,
        @Nullable UUID owner,
        long epoch) {

    /** What a generation is to its read model, which has at most one in each role. */
    public enum Role {
        /** It answers queries. */
        LIVE,
        /** A rebuild makes it, or it waits to take the live one's place. */
        BUILDING,
        /** It was live, and is kept up with the log so that it can be again. */
        FORMER
    }

    /** The schema that its tables are in. */
    public String schema() {
        return Schemas.name(readModel, number);
    }

    /** One of its tables as it was at a position, until the transaction ends or another position is asked for. */
    public SqlTable asOf(long asked, Table<?> table, Connection transaction) throws SQLException {
        RowHistory.showAsOf(asked, transaction);
        return new SqlTable(table, RowHistory.knownSchema(schema()));
    }

    /** Which read model in which version: what a node must know in order to move it on. */
    String kind() {
        return kind(readModel, version);
    }

    static String kind(String readModel, int version) {
        return readModel + " v" + version;
    }

    Generation as(Role other) {
        return new Generation(readModel, number, version, other, followed, position, stopped, owner, epoch);
    }

    Generation stoppedBy(@Nullable Stop stop) {
        return new Generation(readModel, number, version, role, followed, position, stop, owner, epoch);
    }

    /**
     * Why a generation does not follow the log.
     *
     * @param position of the event it waits before
     */
    public record Stop(long position, String cause) {}
}
