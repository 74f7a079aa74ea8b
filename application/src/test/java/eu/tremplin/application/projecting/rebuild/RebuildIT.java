package eu.tremplin.application.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.checking.Invariant;
import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.application.projecting.Generations;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.projecting.rebuild.RebuildRefused.Why;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RebuildIT {

    private static final String WORKLIST = "worklist";

    private final long seed = Math.floorMod(Seed.number(getClass()), 1_000_000L);
    private final TestDatabase database = TestDatabase.create();
    private final List<ReadModel> readModels = List.of(ReadModels.all().getFirst());
    private final RebuildNode node = new RebuildNode(database, readModels);

    @BeforeEach
    void start() throws Exception {
        RebuildNode.fill(database, seed, 3_000);
        node.start();
        node.awaitEndOfLog(WORKLIST);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void makesTheSameRowsAndKeepsTheFormerUpWithTheLog() throws Exception {
        List<String> before = liveRows();

        node.rebuilding.begin(WORKLIST, "tester", true);
        RebuildProgress progress = node.awaitPhase(WORKLIST, Phase.SWITCHED);

        assertThat(liveRows()).isEqualTo(before);
        assertThat(progress.differences()).isNotNull().allMatch(TableDifference::isNone);
        assertThat(generation(Role.LIVE).number()).isEqualTo(2);
        node.append(new RandomHistory(seed).next());
        node.awaitEndOfLog(WORKLIST);
        await().atMost(RebuildNode.PATIENCE)
                .until(() -> generation(Role.FORMER).position()
                        == generation(Role.LIVE).position());
        assertThat(rows(generation(Role.FORMER))).isEqualTo(liveRows());
        requireSound();
    }

    /** The history was copied in, without the editions of its streams and the claims of its events. */
    private void requireSound() {
        Verdict.requireSound(database, readModels, Invariant.STREAMS, Invariant.CLAIMS);
    }

    @Test
    void isInvisibleToWhoeverReadsMeanwhile() throws Exception {
        var done = new AtomicBoolean();
        var seen = new ArrayList<Long>();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var history = new RandomHistory(seed);
            Future<?> writer = others.submit(() -> repeat(done, () -> node.append(history.next())));
            Future<?> reader = others.submit(() -> repeat(done, () -> seen.add(applicationsSeen())));

            node.rebuilding.begin(WORKLIST, "tester", true);
            node.awaitPhase(WORKLIST, Phase.SWITCHED);

            done.set(true);
            writer.get();
            reader.get();
        }
        node.awaitEndOfLog(WORKLIST);

        // Nobody withdraws a row from the worklist, so fewer than before would be an older state, or none.
        assertThat(seen).isSorted().allMatch(count -> count > 0);
        List<String> followed = liveRows();
        node.rebuilding.begin(WORKLIST, "tester", true);
        node.awaitPhase(WORKLIST, Phase.SWITCHED);
        assertThat(liveRows()).isEqualTo(followed);
        requireSound();
    }

    private static void repeat(AtomicBoolean done, Runnable action) {
        while (!done.get()) {
            action.run();
        }
    }

    @Test
    void goesBackToTheFormerRowsAndForwardAgain() throws Exception {
        node.rebuilding.begin(WORKLIST, "tester", true);
        node.awaitPhase(WORKLIST, Phase.SWITCHED);

        node.rebuilding.goBack(WORKLIST);
        assertThat(generation(Role.LIVE).number()).isEqualTo(1);
        node.append(new RandomHistory(seed).next());
        node.awaitEndOfLog(WORKLIST);
        List<String> rows = liveRows();
        await().atMost(RebuildNode.PATIENCE)
                .until(() -> generation(Role.FORMER).position()
                        == generation(Role.LIVE).position());

        node.rebuilding.goBack(WORKLIST);
        assertThat(generation(Role.LIVE).number()).isEqualTo(2);
        assertThat(liveRows()).isEqualTo(rows);
        requireSound();
    }

    @Test
    void doesNotGoBackToAnOlderState() {
        node.rebuilding.begin(WORKLIST, "tester", true);
        node.awaitPhase(WORKLIST, Phase.SWITCHED);
        database.jdbc()
                .sql("update projecting.generation set followed = false, position = position - 1 where role = 'FORMER'")
                .update();

        assertThatIsRefused(() -> node.rebuilding.goBack(WORKLIST), Why.FORMER_IS_BEHIND);

        assertThat(generation(Role.LIVE).number()).isEqualTo(2);
    }

    @Test
    void givesTheFormerRowsUp() {
        assertThatIsRefused(() -> node.rebuilding.retire(WORKLIST), Why.NO_FORMER);
        node.rebuilding.begin(WORKLIST, "tester", true);
        node.awaitPhase(WORKLIST, Phase.SWITCHED);

        node.rebuilding.retire(WORKLIST);

        assertThatIsRefused(() -> node.rebuilding.goBack(WORKLIST), Why.NO_FORMER);
        assertThat(schemas()).containsExactly("worklist_v2", "worklist_v2_known");
    }

    @Test
    void waitsForSomebodyToSwitchWhereThatWasAskedFor() {
        node.rebuilding.begin(WORKLIST, "tester", false);
        RebuildProgress progress = node.awaitPhase(WORKLIST, Phase.READY);
        assertThat(progress.differences()).isNotNull().allMatch(TableDifference::isNone);
        assertThat(generation(Role.LIVE).number()).isEqualTo(1);

        node.rebuilding.switchOver(WORKLIST);

        node.awaitPhase(WORKLIST, Phase.SWITCHED);
        assertThat(generation(Role.LIVE).number()).isEqualTo(2);
    }

    @Test
    void doesNotSwitchByItselfToRowsThatDifferAndSaysWhichDo() {
        database.jdbc()
                .sql("update worklist_v1.worklist set stage = 'ADMITTED', contact_ciphertext = 'swapped'"
                        + " where application = (select application from worklist_v1.worklist"
                        + " where stage <> 'ADMITTED' order by application limit 1)")
                .update();
        database.jdbc()
                .sql("delete from worklist_v1.startup where startup = (select startup from worklist_v1.startup"
                        + " limit 1)")
                .update();

        node.rebuilding.begin(WORKLIST, "tester", true);
        await().atMost(RebuildNode.PATIENCE)
                .until(() -> node.rebuilding.progress(WORKLIST).orElseThrow().note() != null);

        RebuildProgress progress = node.rebuilding.progress(WORKLIST).orElseThrow();
        assertThat(progress.phase()).isEqualTo(Phase.READY);
        TableDifference worklist = difference(progress, "worklist");
        assertThat(worklist.changed()).isEqualTo(1);
        assertThat(worklist.examples()).singleElement().satisfies(example -> {
            assertThat(example.columns()).containsExactly("contact", "stage");
            assertThat(example.live()).containsOnly(Map.entry("stage", "ADMITTED"));
        });
        assertThat(difference(progress, "startup").added()).isEqualTo(1);
        assertThat(progress.toString()).doesNotContain("swapped");
        assertThat(generation(Role.LIVE).number()).isEqualTo(1);

        node.rebuilding.switchOver(WORKLIST);
        node.awaitPhase(WORKLIST, Phase.SWITCHED);
    }

    private static TableDifference difference(RebuildProgress progress, String table) {
        return Objects.requireNonNull(progress.differences()).stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isCancelledWithoutATrace() {
        node.rebuilding.begin(WORKLIST, "tester", false);
        assertThatIsRefused(() -> node.rebuilding.begin(WORKLIST, "somebody else", true), Why.IN_PROGRESS);
        node.awaitPhase(WORKLIST, Phase.READY);

        node.rebuilding.cancel(WORKLIST);

        node.awaitPhase(WORKLIST, Phase.CANCELLED);
        await().atMost(RebuildNode.PATIENCE)
                .untilAsserted(() -> assertThat(schemas()).containsExactly("worklist_v1", "worklist_v1_known"));
        assertThatIsRefused(() -> node.rebuilding.cancel(WORKLIST), Why.NONE_UNDER_WAY);
        assertThatIsRefused(() -> node.rebuilding.switchOver(WORKLIST), Why.NOT_READY);
        assertThatIsRefused(() -> node.rebuilding.begin("weather", "tester", true), Why.NO_SUCH_READ_MODEL);
    }

    @Test
    void waitsWhileItIsPaused() {
        var loading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        node.rebuilding.stop();
        try (var slow = new RebuildNode(database, readModels, moment -> {
            if (moment == Moment.LOADED) {
                loading.countDown();
                awaitLatch(goOn);
            }
        })) {
            slow.start();
            slow.rebuilding.begin(WORKLIST, "tester", true);
            awaitLatch(loading);

            slow.rebuilding.pause(WORKLIST);
            goOn.countDown();
            await().atMost(RebuildNode.PATIENCE).until(() -> isUnclaimed());
            assertThat(slow.rebuilding.progress(WORKLIST).orElseThrow().phase().isOver())
                    .isFalse();

            slow.rebuilding.resume(WORKLIST);
            slow.awaitPhase(WORKLIST, Phase.SWITCHED);
        }
    }

    @Tag("scenarios")
    @ParameterizedTest
    @EnumSource(Moment.class)
    void isDoneByAnotherNodeWhereOneDies(Moment moment) {
        List<String> before = liveRows();
        node.rebuilding.stop();
        var died = new CountDownLatch(1);
        var mortal = new AtomicReference<RebuildNode>();
        var one = new RebuildNode(database, readModels, reached -> {
            if (reached == moment && died.getCount() > 0) {
                Objects.requireNonNull(mortal.get()).die();
                died.countDown();
                throw new Dead();
            }
        });
        mortal.set(one);
        one.start();
        try {
            one.rebuilding.begin(WORKLIST, "tester", true);
        } catch (Dead _) {
            assertThat(moment).isEqualTo(Moment.BEGUN);
        }
        awaitLatch(died);

        try (var other = new RebuildNode(database, readModels)) {
            other.start();
            other.awaitPhase(WORKLIST, Phase.SWITCHED);
        } finally {
            // Its threads would look for their database until the last test.
            one.close();
        }

        assertThat(liveRows()).isEqualTo(before);
        requireSound();
        assertThat(generation(Role.LIVE).number()).isEqualTo(2);
    }

    private static final class Dead extends Error {}

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(RebuildNode.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isUnclaimed() {
        return database.jdbc()
                .sql("select owner is null from projecting.rebuild")
                .query(Boolean.class)
                .single();
    }

    private static void assertThatIsRefused(ThrowingCallable wish, Why why) {
        assertThatExceptionOfType(RebuildRefused.class)
                .isThrownBy(wish)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private long applicationsSeen() {
        return database.jdbc()
                .sql("select count(*) from analysis.worklist")
                .query(Long.class)
                .single();
    }

    private Generation generation(Role role) {
        return new Transactions(database.dataSource())
                .call(connection -> Generations.find(connection, WORKLIST, role))
                .orElseThrow();
    }

    private List<String> liveRows() {
        return rows(generation(Role.LIVE));
    }

    /** As text, byte for byte, with what they were before. */
    private List<String> rows(Generation generation) {
        var rows = new ArrayList<String>();
        for (String table : List.of("worklist", "edition", "startup")) {
            for (String part : List.of("", "_past")) {
                rows.addAll(database.jdbc()
                        .sql("select t::text from " + generation.schema() + "." + table + part + " t order by t::text")
                        .query(String.class)
                        .list());
            }
        }
        return rows;
    }

    private List<String> schemas() {
        return database.jdbc()
                .sql("select nspname from pg_namespace where nspname like 'worklist\\_v%' order by 1")
                .query(String.class)
                .list();
    }
}
