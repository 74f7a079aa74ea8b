package eu.tremplin.application.eventstore;

import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What makes a request one request however often it is sent. Carried by a unit of work, its append keeps the outcome
 * under this key, or has no effect because the key has had one before.
 *
 * @param caller whose key it is; two callers may choose the same
 * @param key as the caller chose it
 * @param requestDigest keyed digest of the request in lower-case hex; tells a repetition from another request
 * @param resource the id that the answer names
 */
public record IdempotencyKey(String caller, String key, String requestDigest, UUID resource) {

    private static final String RESOURCE = IdempotencyKey.class.getName();

    /** Lets whatever this unit of work appends be the one effect of the key. */
    public void carryOn(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    static Optional<IdempotencyKey> carriedBy(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(RESOURCE));
    }

    /** What is taken for ever once it has had its effect. */
    Object withCaller() {
        return new CallersKey(caller, key);
    }

    private record CallersKey(String caller, String key) {}
}
