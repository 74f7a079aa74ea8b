package eu.tremplin.application.eventstore;

import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The version of a stream that the caller has seen, and on which alone its request is meant. */
public record ExpectedVersion(UUID streamId, long version) {

    private static final String RESOURCE = ExpectedVersion.class.getName();

    /** Lets whatever this unit of work appends depend on it. */
    public void carryOn(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    static Optional<ExpectedVersion> carriedBy(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(RESOURCE));
    }
}
