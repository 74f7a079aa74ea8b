package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.domain.shared.ReadOnly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AbstractEventBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon sees it: an aggregate is read by one query at most, and what a unit of work has led to is appended at
 * once.
 *
 * <p>Events are gathered while the unit of work prepares its commit, which it may do in several turns, and written in
 * its commit phase, as the last thing that can fail: nobody is told "failed" about what is durable.
 */
public final class TremplinEventStore extends AbstractEventBus implements EventStore, Lifecycle {

    /** The part of the heap for streams that are kept in memory: of a gigabyte, some thousands. */
    private static final long PART_OF_HEAP = 10;

    private static final String GATHERED = TremplinEventStore.class.getName() + ".gathered";

    private final EventLog log;
    private final Streams streams;
    private final LogWriter writer;
    private final StreamCache cache;
    private final StreamReading reading;
    private final EditionOf editionOf;
    private final AppendObserver observer;

    /**
     * A store on one database that folds every stream whole.
     *
     * @param afterAppend told of what was appended once it is durable; must return at once and not fail
     */
    public TremplinEventStore(
            DataSource dataSource,
            EventCodec codec,
            TypeDictionary dictionary,
            EventLog log,
            EditionOf editionOf,
            AppendObserver observer,
            Runnable afterAppend) {
        this(
                dataSource,
                dataSource,
                codec,
                dictionary,
                log,
                Snapshots.none(dataSource, codec, dictionary),
                editionOf,
                observer,
                afterAppend);
    }

    /**
     * A store on one database, which writes by connections of its own.
     *
     * @param dataSource for what is read, and for what went wrong at first
     * @param lanes where the few connections come from that are kept for writing
     * @param afterAppend told of what was appended once it is durable; must return at once and not fail
     */
    public TremplinEventStore(
            DataSource dataSource,
            DataSource lanes,
            EventCodec codec,
            TypeDictionary dictionary,
            EventLog log,
            Snapshots snapshots,
            EditionOf editionOf,
            AppendObserver observer,
            Runnable afterAppend) {
        super(new Builder() {});
        this.log = log;
        this.streams = new Streams(dataSource);
        this.cache = new StreamCache(codec, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        this.reading = new StreamReading(log, cache, snapshots);
        this.writer = new LogWriter(dataSource, lanes, codec, dictionary, cache, afterAppend);
        this.editionOf = editionOf;
        this.observer = observer;
    }

    /** Last of all it answers those who wait for their appends. */
    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onStart(Phase.EXTERNAL_CONNECTIONS, writer::open);
        lifecycle.onShutdown(Phase.EXTERNAL_CONNECTIONS, writer::drain);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("Events are appended by a unit of work, not by themselves");
        }
        super.publish(events);
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        List<DomainEventMessage<?>> gathered =
                CurrentUnitOfWork.get().root().getOrComputeResource(GATHERED, _ -> new ArrayList<>());
        for (EventMessage<?> event : events) {
            if (!(event instanceof DomainEventMessage<?> domainEvent)) {
                throw new IllegalArgumentException(event.getPayloadType() + " belongs to no stream");
            }
            gathered.add(domainEvent);
        }
        super.prepareCommit(events);
    }

    /** Comes once for each nested unit of work that had a part in it; the first of them writes for all. */
    @Override
    protected void commit(List<? extends EventMessage<?>> events) {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<DomainEventMessage<?>> gathered = gatheredBy(root);
        if (!gathered.isEmpty()) {
            root.resources().remove(GATHERED);
            Append append = append(gathered, root);
            observer.around(() -> typesOf(gathered), () -> writer.write(append)).reportTo(root);
        }
        super.commit(events);
    }

    private Append append(List<DomainEventMessage<?>> events, UnitOfWork<?> root) {
        var append = new Append(editionOf, IdempotencyKey.carriedBy(root).orElse(null));
        events.forEach(append::add);
        ReadOnly.assertedVersions(root).forEach((id, version) -> append.assertUnchanged(UUID.fromString(id), version));
        Map<UUID, Long> found = CachedReads.of(root);
        try {
            ExpectedVersion.carriedBy(root).ifPresent(append::expect);
            found.forEach((id, version) -> append.expect(new ExpectedVersion(id, version)));
        } catch (ConcurrencyException e) {
            // It may be what was found in memory that is behind, and not who expects.
            cache.drop(found);
            throw e;
        }
        return append;
    }

    /**
     * To be asked before anything is told that a unit of work came to and did not append. What it appends rests on the
     * streams as they are; what it refuses rests on them as they were found, and some were perhaps found in memory. One
     * look at the heads tells whether they were as they are, and what was not is read from the log the next time.
     *
     * @throws ConcurrencyException when another node has moved one of them on; the same command may now come to
     *     something else
     */
    public void requireCurrent(UnitOfWork<?> unitOfWork) {
        Map<UUID, Long> found = CachedReads.of(unitOfWork);
        if (!found.isEmpty() && !streams.areAt(found)) {
            cache.drop(found);
            throw new ConcurrencyException("A stream that was found in memory has moved on");
        }
    }

    private static Set<String> typesOf(List<DomainEventMessage<?>> events) {
        return events.stream().map(DomainEventMessage::getType).collect(Collectors.toSet());
    }

    private static List<DomainEventMessage<?>> gatheredBy(UnitOfWork<?> root) {
        return root.getOrDefaultResource(GATHERED, List.of());
    }

    /** Of a long stream that is a snapshot and what is behind it. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        List<DomainEventMessage<?>> events = new ArrayList<>(reading.read(UUID.fromString(aggregateIdentifier)));
        staged(aggregateIdentifier).forEach(events::add);
        return DomainEventStream.of(events);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        log.readStream(UUID.fromString(aggregateIdentifier), firstSequenceNumber)
                .forEach(event -> events.add(event.asMessage()));
        staged(aggregateIdentifier)
                .filter(event -> event.getSequenceNumber() >= firstSequenceNumber)
                .forEach(events::add);
        return DomainEventStream.of(events);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        Optional<Long> staged = staged(aggregateIdentifier)
                .map(DomainEventMessage::getSequenceNumber)
                .max(Long::compareTo);
        return staged.or(() -> streams.versionOf(UUID.fromString(aggregateIdentifier)));
    }

    /** What this unit of work has published for a stream and not yet appended. */
    private Stream<? extends DomainEventMessage<?>> staged(String aggregateIdentifier) {
        return queuedMessages().stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(event -> (DomainEventMessage<?>) event)
                .filter(event -> event.getAggregateIdentifier().equals(aggregateIdentifier));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        reading.keep(
                snapshot,
                streams.find(UUID.fromString(snapshot.getAggregateIdentifier()))
                        .flatMap(Streams.Head::edition)
                        .orElse(null));
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        long position = position(token);
        log.requireReached(position);
        return new LogEventStream(log, position);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.watermark());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(log.positionAt(instant));
    }

    private static long position(@Nullable TrackingToken token) {
        // A replay that starts at the tail wraps no token at all.
        return switch (token == null ? null : WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            case TrackingToken other -> throw new IllegalArgumentException("Not a position in this log: " + other);
        };
    }
}
