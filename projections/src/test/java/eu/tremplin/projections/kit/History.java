package eu.tremplin.projections.kit;

import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A log in memory and the rows that one read model makes of it; the event at position n is recorded n minutes in. */
public final class History {

    private static final Instant BEGINNING = Instant.parse("2024-06-01T00:00:00Z");

    private final ReadModel readModel;
    private final InMemoryRows rows = new InMemoryRows();
    private final Map<UUID, Long> versions = new HashMap<>();
    private long position;

    public History(ReadModel readModel) {
        this.readModel = readModel;
    }

    public static Instant minute(long position) {
        return BEGINNING.plus(Duration.ofMinutes(position));
    }

    /** Appends the events and projects them. */
    public History record(DomainEvent... events) {
        for (DomainEvent event : events) {
            UUID stream = streamOf(event);
            long version = versions.merge(stream, 0L, (before, _) -> before + 1);
            position++;
            readModel.project(event, new Envelope(position, stream, version, minute(position)), rows);
        }
        return this;
    }

    public long position() {
        return position;
    }

    public <R extends Record> R row(Table<R> table, Object... key) {
        return rows.get(table, key);
    }

    public <R extends Record> List<R> rows(Table<R> table) {
        return rows.all(table);
    }

    /** Every event names its own stream first. */
    private static UUID streamOf(DomainEvent event) {
        try {
            var accessor = event.getClass().getRecordComponents()[0].getAccessor();
            return ((Identifier) accessor.invoke(event)).value();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
