package eu.tremplin.application.eventstore;

import eu.tremplin.application.connections.OwnConnections;
import eu.tremplin.application.eventstore.Answer.Refused;
import eu.tremplin.application.eventstore.AppendGroup.HeadOf;
import eu.tremplin.domain.shared.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in the words of the domain, or of Axon, why an append failed. */
final class AppendFailure {

    private AppendFailure() {}

    /** The request that was left out because of a head that has moved on. */
    static Culprit loser(HeadOf head) {
        String message = head.head().count() > 0
                ? "Stream " + head.head().stream() + " has moved on since it was read"
                : "Stream " + head.head().stream() + ", only read, has moved on since";
        return new Culprit(head.request(), new Refused(new ConcurrencyException(message), true));
    }

    /** The request because of which the whole group was not appended, where it is one. */
    static Optional<Culprit> culprit(AppendGroup group, SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case "TR002" -> {
                HeadOf head = group.head(place(failure));
                yield culprit(head.request(), new StreamExists(head.head().stream()), true);
            }
            case "TR004" -> {
                var claim = group.claim(place(failure));
                yield culprit(
                        claim.request(), Refusal.because(claim.change().claim().whenTaken()), false);
            }
            case "TR005" -> culprit(group.outcome(place(failure)).request(), new IdempotencyKeyTaken(), true);
            default -> Optional.empty();
        };
    }

    private static Optional<Culprit> culprit(int request, RuntimeException why, boolean isFinal) {
        return Optional.of(new Culprit(request, new Refused(why, isFinal)));
    }

    /** For a request that failed by itself, though by no fault of its own. */
    static RuntimeException of(Exception failure) {
        return switch (failure) {
            case SQLException e when isLost(e) -> new ConcurrencyException("The append lost against another", e);
            case SQLException e -> OwnConnections.translate("append to the log", e);
            case RuntimeException e -> e;
            default -> new IllegalStateException(failure);
        };
    }

    private static int place(SQLException failure) {
        @Nullable
        ServerErrorMessage message = failure instanceof PSQLException error ? error.getServerErrorMessage() : null;
        if (message == null || message.getDetail() == null) {
            throw new IllegalStateException("The append failed without saying where", failure);
        }
        return Integer.parseInt(message.getDetail());
    }

    /** Once the append is sent, a broken connection or a backend that was shut down may hide a commit. */
    static boolean isUnconfirmed(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** Whether the same append may go better at once. */
    static boolean isPassing(SQLException failure) {
        return isUnconfirmed(failure) || isLost(failure);
    }

    private static boolean isLost(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals("40001") || state.equals("40P01");
    }

    /** A request, by its place in its group, and what it is answered. */
    record Culprit(int request, Refused answer) {}
}
