package eu.tremplin.application.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Where the events of one unit of work stand in the log.
 *
 * @param positions ascending, one per event in the order in which they happened
 * @param versions the version each written stream has now
 */
public record Appended(List<Long> positions, Map<UUID, Long> versions) {

    private static final String RESOURCE = Appended.class.getName();

    public Appended {
        positions = List.copyOf(positions);
        versions = Map.copyOf(versions);
    }

    /** What a unit of work has appended; empty before its commit, and when nothing has happened in it. */
    public static Optional<Appended> by(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(RESOURCE));
    }

    void reportTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    public long lastPosition() {
        return positions.getLast();
    }

    public Optional<Long> versionOf(UUID streamId) {
        return Optional.ofNullable(versions.get(streamId));
    }
}
