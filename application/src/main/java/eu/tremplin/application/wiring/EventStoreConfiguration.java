package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.AppendObserver;
import eu.tremplin.application.eventstore.EditionOf;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.LogPartitions;
import eu.tremplin.application.eventstore.Outcomes;
import eu.tremplin.application.eventstore.Snapshots;
import eu.tremplin.application.eventstore.Streams;
import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import eu.tremplin.application.eventstore.snapshots.SnapshotObserver;
import eu.tremplin.application.eventstore.snapshots.Snapshotting;
import eu.tremplin.application.eventstore.snapshots.StateForms;
import eu.tremplin.application.tracing.Spans;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.domain.DomainModel;
import eu.tremplin.domain.EventTypes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event store and all that reads from it. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    @Bean
    EventCodec eventCodec(PersonalTextCipher cipher) {
        return new EventCodec(DomainJson.eventMapper(cipher), EventTypes.all());
    }

    @Bean
    TypeDictionary typeDictionary(EventCodec codec) {
        return new TypeDictionary(codec);
    }

    @Bean
    ContiguousReader contiguousReader(DataSource dataSource) {
        return new ContiguousReader(Unpooled.beside(dataSource), Clock.systemUTC());
    }

    @Bean
    EventLog eventLog(
            DataSource dataSource, EventCodec codec, TypeDictionary dictionary, ContiguousReader contiguousReader) {
        return new EventLog(dataSource, codec, dictionary, contiguousReader.watermark());
    }

    @Bean
    TremplinEventStore tremplinEventStore(
            DataSource dataSource,
            EventCodec codec,
            TypeDictionary dictionary,
            EventLog log,
            SnapshotObserver snapshots,
            ContiguousReader contiguousReader,
            MeterRegistry meters,
            Spans spans) {
        AppendObserver metrics = new AppendMetrics(meters);
        return new TremplinEventStore(
                dataSource,
                Unpooled.beside(dataSource),
                codec,
                dictionary,
                log,
                new Snapshots(dataSource, codec, dictionary, forms(), snapshots),
                EditionOf.ITS_OWN_WORD,
                spans.areThere() ? new AppendTraces(spans, metrics) : metrics,
                contiguousReader::signal);
    }

    private static StateForms forms() {
        return new StateForms(StateJson.mapper(), StateJson.class, EventTypes.all(), DomainModel.aggregates());
    }

    @Bean
    SnapshotObserver snapshotMetrics(MeterRegistry meters) {
        return new SnapshotMetrics(meters);
    }

    @Bean
    Snapshotting snapshotting(
            @Value("${tremplin.snapshots.after-events}") int afterEvents, SnapshotObserver snapshots) {
        return new Snapshotting(afterEvents, snapshots);
    }

    @Bean(destroyMethod = "")
    LogPartitions logPartitions(DataSource dataSource) {
        return new LogPartitions(dataSource);
    }

    @Bean
    Streams streams(DataSource dataSource) {
        return new Streams(dataSource);
    }

    @Bean
    Outcomes outcomes(DataSource dataSource) {
        return new Outcomes(dataSource);
    }

    @Bean
    EventStoreHealth eventStoreHealthIndicator(ContiguousReader contiguousReader) {
        return new EventStoreHealth(contiguousReader);
    }

    @Bean
    EventStoreMetrics eventStoreMetrics(ContiguousReader contiguousReader, EventLog log) {
        return new EventStoreMetrics(contiguousReader, log);
    }
}
