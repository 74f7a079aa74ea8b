package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.projecting.ParkedEvents.Retried;
import eu.tremplin.application.projecting.Tally.Clumsiness;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.EditionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done about an event that a read model could not handle. */
class ParkedEventsIT {

    private static final Instant NOW = Instant.parse("2024-08-16T21:59:59Z");
    private static final EditionId FIRST = new EditionId(new UUID(1, 1));
    private static final EditionId SECOND = new EditionId(new UUID(2, 2));
    private static final String TALLY = "test-tally";

    private final TestDatabase database = TestDatabase.create();
    private final TestNode node = TestNode.started(database, List.of(new Tally(1, 1, Clumsiness.IN_SQL)));

    @BeforeEach
    void anEndIsParkedAndWhatComesBehindIt() throws Exception {
        node.append(List.of(
                new CallOpened(FIRST, NOW),
                new EditionEnded(FIRST, NOW),
                new CallOpened(SECOND, NOW),
                new EditionStarted(FIRST, NOW)));
        node.awaitEndOfLog(TALLY);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void failAgainAsLongAsNothingHasChanged() {
        assertThat(node.parked.retry(TALLY)).contains(new Retried(0, 2));

        assertThat(node.parked.list(TALLY).orElseThrow())
                .extracting(ParkedEvent::attempts)
                .containsExactly(2, 0);
    }

    @Test
    void areHandledInOrderOnceTheyCanBe() throws Exception {
        mend();

        assertThat(node.parked.retry(TALLY, 4)).contains(new Retried(2, 0));

        // An auditor is told that the rows show them later than the log has them.
        assertThat(database.jdbc()
                        .sql("select position || ' ' || type || ' ' || shown_since from projecting.handled_late"
                                + " order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("2 editions.EditionEnded 5", "4 editions.EditionStarted 5");
        // Whoever follows the read model must not go on from rows that it remembers.
        node.append(List.of(new CallOpened(FIRST, NOW)));
        node.awaitEndOfLog(TALLY);
        assertThat(count(FIRST)).isEqualTo(-100 + 1 + 1);
        assertThat(count(SECOND)).isEqualTo(1);
        assertThatEveryEventIsAccountedFor();
    }

    @Test
    void areNeverInTheRowsOnceSomebodyHasDecidedSo() throws Exception {
        assertThat(node.parked.skip(TALLY, 2, "It was entered twice.", "pat")).contains(new Retried(1, 0));

        node.append(List.of(new CallOpened(FIRST, NOW)));
        node.awaitEndOfLog(TALLY);
        assertThat(count(FIRST)).isEqualTo(3);
        assertThat(node.parked.list(TALLY).orElseThrow()).isEmpty();
        assertThat(database.jdbc()
                        .sql("select reason || ' ' || skipped_by from projecting.skipped where position = 2")
                        .query(String.class)
                        .single())
                .isEqualTo("It was entered twice. pat");
        assertThatEveryEventIsAccountedFor();
    }

    @Test
    void areSkippedByWhoeverComesToThemLater() throws Exception {
        node.parked.skip(TALLY, 2, "It was entered twice.", "pat");
        node.projecting.stop();
        database.jdbc()
                .sql("update projecting.generation set position = 0, handled = 0")
                .update();
        database.jdbc().sql("delete from projecting.parked").update();
        database.jdbc()
                .sql("truncate test_tally_v1.tally, test_tally_v1.tally_past,"
                        + " test_tally_v1.all_tally, test_tally_v1.all_tally_past")
                .update();

        node.projecting.start();
        node.awaitEndOfLog(TALLY);

        assertThat(count(FIRST)).isEqualTo(2);
        assertThatEveryEventIsAccountedFor();
    }

    @Test
    void letAReadModelGoOnThatHasStoodStill() throws Exception {
        node.append(IntStream.rangeClosed(1, Parking.ROOM)
                .mapToObj(number -> new EditionEnded(new EditionId(new UUID(7, number)), NOW))
                .toList());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> node.status(TALLY).stopped() != null);
        mend();

        assertThat(node.parked.retry(TALLY)).contains(new Retried(Parking.ROOM, 0));

        node.awaitEndOfLog(TALLY);
        assertThatEveryEventIsAccountedFor();
    }

    @Test
    void areFoundOnlyWhereTheyAre() {
        assertThat(node.parked.list("weather")).isEmpty();
        assertThat(node.parked.retry("weather")).isEmpty();
        assertThat(node.parked.retry(TALLY, 1)).isEmpty();
        assertThat(node.parked.skip(TALLY, 3, "There is nothing to skip.", "pat"))
                .isEmpty();
    }

    private void mend() {
        database.jdbc()
                .sql("alter table test_tally_v1.tally drop constraint tally_events_check")
                .update();
    }

    private int count(EditionId edition) {
        return database.jdbc()
                .sql("select events from analysis.tally where edition = ?")
                .param(edition.value())
                .query(Integer.class)
                .single();
    }

    private void assertThatEveryEventIsAccountedFor() {
        Verdict.requireSound(database, List.of(new Tally(1, 1, Clumsiness.IN_SQL)));
    }
}
