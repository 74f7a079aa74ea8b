package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a store of its own, which begins with idle lanes. */
class GroupCommitIT {

    private static final int SENDERS = 100;

    private final TestDatabase database = TestDatabase.create();
    private final AtomicInteger signals = new AtomicInteger();
    private final HikariDataSource pool = poolOfTwo();
    private final TestStore store = TestStore.on(pool, database.dataSource(), signals::incrementAndGet);
    private final EditionId edition = new EditionId(UUID.randomUUID());
    private final LanternId lantern = LanternId.fresh();

    @BeforeEach
    void hang() {
        store.start();
        store.send(new HangLantern(lantern, edition));
    }

    @AfterEach
    void drop() {
        store.stop();
        pool.close();
        database.close();
    }

    @Test
    void writesAsOneWhatComesWhileItIsBusy() throws Exception {
        int before = signals.get();
        var answers = hangAtOnce();
        for (Future<Boolean> answer : answers) {
            assertThat(answer.get()).isTrue();
        }

        long groups = count("select count(distinct e.xmin::text) from log.event e");
        assertThat(groups).isLessThanOrEqualTo(SENDERS / 2);
        assertThat(signals.get() - before).as("signals, one for each group").isEqualTo((int) groups - 1);
        assertThat(count("select count(distinct recorded_at) from log.event")).isEqualTo(groups);
    }

    @Test
    void keepsNoConnectionOfThePoolWaiting() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> lighting;
            try (var _ = lockedUntilItIsClosed()) {
                lighting = threads.submit(() -> store.send(new LightLantern(lantern)));
                Awaitility.await()
                        .until(() -> isWaitingForALock()
                                && pool.getHikariPoolMXBean().getActiveConnections() == 0);
            }
            lighting.get();
        }
    }

    /** Another's transaction that holds a stream for long holds up who writes to it, and nobody else. */
    @Test
    void leavesAloneWhoWaitsForLong() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> lighting;
            try (var _ = lockedUntilItIsClosed()) {
                lighting = threads.submit(() -> store.send(new LightLantern(lantern)));
                Awaitility.await()
                        .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 1 && isWaitingForALock());
                for (Future<Boolean> answer : hangAtOnce()) {
                    assertThat(answer.get()).isTrue();
                }
                assertThat(lighting).isNotDone();
            }
            lighting.get();
        }
    }

    @Test
    void answersWhoeverWaitsBeforeItStops() throws Exception {
        int hung = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < SENDERS; i++) {
                answers.add(threads.submit(() -> isHung(LanternId.fresh())));
            }
            store.axon.shutdown();
            for (Future<Boolean> answer : answers) {
                hung += answer.get() ? 1 : 0;
            }
        }

        assertThat(count("select count(*) from log.stream")).isEqualTo(1L + hung);
        assertThat(isHung(LanternId.fresh())).isFalse();
    }

    @Test
    void doesNotStopBeforeWhatIsUnderWayIsDurable() throws Exception {
        database.jdbc().sql("""
            create function log.dawdle() returns trigger language plpgsql as
              'begin perform pg_sleep(0.7); return null; end'\
            """).update();
        database.jdbc()
                .sql("create trigger slow before insert on log.event for each statement execute function log.dawdle()")
                .update();
        var fresh = LanternId.fresh();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> hanging = threads.submit(() -> isHung(fresh));
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> count("select count(*) from pg_stat_activity where wait_event = 'PgSleep'"
                                    + " and datname = current_database()")
                            > 0);
            store.axon.shutdown();

            assertThat(count("select count(*) from log.stream")).isEqualTo(2);
            assertThat(hanging.get()).isTrue();
        }
    }

    @Test
    void writesAgainOnceItIsStartedAgain() {
        store.axon.shutdown();
        store.axon.start();

        assertThat(store.send(new LightLantern(lantern)).appended()).isPresent();
    }

    /** Whether each of many lanterns is hung. */
    private List<Future<Boolean>> hangAtOnce() {
        var answers = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                answers.add(threads.submit(() -> isHung(LanternId.fresh())));
            }
        }
        return answers;
    }

    private boolean isHung(LanternId fresh) {
        try {
            store.send(new HangLantern(fresh, edition));
            return true;
        } catch (NoHandlerForCommandException _) {
            // It came when commands were no longer taken.
            return false;
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("shutting down");
            return false;
        }
    }

    private Connection lockedUntilItIsClosed() throws SQLException {
        Connection holder = database.connect();
        holder.setAutoCommit(false);
        try (var lock = holder.prepareStatement("select from log.stream for update")) {
            lock.execute();
        }
        return holder;
    }

    private boolean isWaitingForALock() {
        return count("select count(*) from pg_locks where not granted and locktype = 'transactionid'") > 0;
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private HikariDataSource poolOfTwo() {
        var config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }
}
