package eu.tremplin.application.eventstore;

import eu.tremplin.domain.shared.Refusal;
import java.sql.SQLException;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in the words of the domain, or of Axon, why an append failed. */
final class AppendFailure {

    private AppendFailure() {}

    static RuntimeException of(Append append, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "TR001" -> lost("Stream " + stream(append, failure) + " has moved on since it was read", failure);
            case "TR002" -> new StreamExists(stream(append, failure));
            case "TR003" -> lost("Stream " + stream(append, failure) + ", only read, has moved on since", failure);
            case "TR004" ->
                Refusal.because(append.claims().get(place(failure)).claim().whenTaken());
            case "TR005" -> new IdempotencyKeyTaken();
            case "40001", "40P01" -> lost("The append lost against another", failure);
            default ->
                isUnconfirmed(state)
                        ? new AppendUnconfirmed(failure)
                        : OwnConnections.translate("append to the log", failure);
        };
    }

    private static ConcurrencyException lost(String message, SQLException failure) {
        return new ConcurrencyException(message, failure);
    }

    private static UUID stream(Append append, SQLException failure) {
        return append.heads().get(place(failure)).stream();
    }

    /** The place that the function names in the error's detail counts from 1. */
    private static int place(SQLException failure) {
        @Nullable
        ServerErrorMessage message = failure instanceof PSQLException error ? error.getServerErrorMessage() : null;
        if (message == null || message.getDetail() == null) {
            throw new IllegalStateException("The append failed without saying where", failure);
        }
        return Integer.parseInt(message.getDetail()) - 1;
    }

    /**
     * Whether the same append can never be committed any more that has not been by now: versions only grow, and a key is
     * taken for ever. A claim may be given back.
     */
    static boolean isFinal(SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case "TR001", "TR002", "TR003", "TR005" -> true;
            default -> false;
        };
    }

    /** Whether the same append may go better at once. */
    static boolean isPassing(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return isUnconfirmed(state) || state.equals("40001") || state.equals("40P01");
    }

    /** Once the append is sent, a broken connection or a backend that was shut down may hide a commit. */
    private static boolean isUnconfirmed(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }
}
