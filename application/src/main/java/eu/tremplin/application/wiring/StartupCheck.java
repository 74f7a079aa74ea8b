package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.home.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to start unless every part is the one that was meant, and the database keeps what the store relies on. Left
 * to itself Axon replaces a missing part by one that works in memory, and an unsafe database forgets in silence.
 */
final class StartupCheck {

    private static final List<Requirement> OF_THE_DATABASE = List.of(
            new Requirement(
                    "select current_setting('server_version_num')::int >= 150000", "PostgreSQL 15 or newer is needed"),
            new Requirement("select not pg_is_in_recovery()", "a standby server cannot be written to"),
            new Requirement("select current_setting('fsync') = 'on'", "fsync must be on"),
            new Requirement("select current_setting('synchronous_commit') <> 'off'", "synchronous_commit must be on"),
            new Requirement("select current_setting('full_page_writes') = 'on'", "full_page_writes must be on"),
            new Requirement(
                    "select current_setting('transaction_isolation') = 'read committed'",
                    "the isolation must be read committed, so that an append waits for another instead of failing"),
            new Requirement("select current_setting('server_encoding') = 'UTF8'", "the encoding must be UTF8"),
            new Requirement(
                    "select seqcache = 1 from pg_sequence where seqrelid = 'log.event_position'::regclass",
                    "the sequence of log.event must have no cache, or holes could not be told from gaps"));

    private static final List<Requirement> OF_ONE_MOMENT = List.of(
            new Requirement(
                    notAhead("select max(position) from projecting.generation"),
                    "a read model has come further than the log goes"),
            new Requirement(
                    notAhead("select max(position) from log.reached"),
                    "the log was complete up to a position that it does not reach"),
            new Requirement(
                    notAhead(
                            "select max(substring(convert_from(token, 'UTF8') from '\"globalIndex\":([0-9]+)')::bigint)"
                                    + " from reactions.token"),
                    "a reaction has come further than the log goes"));

    private final Configuration axon;
    private final DataSource dataSource;

    StartupCheck(Configuration axon, DataSource dataSource) {
        this.axon = axon;
        this.dataSource = dataSource;
    }

    void run() {
        requireNone(
                unmetByParts(), "Tremplin is put together wrongly", "This is a defect of Tremplin; please report it.");
        requireNone(
                unmet(OF_THE_DATABASE),
                "The database is not fit to keep the log",
                "Change its settings and start again.");
        // Once the log has grown as far again, nobody could see any more that its events were skipped.
        requireNone(
                unmet(OF_ONE_MOMENT),
                "The database is not of one moment",
                "Restore all of it from one backup, and see what the command check says of it.");
    }

    private static void requireNone(List<String> unmet, String reason, String nextStep) {
        if (!unmet.isEmpty()) {
            throw new StartRefused(reason + ": " + String.join("; ", unmet) + ".", nextStep);
        }
    }

    private List<String> unmetByParts() {
        var unmet = new ArrayList<String>();
        requireOurs(axon.commandBus(), SimpleCommandBus.class, unmet);
        requireOurs(axon.eventBus(), TremplinEventStore.class, unmet);
        requireOurs(axon.serializer(), Jackson3Serializer.class, unmet);
        requireOurs(axon.messageSerializer(), Jackson3Serializer.class, unmet);
        requireOurs(axon.eventSerializer(), Jackson3Serializer.class, unmet);
        requireOurs(axon.getComponent(TokenStore.class), JdbcTokenStore.class, unmet);
        requireOurs(axon.getComponent(TransactionManager.class), NoTransactionManager.class, unmet);
        if (!readsReplayTokens(axon.serializer())) {
            unmet.add("a replay could be started and never read again");
        }
        return unmet;
    }

    private static void requireOurs(@Nullable Object part, Class<?> meant, List<String> unmet) {
        // Exactly: Axon derives from its own classes others that behave otherwise.
        if (part == null || part.getClass() != meant) {
            String found = part == null
                    ? "no " + meant.getSimpleName()
                    : part.getClass().getSimpleName();
            unmet.add(found + " is not the one that was meant");
        }
    }

    private static boolean readsReplayTokens(Serializer serializer) {
        TrackingToken replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(2), new GlobalSequenceTrackingToken(1));
        try {
            return replay.equals(serializer.deserialize(serializer.serialize(replay, byte[].class)));
        } catch (SerializationException _) {
            return false;
        }
    }

    private static String notAhead(String position) {
        return "select coalesce((" + position + "), 0) <= coalesce((select max(position) from log.event), 0)";
    }

    private List<String> unmet(List<Requirement> requirements) {
        var unmet = new ArrayList<String>();
        try (Connection connection = dataSource.getConnection()) {
            for (Requirement requirement : requirements) {
                if (!requirement.isMet(connection)) {
                    unmet.add(requirement.otherwise);
                }
            }
        } catch (SQLException e) {
            throw new StartRefused("The database does not answer: " + e.getMessage(), "Check that it runs.", e);
        }
        return unmet;
    }

    /** A question whose answer must be yes, and what to say otherwise. */
    private record Requirement(String sql, String otherwise) {

        private boolean isMet(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
