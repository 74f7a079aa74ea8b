package eu.tremplin.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import eu.tremplin.application.eventstore.AppendObserver;
import eu.tremplin.application.eventstore.EditionOf;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.Snapshots;
import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.contiguous.Watermark;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.flywaydb.core.Flyway;

/**
 * Appends by the store alone, in this process and to a log of its own: what is left of a command when nothing leads to
 * it and nothing follows from it. Each append begins a stream with one event, in a unit of work of its own.
 */
final class EngineAppends implements AutoCloseable {

    private static final String NAME = "engine";

    private final HikariDataSource pool = new HikariDataSource();
    private final TremplinEventStore store;

    EngineAppends(Server server) throws SQLException {
        try (var all = server.connect("postgres");
                var statement = all.createStatement()) {
            statement.execute("drop database if exists " + NAME);
            statement.execute("create database " + NAME);
        }
        pool.setDataSource(server.dataSource(NAME));
        pool.setMaximumPoolSize(4);
        Flyway.configure().dataSource(pool).schemas("flyway").load().migrate();
        var codec = new EventCodec(DomainJson.eventMapper(new NothingPersonal()), EventTypes.all());
        var dictionary = new TypeDictionary(codec);
        store = new TremplinEventStore(
                pool,
                server.dataSource(NAME),
                codec,
                dictionary,
                new EventLog(pool, codec, dictionary, new Watermark()),
                Snapshots.none(pool, codec, dictionary),
                EditionOf.ITS_OWN_WORD,
                AppendObserver.NONE,
                () -> {});
    }

    /** So many clients append one after the other, each as soon as its former append is durable. */
    Load run(int clients, Duration duration) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        long end = begun + duration.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<long[]>>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> appendUntil(end)));
            }
            var latencies = LongStream.builder();
            for (Future<long[]> one : running) {
                LongStream.of(one.get()).forEach(latencies);
            }
            return new Load(
                    Duration.ofNanos(System.nanoTime() - begun),
                    latencies.build().toArray());
        }
    }

    private long[] appendUntil(long end) {
        var latencies = LongStream.builder();
        for (long begun = System.nanoTime(); begun < end; ) {
            append();
            long now = System.nanoTime();
            latencies.add(now - begun);
            begun = now;
        }
        return latencies.build().toArray();
    }

    private void append() {
        var startup = new StartupId(UUID.randomUUID());
        var registered = new GenericDomainEventMessage<>(
                "outcomes.Startup",
                startup.toString(),
                0,
                new StartupRegistered(startup, "Company " + startup, "FR", 2019, null, null),
                Map.of(CommandMetadata.ACTOR, "staff", CommandMetadata.CORRELATION_ID, startup.toString()));
        DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(List.of(registered)));
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Registrations of companies hold no personal text. */
    private static final class NothingPersonal implements PersonalTextCipher {

        @Override
        public PersonalText.Encrypted encrypt(PersonalText.Written text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> open(PersonalText text) {
            return Optional.empty();
        }
    }
}
