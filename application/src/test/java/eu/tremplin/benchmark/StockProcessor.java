package eu.tremplin.benchmark;

import eu.tremplin.application.reactions.SpringTransactions;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.module.SimpleModule;

/**
 * What a rebuild would be with Axon's own parts, tuned as well as they can be: its JDBC engine read in large batches, a
 * pooled processor that hands over as many events at once, and {@link StockRows}. It has one segment, as rows are made
 * of the events of several streams and their order matters, and its token costs nothing, as it is kept in memory.
 */
final class StockProcessor {

    private static final int BATCH = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String FLUSHED = "flushed";

    private final DataSource dataSource;
    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final JdbcEventStorageEngine engine;

    StockProcessor(DataSource dataSource) {
        this.dataSource = dataSource;
        connections = new TransactionAwareDataSourceProxy(dataSource)::getConnection;
        transactions = new SpringTransactions(new DataSourceTransactionManager(dataSource));
        Serializer serializer = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.addModule(DomainJson.module())
                        .addModule(new SimpleModule()
                                .addAbstractTypeMapping(PersonalText.class, PersonalText.Encrypted.class)))
                .build();
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(BATCH)
                .build();
    }

    /** Copies the log into a table as Axon has it. */
    void copyLog() throws SQLException {
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table payload_type (name text, revision integer, class text)");
            try (var types = connection.prepareStatement("insert into payload_type values (?, ?, ?)")) {
                for (EventType type : EventTypes.all()) {
                    types.setString(1, type.name());
                    types.setInt(2, type.revision());
                    types.setString(3, type.type().getName());
                    types.addBatch();
                }
                types.executeBatch();
            }
            statement.execute("""
                insert into domainevententry (globalindex, aggregateidentifier, sequencenumber, type, eventidentifier,
                                              metadata, payload, payloadtype, timestamp)
                select e.position, e.stream_id::text, e.version, s.aggregate_type, e.event_id::text, e.metadata, e.payload,
                       p.class, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                  from log.event e
                  join log.stream s using (stream_id)
                  join log.event_type t on t.id = e.type
                  join payload_type p on p.name = t.name and p.revision = t.revision
                 order by e.position\
                """);
            statement.execute("vacuum analyze domainevententry");
        }
    }

    /** Seconds until the rows of a read model, whose tables are empty, are those of a position. */
    double seconds(ReadModel readModel, String schema, long head) {
        var coordinator = Executors.newSingleThreadScheduledExecutor();
        var worker = Executors.newSingleThreadScheduledExecutor();
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        var processor = PooledStreamingEventProcessor.builder()
                .name("stock")
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .errorHandler(PropagatingErrorHandler.instance())
                .eventHandlerInvoker(new Projection(readModel, new StockRows(schema)))
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .batchSize(BATCH)
                .build();
        long begin = System.nanoTime();
        processor.start();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> processor.processingStatus().values().stream()
                            .mapToLong(StockProcessor::position)
                            .anyMatch(position -> position >= head));
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            processor.shutDown();
            store.shutDown();
            worker.shutdown();
            coordinator.shutdown();
        }
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(-1);
    }

    /** Projects each event as our own processors do, and writes the rows when Axon commits a batch. */
    private final class Projection implements EventHandlerInvoker {

        private final ReadModel readModel;
        private final StockRows rows;

        private Projection(ReadModel readModel, StockRows rows) {
            this.readModel = readModel;
            this.rows = rows;
        }

        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return true;
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            CurrentUnitOfWork.get().root().getOrComputeResource(FLUSHED, _ -> {
                CurrentUnitOfWork.get().root().onPrepareCommit(_ -> flush());
                return true;
            });
            var event = (DomainEventMessage<?>) message;
            long position = ((TrackedEventMessage<?>) message)
                    .trackingToken()
                    .position()
                    .orElseThrow();
            var envelope = new Envelope(
                    position,
                    UUID.fromString(event.getAggregateIdentifier()),
                    event.getSequenceNumber(),
                    event.getTimestamp());
            readModel.project((DomainEvent) event.getPayload(), envelope, rows);
        }

        private void flush() {
            try (Connection connection = connections.getConnection()) {
                rows.flush(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
