package eu.tremplin.application.eventstore;

/** The caller's idempotency key has had its effect before; its {@link Outcomes outcome} says which. */
public final class IdempotencyKeyTaken extends RuntimeException {

    IdempotencyKeyTaken() {
        super("The idempotency key has been used before", null, false, false);
    }
}
