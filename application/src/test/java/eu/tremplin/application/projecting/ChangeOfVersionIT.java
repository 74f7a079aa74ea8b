package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.projecting.Tally.Clumsiness;
import eu.tremplin.application.projecting.rebuild.RebuildRefused;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two versions of a read model in a rolling restart, while others write and read. */
class ChangeOfVersionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2024-08-16T21:59:59Z");
    private static final String TALLY = "test-tally";
    private static final int WORTH_OF_THE_SECOND = 10;

    private final TestDatabase database = TestDatabase.create();
    private final AtomicBoolean done = new AtomicBoolean();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isSeenAsOneOrTheOtherAndNeverAsAnOlderState() throws Exception {
        List<Seen> seen = new ArrayList<>();
        try (var first = TestNode.started(database, List.of(new Tally(1, 1, Clumsiness.NONE)));
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            first.append(List.of(new CallOpened(new EditionId(new UUID(1, 1)), NOW)));
            first.awaitEndOfLog(TALLY);
            Future<?> writer = others.submit(() -> write(first));
            Future<?> reader = others.submit(() -> read(seen));

            try (var second = TestNode.started(database, List.of(new Tally(2, WORTH_OF_THE_SECOND, Clumsiness.NONE)))) {
                awaitLive(2);
                goBack(second);
                awaitLive(1);
                goBack(second);
                awaitLive(2);
            } finally {
                done.set(true);
            }
            writer.get();
            reader.get();
        }

        assertThat(seen).extracting(Seen::version).contains(1, 2);
        assertThat(seen).extracting(Seen::position).isSorted();
        // Every event is one of an edition and counts, so what is counted says which events are in the rows.
        assertThat(seen)
                .allSatisfy(each -> assertThat(each.counted)
                        .as(each.toString())
                        .isEqualTo(each.position * (each.version == 1 ? 1 : WORTH_OF_THE_SECOND)));
    }

    /** What whoever asks is answered: rows and position of the live generation, in one snapshot. */
    private record Seen(int version, long position, long counted) {}

    private void write(TestNode node) {
        for (int number = 2; !done.get(); number++) {
            node.append(List.of(new CallOpened(new EditionId(new UUID(1, number)), NOW)));
        }
    }

    private boolean read(List<Seen> seen) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            while (!done.get()) {
                Generation live = Generations.live(connection, TALLY).orElseThrow();
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("select sum(events) from " + live.schema() + ".tally")) {
                    row.next();
                    seen.add(new Seen(live.version(), live.position(), row.getLong(1)));
                }
                connection.commit();
            }
            return true;
        }
    }

    private void awaitLive(int version) {
        await().atMost(PATIENCE)
                .until(() -> new Transactions(database.dataSource())
                        .call(connection -> Generations.live(connection, TALLY))
                        .filter(live -> live.version() == version)
                        .isPresent());
    }

    /** As soon as the former rows, which the other node moves on, are as new as the live ones. */
    private static void goBack(TestNode node) {
        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(RebuildRefused.class::isInstance)
                .untilAsserted(() -> node.rebuilding.goBack(TALLY));
    }
}
