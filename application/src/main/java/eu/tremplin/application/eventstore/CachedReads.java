package eu.tremplin.application.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The streams that a unit of work has read from memory, each with the version at which it stood there. */
final class CachedReads {

    private static final String RESOURCE = CachedReads.class.getName();

    private CachedReads() {}

    static void note(UnitOfWork<?> unitOfWork, UUID stream, long version) {
        // When it is read again, what counts is how it was found.
        unitOfWork
                .root()
                .<Map<UUID, Long>>getOrComputeResource(RESOURCE, _ -> new LinkedHashMap<>())
                .putIfAbsent(stream, version);
    }

    static Map<UUID, Long> of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(RESOURCE, Map.of());
    }
}
