package eu.tremplin.application.eventstore;

import java.sql.SQLException;

/**
 * The connection broke while the append was on its way, and the database could not be asked what has become of it: it
 * may or may not have been committed. Whoever sends the same request with the same idempotency key again gets the one
 * answer.
 */
public final class AppendUnconfirmed extends RuntimeException {

    AppendUnconfirmed(Throwable cause) {
        super("The database did not confirm the append", cause);
    }

    boolean isPassing() {
        return getCause() instanceof SQLException failure && AppendFailure.isPassing(failure);
    }
}
