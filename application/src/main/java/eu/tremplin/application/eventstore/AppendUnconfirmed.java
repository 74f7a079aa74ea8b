package eu.tremplin.application.eventstore;

/**
 * The connection broke while the append was on its way: it may or may not have been committed. Whoever sends the same
 * request with the same idempotency key again gets the one answer.
 */
public final class AppendUnconfirmed extends RuntimeException {

    AppendUnconfirmed(Throwable cause) {
        super("The database did not confirm the append", cause);
    }
}
