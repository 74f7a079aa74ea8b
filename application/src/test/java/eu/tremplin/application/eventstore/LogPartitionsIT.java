package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each test has a log of its own, whose partitions hold ten positions each. */
class LogPartitionsIT {

    private static final int WIDTH = 10;

    private final TestDatabase database = TestDatabase.create();
    private final LogPartitions partitions = new LogPartitions(database.dataSource(), WIDTH);
    private final TestStore store = TestStore.on(database);
    private final LanternId lantern = LanternId.fresh();

    @BeforeEach
    void beginWithSmallOnes() {
        database.partitionedBy(WIDTH);
        store.start();
        store.send(new HangLantern(lantern, new EditionId(UUID.randomUUID())));
    }

    @AfterEach
    void drop() {
        store.stop();
        database.close();
    }

    @Test
    void areMadeAheadOfTheWriters() {
        partitions.reserve();
        assertThat(names()).containsExactly("event_from_1", "event_from_11");
        light(15);
        partitions.reserve();
        partitions.reserve();

        assertThat(names()).containsExactly("event_from_1", "event_from_11", "event_from_21");
    }

    @Test
    void holdOneStreamAndOneOrder() {
        for (int i = 0; i < 5; i++) {
            partitions.reserve();
            light(9);
        }
        Awaitility.await().until(() -> store.log.watermark() == 46);

        assertThat(store.log.readStream(lantern.value(), 0))
                .extracting(StoredEvent::version)
                .containsExactlyElementsOf(LongStream.range(0, 46).boxed().toList());
        assertThat(store.log.read(0, 100))
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 46).boxed().toList());
    }

    @Test
    void holdUpNobodyWhileTheyAreMade() throws SQLException {
        try (Connection making = database.connect()) {
            making.setAutoCommit(false);
            try (var statement = making.createStatement()) {
                statement.execute("select log.reserve(100, 10)");
            }

            assertThat(store.send(new LightLantern(lantern)).appended()).isPresent();
            making.commit();
        }
    }

    @Test
    void areNotHeldUpByWhoeverWrites() throws SQLException {
        try (Connection writing = database.connect()) {
            writing.setAutoCommit(false);
            try (var statement = writing.createStatement()) {
                // As an insert does, and for as long as its transaction lasts.
                statement.execute("lock table log.event in row exclusive mode");
                statement.execute("lock table log.event_from_1 in row exclusive mode");
            }
            partitions.reserve();

            assertThat(names()).hasSize(2);
        }
    }

    @Test
    @Tag("I-37")
    void neverChangeThoughTheyAreNamed() {
        partitions.reserve();

        for (String partition : names()) {
            for (String change : List.of(
                    "insert into log.%s select * from log.event",
                    "update log.%s set version = version + 1", "delete from log.%s", "truncate log.%s")) {
                assertThatExceptionOfType(RuntimeException.class)
                        .as(change.formatted(partition))
                        .isThrownBy(() ->
                                database.jdbc().sql(change.formatted(partition)).update())
                        .withMessageContaining("append-only");
            }
        }
    }

    private void light(int times) {
        for (int i = 0; i < times; i++) {
            store.send(new LightLantern(lantern));
        }
    }

    private List<String> names() {
        return database
                .jdbc()
                .sql("select inhrelid::regclass::text from pg_inherits where inhparent = 'log.event'::regclass"
                        + " order by length(inhrelid::regclass::text), 1")
                .query(String.class)
                .list()
                .stream()
                .map(name -> name.substring("log.".length()))
                .toList();
    }
}
