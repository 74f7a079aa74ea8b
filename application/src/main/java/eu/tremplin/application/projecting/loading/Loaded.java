package eu.tremplin.application.projecting.loading;

import eu.tremplin.projections.kit.ReadModel;
import java.util.Set;
import java.util.UUID;

/**
 * A read model that is to be loaded.
 *
 * @param schema that has its tables, with or without their secondary indexes
 * @param skipped positions of events that somebody decided are not to be in it
 * @param parked streams of which an event could not be handled by an earlier load
 */
public record Loaded(ReadModel readModel, String schema, Set<Long> skipped, Set<UUID> parked) {

    public Loaded {
        skipped = Set.copyOf(skipped);
        parked = Set.copyOf(parked);
    }

    /** One that begins with nothing left out. */
    public Loaded(ReadModel readModel, String schema) {
        this(readModel, schema, Set.of(), Set.of());
    }
}
