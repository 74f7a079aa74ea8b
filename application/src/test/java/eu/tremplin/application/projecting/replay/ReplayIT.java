package eu.tremplin.application.projecting.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.projecting.rebuild.RebuildNode;
import eu.tremplin.application.projecting.rebuild.TableDifference;
import eu.tremplin.application.projecting.replay.ReplayRefused.Why;
import eu.tremplin.application.projecting.replay.ReplayResult.Verdict;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayIT {

    private static final String WORKLIST = "worklist";

    private final long seed = new Random().nextLong(1_000_000);
    private final TestDatabase database = TestDatabase.create();
    private final List<ReadModel> readModels = List.of(ReadModels.all().getFirst());
    private final RebuildNode node = new RebuildNode(database, readModels);
    private final List<Replaying> replaying = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        System.out.println("seed " + seed);
        RebuildNode.fill(database, seed, 2_000);
        node.start();
        node.awaitEndOfLog(WORKLIST);
    }

    @AfterEach
    void close() {
        replaying.forEach(Replaying::stop);
        node.close();
        database.close();
    }

    @Test
    void findsThatTheRowsWereWhatTheLogSaysWhileTheyMoveOn() throws Exception {
        var done = new AtomicBoolean();
        try (var all = new RebuildNode(database, ReadModels.all()).start();
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var replaying = new Replaying(
                    ReadModels.all(), all.log, all.scan, all.own, all.projecting, RebuildNode.HASTY, _ -> {});
            replaying.start();
            var history = new RandomHistory(seed);
            Future<?> writer = others.submit(() -> {
                while (!done.get()) {
                    node.append(history.next());
                }
            });
            try {
                for (ReadModel each : ReadModels.all()) {
                    assertThatIsTheSame(replaying, each, 1 + new Random(seed).nextInt(2_000));
                    assertThatIsTheSame(replaying, each, all.log.watermark());
                }
            } finally {
                done.set(true);
                replaying.stop();
            }
            writer.get();
        }
        assertThat(scratchSchemas()).isEmpty();
    }

    private static void assertThatIsTheSame(Replaying replaying, ReadModel readModel, long position) {
        ReplayProgress over = replay(replaying, readModel.name(), position);

        assertThat(over.note()).isNull();
        ReplayResult result = Objects.requireNonNull(over.result());
        assertThat(result.tables()).as(readModel.name()).isNotEmpty().allMatch(ReplayIT::isNone);
        assertThat(result.verdict()).isEqualTo(Verdict.SAME);
        assertThat(result.eventsApart()).isEmpty();
        assertThat(over.position()).isEqualTo(position).isEqualTo(over.target());
    }

    @Test
    void findsARowThatWasChangedByHandAndNamesIt() {
        Replaying replaying = started(node, _ -> {});
        long end = node.log.watermark();
        Map<String, Object> row = database.jdbc()
                .sql("select application::text as application, row_since from worklist_v1.worklist"
                        + " where stage <> 'ADMITTED' order by row_since desc limit 1")
                .query()
                .singleRow();
        database.jdbc()
                .sql("update worklist_v1.worklist set stage = 'ADMITTED', contact_ciphertext = 'swapped'"
                        + " where application = ?::uuid")
                .param(row.get("application"))
                .update();

        ReplayResult result = result(replaying, end);

        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
        TableDifference worklist = difference(result, "worklist");
        assertThat(worklist.changed()).isEqualTo(1);
        assertThat(worklist.missing() + worklist.added()).isZero();
        assertThat(worklist.examples()).singleElement().satisfies(example -> {
            assertThat(example.key()).isEqualTo(Map.of("application", Objects.requireNonNull(row.get("application"))));
            assertThat(example.columns()).containsExactly("contact", "stage");
            assertThat(example.live()).containsOnly(Map.entry("stage", "ADMITTED"));
        });
        assertThat(result.toString()).doesNotContain("swapped");
        // Before that row became what it is, nothing was changed.
        long before = (Long) Objects.requireNonNull(row.get("row_since")) - 1;
        assertThat(result(replaying, before).verdict()).isEqualTo(Verdict.SAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "worklist_past | changed | update worklist_v1.worklist_past set stage = 'ADMITTED' where %s",
                "worklist_past | added   | delete from worklist_v1.worklist_past where %s",
                "worklist_past | changed | update worklist_v1.worklist_past set row_until = row_until + 1 where %s",
                "worklist_past | missing | insert into worklist_v1.worklist_past"
                        + " select (jsonb_populate_record(p, '{\"row_since\": 1, \"row_until\": 2}')).*"
                        + " from worklist_v1.worklist_past p where %s",
                "worklist      | missing | insert into worklist_v1.worklist_past"
                        + " select w.*, 1000000 from worklist_v1.worklist w limit 1",
                "worklist      | changed | update worklist_v1.worklist w set row_since = row_since - 1"
                        + " where application = (select application from worklist_v1.worklist limit 1)",
                "worklist      | added   | delete from worklist_v1.worklist where application = ("
                        + "select application from worklist_v1.worklist limit 1)"
            })
    void findsWhatSomebodyDidToTheHistory(String table, String how, String deed) {
        Replaying replaying = started(node, _ -> {});
        String one = "(application, row_since) = (select application, row_since from worklist_v1.worklist_past"
                + " where stage <> 'ADMITTED' and row_since > 2 order by row_since limit 1)";
        int rows = database.jdbc().sql(deed.replace("%s", one)).update();
        assertThat(rows).isEqualTo(1);

        ReplayResult result = result(replaying, node.log.watermark());

        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
        for (TableDifference each : result.tables()) {
            assertThat(isNone(each)).as(each.toString()).isEqualTo(!each.table().equals(table));
        }
        TableDifference difference = difference(result, table);
        assertThat(Map.of(
                        "missing", difference.missing(),
                        "added", difference.added(),
                        "changed", difference.changed()))
                .containsEntry(how, 1L);
        assertThat(difference.examples()).hasSize(1);
    }

    /** As a retry leaves it: the rows show the event only since a later position. */
    @Test
    void saysThatAnEventWasHandledLateRatherThanCallingItAPlainDifference() {
        Replaying replaying = started(node, _ -> {});
        database.jdbc()
                .sql("insert into projecting.handled_late (read_model, number, position, type, cause, shown_since)"
                        + " values ('worklist', 1, 7, 'editions.CallOpened', 'It was too much.', 9)")
                .update();
        assertThat(result(replaying, 6).eventsApart()).isEmpty();
        assertThat(result(replaying, 7).verdict()).isEqualTo(Verdict.SAME);
        database.jdbc()
                .sql("update worklist_v1.edition set row_since = row_since + 1")
                .update();

        ReplayResult result = result(replaying, node.log.watermark());

        assertThat(result.verdict()).isEqualTo(Verdict.PERHAPS_EXPLAINED);
        assertThat(result.eventsApart())
                .containsExactly(new EventApart(
                        7, "editions.CallOpened", EventApart.Why.HANDLED_LATE, null, "It was too much."));
        assertThat(result.eventsApartInAll()).isEqualTo(1);
    }

    @Test
    void touchesNothingThatIsLive() {
        Replaying replaying = started(node, _ -> {});
        List<String> before = generations();

        result(replaying, node.log.watermark());

        assertThat(generations()).isEqualTo(before);
        assertThat(scratchSchemas()).isEmpty();
        assertThat(replaying.latest(WORKLIST))
                .singleElement()
                .satisfies(each -> assertThat(each.askedBy()).isEqualTo("tester"));
    }

    @Test
    void isCancelledAndDropped() {
        var loading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Replaying slow = started(node, phase -> {
            if (phase == ReplayPhase.LOADING) {
                loading.countDown();
                awaitLatch(goOn);
            }
        });
        long id = slow.ask(WORKLIST, 100, "100", "tester").id();
        awaitLatch(loading);
        assertThat(scratchSchemas()).hasSize(2);

        slow.cancel(WORKLIST, id);
        goOn.countDown();

        await().atMost(RebuildNode.PATIENCE)
                .untilAsserted(() -> assertThat(scratchSchemas()).isEmpty());
        assertThat(slow.progress(WORKLIST, id).phase()).isEqualTo(ReplayPhase.CANCELLED);
        assertThat(slow.progress(WORKLIST, id).endedAt()).isNotNull();
        assertThatIsRefused(() -> slow.cancel(WORKLIST, id), Why.OVER);
        assertThatIsRefused(() -> slow.cancel(WORKLIST, id + 1), Why.NO_SUCH_REPLAY);
        assertThatIsRefused(() -> slow.cancel("weather", id), Why.NO_SUCH_READ_MODEL);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplayPhase.class,
            names = {"LOADING", "COMPARING"})
    void isDoneByAnotherNodeWhereOneDies(ReplayPhase phase) {
        var died = new CountDownLatch(1);
        var mortal = new RebuildNode(database, readModels).start();
        Replaying one = started(mortal, reached -> {
            if (reached == phase) {
                mortal.die();
                died.countDown();
                throw new Dead();
            }
        });
        long id = one.ask(WORKLIST, node.log.watermark(), "now", "tester").id();
        awaitLatch(died);

        Replaying other = started(node, _ -> {});
        ReplayProgress over = awaitEnd(other, WORKLIST, id);

        assertThat(over.phase()).isEqualTo(ReplayPhase.DONE);
        assertThat(Objects.requireNonNull(over.result()).verdict()).isEqualTo(Verdict.SAME);
        await().atMost(RebuildNode.PATIENCE)
                .untilAsserted(() -> assertThat(scratchSchemas()).isEmpty());
        mortal.close();
    }

    @Test
    void isNotTriedForEverWhereNodesDieOverIt() {
        Replaying replaying = replaying(node, _ -> {});
        long id = replaying.ask(WORKLIST, 100, "100", "tester").id();
        database.jdbc()
                .sql("update projecting.replay set deaths = 2, owner = gen_random_uuid(), claimed_until = now()")
                .update();

        replaying.start();

        assertThat(awaitEnd(replaying, WORKLIST, id).phase()).isEqualTo(ReplayPhase.FAILED);
        assertThat(replaying.progress(WORKLIST, id).note()).contains("3 nodes");
    }

    @Test
    void isNotTakenWhereManyAreUnderWay() {
        Replaying replaying = replaying(node, _ -> {});
        for (int i = 0; i < 8; i++) {
            replaying.ask(WORKLIST, 100, "100", "tester");
        }

        assertThatIsRefused(() -> replaying.ask(WORKLIST, 100, "100", "tester"), Why.TOO_MANY);
        replaying.cancel(WORKLIST, replaying.latest(WORKLIST).getFirst().id());
        replaying.ask(WORKLIST, 100, "100", "tester");
        assertThatIsRefused(() -> replaying.ask("weather", 100, "100", "tester"), Why.NO_SUCH_READ_MODEL);
    }

    /** It would read past what is not yet there. */
    @Test
    void waitsUntilTheLogIsCompleteUpToThere() {
        Replaying replaying = started(node, _ -> {});
        long end = node.log.watermark();
        long id = replaying.ask(WORKLIST, end + 1, "soon", "tester").id();
        ReplayProgress earlier = replay(replaying, WORKLIST, end);
        assertThat(earlier.phase()).isEqualTo(ReplayPhase.DONE);
        assertThat(replaying.progress(WORKLIST, id).phase()).isEqualTo(ReplayPhase.WAITING);

        node.append(new RandomHistory(seed).next());

        assertThat(Objects.requireNonNull(awaitEnd(replaying, WORKLIST, id).result())
                        .verdict())
                .isEqualTo(Verdict.SAME);
    }

    private static final class Dead extends Error {}

    private Replaying started(RebuildNode of, Consumer<ReplayPhase> phases) {
        Replaying made = replaying(of, phases);
        made.start();
        return made;
    }

    private Replaying replaying(RebuildNode of, Consumer<ReplayPhase> phases) {
        var made = new Replaying(readModels, of.log, of.scan, of.own, of.projecting, RebuildNode.HASTY, phases);
        replaying.add(made);
        return made;
    }

    private ReplayResult result(Replaying replaying, long position) {
        return Objects.requireNonNull(replay(replaying, WORKLIST, position).result());
    }

    private static ReplayProgress replay(Replaying replaying, String readModel, long position) {
        ReplayProgress asked = replaying.ask(readModel, position, Long.toString(position), "tester");
        return awaitEnd(replaying, readModel, asked.id());
    }

    private static ReplayProgress awaitEnd(Replaying replaying, String readModel, long id) {
        return await().atMost(RebuildNode.PATIENCE)
                .until(
                        () -> replaying.progress(readModel, id),
                        progress -> progress.phase().isOver());
    }

    private static TableDifference difference(ReplayResult result, String table) {
        return result.tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNone(TableDifference difference) {
        return difference.missing() + difference.added() + difference.changed() == 0;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(RebuildNode.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertThatIsRefused(ThrowingCallable wish, Why why) {
        assertThatExceptionOfType(ReplayRefused.class)
                .isThrownBy(wish)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private List<String> generations() {
        return database.jdbc()
                .sql("select concat_ws(' ', read_model, number, version, role, position, owner, epoch)"
                        + " from projecting.generation order by 1")
                .query(String.class)
                .list();
    }

    private List<String> scratchSchemas() {
        return database.jdbc()
                .sql("select nspname from pg_namespace where nspname like '%\\_replay\\_%' order by 1")
                .query(String.class)
                .list();
    }
}
