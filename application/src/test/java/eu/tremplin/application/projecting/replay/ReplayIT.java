package eu.tremplin.application.projecting.replay;

import static eu.tremplin.application.projecting.replay.AuditedNode.WORKLIST;
import static eu.tremplin.application.projecting.replay.AuditedNode.replay;
import static eu.tremplin.application.projecting.replay.AuditedNode.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.projecting.rebuild.RebuildNode;
import eu.tremplin.application.projecting.rebuild.TableDifference;
import eu.tremplin.application.projecting.replay.ReplayResult.Verdict;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a replay finds. */
class ReplayIT {

    private final long seed = new Random().nextLong(1_000_000);
    private final AuditedNode audited;

    ReplayIT() throws Exception {
        audited = new AuditedNode(seed, 2_000);
    }

    @AfterEach
    void close() {
        audited.close();
    }

    @Test
    void findsThatTheRowsWereWhatTheLogSaysWhileTheyMoveOn() throws Exception {
        var done = new AtomicBoolean();
        try (var all = new RebuildNode(audited.database, ReadModels.all()).start();
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Replaying replaying = audited.replaying(ReadModels.all(), all, _ -> {});
            replaying.start();
            var history = new RandomHistory(seed);
            Future<?> writer = others.submit(() -> {
                while (!done.get()) {
                    audited.node.append(history.next());
                }
            });
            try {
                for (ReadModel each : ReadModels.all()) {
                    assertThatIsTheSame(replaying, each, 1 + new Random(seed).nextInt(2_000));
                    assertThatIsTheSame(replaying, each, all.log.watermark());
                }
                await().untilAsserted(() -> assertThat(audited.scratchSchemas()).isEmpty());
            } finally {
                done.set(true);
                replaying.stop();
            }
            writer.get();
        }
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
        Replaying replaying = audited.started();
        long end = audited.node.log.watermark();
        Map<String, Object> row = audited.database
                .jdbc()
                .sql("select application::text as application, row_since from worklist_v1.worklist"
                        + " where stage <> 'ADMITTED' order by row_since desc limit 1")
                .query()
                .singleRow();
        audited.database
                .jdbc()
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

    /** Each deed on a row of its own, so that each has to be found by itself. */
    @Test
    void findsWhateverSomebodyDidToTheHistory() {
        Replaying replaying = audited.started();
        List<String> former = keys("select application, row_since from worklist_v1.worklist_past"
                + " where stage <> 'ADMITTED' and row_since > 2 order by row_since limit 4");
        List<String> rows = keys("select application, row_since from worklist_v1.worklist order by row_since limit 3");
        deed("update worklist_v1.worklist_past set stage = 'ADMITTED'", former.get(0));
        deed("update worklist_v1.worklist_past set row_until = row_until + 1", former.get(1));
        deed("delete from worklist_v1.worklist_past", former.get(2));
        deed(
                "insert into worklist_v1.worklist_past"
                        + " select (jsonb_populate_record(p, '{\"row_since\": 1, \"row_until\": 2}')).*"
                        + " from worklist_v1.worklist_past p",
                former.get(3));
        deed("update worklist_v1.worklist set row_since = row_since - 1", rows.get(0));
        deed("delete from worklist_v1.worklist", rows.get(1));
        deed("insert into worklist_v1.worklist_past select w.*, 1000000 from worklist_v1.worklist w", rows.get(2));

        ReplayResult result = result(replaying, audited.node.log.watermark());

        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(result.tables())
                .filteredOn(each -> !isNone(each))
                .extracting(
                        TableDifference::table,
                        TableDifference::missing,
                        TableDifference::added,
                        TableDifference::changed)
                .containsExactly(tuple("worklist", 1L, 1L, 1L), tuple("worklist_past", 1L, 1L, 2L));
        assertThat(difference(result, "worklist_past").examples()).hasSize(4);
    }

    private List<String> keys(String query) {
        return audited.database
                .jdbc()
                .sql("select format('application = %L and row_since = %s', application, row_since) from (" + query
                        + ") one")
                .query(String.class)
                .list();
    }

    private void deed(String deed, String key) {
        assertThat(audited.database.jdbc().sql(deed + " where " + key).update()).isEqualTo(1);
    }

    /** As a retry leaves it: the rows show the event only since a later position. */
    @Test
    void saysThatAnEventWasHandledLateRatherThanCallingItAPlainDifference() {
        Replaying replaying = audited.started();
        audited.database
                .jdbc()
                .sql("insert into projecting.handled_late (read_model, number, position, type, cause, shown_since)"
                        + " values ('worklist', 1, 7, 'editions.CallOpened', 'It was too much.', 9)")
                .update();
        assertThat(result(replaying, 6).eventsApart()).isEmpty();
        assertThat(result(replaying, 7).verdict()).isEqualTo(Verdict.SAME);
        audited.database
                .jdbc()
                .sql("update worklist_v1.edition set row_since = row_since + 1")
                .update();

        ReplayResult result = result(replaying, audited.node.log.watermark());

        assertThat(result.verdict()).isEqualTo(Verdict.PERHAPS_EXPLAINED);
        assertThat(result.eventsApart())
                .containsExactly(new EventApart(
                        7, "editions.CallOpened", EventApart.Why.HANDLED_LATE, null, "It was too much."));
        assertThat(result.eventsApartInAll()).isEqualTo(1);
    }

    @Test
    void touchesNothingThatIsLive() {
        Replaying replaying = audited.started();
        List<String> before = generations();

        result(replaying, audited.node.log.watermark());

        assertThat(generations()).isEqualTo(before);
        // They are dropped when what came of them has been written down.
        await().untilAsserted(() -> assertThat(audited.scratchSchemas()).isEmpty());
        assertThat(replaying.latest(WORKLIST))
                .singleElement()
                .satisfies(each -> assertThat(each.askedBy()).isEqualTo("tester"));
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

    private List<String> generations() {
        return audited.database
                .jdbc()
                .sql("select concat_ws(' ', read_model, number, version, role, position, owner, epoch)"
                        + " from projecting.generation order by 1")
                .query(String.class)
                .list();
    }
}
