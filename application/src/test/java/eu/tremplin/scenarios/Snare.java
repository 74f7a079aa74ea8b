package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.TestDatabase;
import java.time.Duration;
import java.util.List;

/**
 * Catches whoever comes to a point in the database and holds them there, so that they can be killed at it. It is a
 * trigger of the test's own database; the product knows nothing of it.
 */
final class Snare implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Whoever is caught holds this lock, by which they are seen. */
    private static final int MARK = 7_113;

    private final TestDatabase database;
    private final Point point;

    private Snare(TestDatabase database, Point point) {
        this.database = database;
        this.point = point;
    }

    /** One that lets everybody pass until it is {@link #arm armed}. */
    static Snare at(TestDatabase database, Point point) {
        var snare = new Snare(database, point);
        snare.execute("create table if not exists public.snare_armed (yes boolean)");
        // Others' changes are seen between the looks of one statement, as each takes a snapshot of its own.
        snare.execute("""
            create or replace function public.snare() returns trigger language plpgsql as $$
            begin
              if exists (select from public.snare_armed) %s then
                perform pg_advisory_xact_lock_shared(%d);
                while exists (select from public.snare_armed) loop
                  perform pg_sleep(0.005);
                end loop;
              end if;
              return new;
            end;
            $$\
            """.formatted(point.condition, MARK));
        snare.execute("create " + point.trigger.formatted("snare") + " execute function public.snare()");
        return snare;
    }

    void arm() {
        // Who was let go still holds the lock for a moment, when the transaction is over already.
        await("nobody at " + point).atMost(PATIENCE).until(() -> caught().isEmpty());
        execute("insert into public.snare_armed values (true)");
    }

    /** Waits until somebody is in it, and answers who. */
    Caught awaitCaught() {
        return await("somebody at " + point)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(this::caught, all -> !all.isEmpty())
                .getFirst();
    }

    private List<Caught> caught() {
        return database.jdbc()
                .sql("""
                    select a.pid, a.backend_xid::text
                      from pg_locks l join pg_stat_activity a using (pid)
                     where l.locktype = 'advisory' and l.objid = ? and l.granted and a.datname = current_database()
                     order by a.xact_start\
                    """)
                .param(MARK)
                .query((row, _) -> new Caught(row.getInt(1), row.getString(2)))
                .list();
    }

    /** Lets go whoever is in it, and everybody after them; who has lost its client commits only what it was told to. */
    void letGo() {
        execute("delete from public.snare_armed");
    }

    /** Has everybody who is in it lose what they have begun, and lets pass who comes after them. */
    void endCaught() {
        List<Caught> all = caught();
        all.forEach(each -> database.jdbc()
                .sql("select pg_terminate_backend(?)")
                .param(each.backend)
                .query()
                .singleRow());
        await().atMost(PATIENCE).until(() -> all.stream().noneMatch(caught()::contains));
        letGo();
    }

    /** Waits until somebody who was caught is gone, and says what has become of what they had begun. */
    String awaitFate(Caught caught) {
        await("the end of " + caught)
                .atMost(PATIENCE)
                .until(() -> database.jdbc()
                        .sql("select not exists (select from pg_stat_activity where pid = ? and backend_xid = ?::xid)")
                        .params(caught.backend, caught.transaction)
                        .query(Boolean.class)
                        .single());
        String fate = database.jdbc()
                .sql("select pg_xact_status(?::xid8)")
                .param(caught.transaction)
                .query(String.class)
                .single();
        assertThat(fate).as("fate of " + caught).isNotNull();
        return fate;
    }

    private void execute(String sql) {
        database.jdbc().sql(sql).update();
    }

    @Override
    public void close() {
        letGo();
        execute("drop trigger if exists snare on " + point.table);
    }

    /** A server process that is held, and the transaction it is in. */
    record Caught(int backend, String transaction) {}

    /** Where somebody can be caught. */
    enum Point {
        /** The heads are locked and have moved on, and nothing else is written. */
        HEADS_MOVED("log.outcome", "trigger %s before insert on log.outcome for each statement"),
        EVENTS_WRITTEN("log.event", "trigger %s after insert on log.event for each statement"),
        /** Everything of several requests is written but the events. */
        GROUP_WRITTEN(
                "log.outcome",
                "trigger %s after insert on log.outcome referencing new table as fresh for each statement",
                "and (select count(*) from fresh) > 1"),
        APPEND_COMMITTING(
                "log.outcome",
                "constraint trigger %s after insert on log.outcome deferrable initially deferred for each row"),
        /** The position of the batch is written and none of its rows. */
        POSITION_WRITTEN(
                "projecting.generation",
                "trigger %s after update on projecting.generation for each row"
                        + " when (new.position > old.position and new.followed)"),
        /** The position and some rows are written. */
        ROWS_WRITTEN("worklist_v1.startup", "trigger %s after insert on worklist_v1.startup for each statement"),
        BATCH_COMMITTING(
                "projecting.generation",
                "constraint trigger %s after update on projecting.generation deferrable initially deferred for each row"
                        + " when (new.position > old.position and new.followed)"),
        RETRY_WRITTEN("worklist_v1.startup", "trigger %s after insert on worklist_v1.startup for each statement"),
        RETRY_COMMITTING(
                "worklist_v1.startup",
                "constraint trigger %s after insert on worklist_v1.startup deferrable initially deferred for each row"),
        REBUILD_BEGUN(
                "projecting.generation",
                "trigger %s after insert on projecting.generation for each row when (new.role = 'BUILDING')"),
        REBUILD_BEGINNING_COMMITS(
                "projecting.generation",
                "constraint trigger %s after insert on projecting.generation deferrable initially deferred for each row"
                        + " when (new.role = 'BUILDING')"),
        REBUILD_CHECKPOINT(
                "projecting.generation",
                "trigger %s after update on projecting.generation for each row"
                        + " when (new.position > old.position and not new.followed)"),
        REBUILD_LOADED("projecting.rebuild", "trigger %s " + entering("INDEXING")),
        REBUILD_INDEXED("projecting.rebuild", "trigger %s " + entering("CATCHING_UP")),
        REBUILD_CAUGHT_UP("projecting.rebuild", "trigger %s " + entering("VERIFYING")),
        REBUILD_COMPARED("projecting.rebuild", "trigger %s " + entering("READY")),
        REBUILD_SWITCHING("projecting.rebuild", "trigger %s " + entering("SWITCHED")),
        REBUILD_SWITCH_COMMITS(
                "projecting.rebuild",
                "constraint trigger %s after update on projecting.rebuild deferrable initially deferred for each row"
                        + " when (new.phase = 'SWITCHED' and old.phase <> new.phase)");

        private final String table;
        private final String trigger;
        private final String condition;

        Point(String table, String trigger) {
            this(table, trigger, "");
        }

        Point(String table, String trigger, String condition) {
            this.table = table;
            this.trigger = trigger;
            this.condition = condition;
        }

        private static String entering(String phase) {
            return "after update on projecting.rebuild for each row when (new.phase = '" + phase
                    + "' and old.phase <> new.phase)";
        }
    }
}
