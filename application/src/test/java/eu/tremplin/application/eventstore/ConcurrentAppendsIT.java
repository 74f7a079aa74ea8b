package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightBeside;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightPair;
import eu.tremplin.application.eventstore.lantern.LanternCommand.NameLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.RenameLantern;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConcurrentAppendsIT {

    private static final int WRITERS = 64;

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.create();

    @RegisterExtension
    @Order(2)
    static final TestStore store = TestStore.on(database);

    @AfterEach
    void findEveryStreamWithoutAGapAndNoDeadlockEver() {
        assertThat(count("""
            select count(*) from log.stream s
             where s.version + 1 <> (select count(*) from log.event e where e.stream_id = s.stream_id)
                or s.version <> (select max(version) from log.event e where e.stream_id = s.stream_id)\
            """)).as("streams" + " with" + " gaps").isZero();
        assertThat(count("select deadlocks from pg_stat_database where datname = current_database()"))
                .as("deadlocks")
                .isZero();
    }

    @Test
    void letsOneOfManyWritersWinEachVersion() {
        LanternId lantern = hung();

        List<Object> lit =
                all(WRITERS, _ -> () -> untilWon(new LightLantern(lantern)).result());

        assertThat(lit).containsExactlyInAnyOrderElementsOf(numbersTo(WRITERS));
        assertThat(store.streams.versionOf(lantern.value())).contains((long) WRITERS);
    }

    @Test
    void neverDeadlocksOnStreamsInOppositeOrders() {
        LanternId one = hung();
        LanternId other = hung();

        all(WRITERS, i -> () -> untilWon(i % 2 == 0 ? new LightPair(one, other) : new LightPair(other, one)));

        assertThat(store.streams.versionOf(one.value())).contains((long) WRITERS);
        assertThat(store.streams.versionOf(other.value())).contains((long) WRITERS);
    }

    @Test
    void neverDeadlocksOnStreamsThatEachReadWhatTheOtherWrites() {
        LanternId one = hung();
        LanternId other = hung();

        all(WRITERS, i -> () -> untilWon(i % 2 == 0 ? new LightBeside(one, other) : new LightBeside(other, one)));

        assertThat(store.streams.versionOf(one.value())).contains(WRITERS / 2L);
        assertThat(store.streams.versionOf(other.value())).contains(WRITERS / 2L);
    }

    @Test
    void letsManyReadWhatNobodyWrites() {
        LanternId read = hung();

        List<Boolean> won = all(WRITERS, _ -> () -> wins(new LightBeside(hung(), read)));

        assertThat(won).containsOnly(true);
    }

    @Test
    void givesAClaimToOneOfMany() {
        String name = "Evening " + UUID.randomUUID();
        List<LanternId> lanterns =
                IntStream.range(0, WRITERS).mapToObj(_ -> hung()).toList();

        List<Boolean> won = all(WRITERS, i -> () -> wins(new NameLantern(lanterns.get(i), name)));

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void neverDeadlocksOnClaimsThatAreExchanged() {
        List<String> names =
                IntStream.range(0, 6).mapToObj(i -> i + " " + UUID.randomUUID()).toList();

        all(WRITERS, i -> () -> {
            LanternId lantern = hung();
            for (int round = 0; round < 5; round++) {
                List<String> order = new ArrayList<>(names);
                Collections.rotate(order, i + round);
                order.forEach(name -> wins(new RenameLantern(lantern, name)));
            }
            return lantern;
        });

        assertThat(count("select count(*) from log.claim where key in (?, ?, ?, ?, ?, ?)", names.toArray()))
                .isLessThanOrEqualTo(6);
    }

    @Test
    @Tag("I-44")
    void letsAnIdempotencyKeyHaveOneEffectHoweverManyTimesAtOnce() {
        LanternId lantern = hung();
        var key = new IdempotencyKey("keeper", UUID.randomUUID().toString(), "c0ffee", lantern.value());

        List<Boolean> effective = all(WRITERS, _ -> () -> {
            while (true) {
                try {
                    store.send(new LightLantern(lantern), key::carryOn);
                    return true;
                } catch (IdempotencyKeyTaken _) {
                    return false;
                } catch (ConcurrencyException _) {
                    // Lost against another: the same request again.
                }
            }
        });

        assertThat(effective).containsOnlyOnce(true);
        assertThat(store.streams.versionOf(lantern.value())).contains(1L);
    }

    @Test
    @Tag("I-44")
    void letsAnIdempotencyKeyCreateOneThingHoweverManyTimesAtOnce() {
        String key = UUID.randomUUID().toString();

        List<Boolean> effective = all(WRITERS, _ -> () -> {
            var lantern = LanternId.fresh();
            var once = new IdempotencyKey("keeper", key, "c0ffee", lantern.value());
            try {
                store.send(new HangLantern(lantern, new EditionId(UUID.randomUUID())), once::carryOn);
                return true;
            } catch (IdempotencyKeyTaken _) {
                return false;
            }
        });

        assertThat(effective).containsOnlyOnce(true);
    }

    private static LanternId hung() {
        var lantern = LanternId.fresh();
        store.send(new HangLantern(lantern, new EditionId(UUID.randomUUID())));
        return lantern;
    }

    /** Sends a command until it meets no other, as the edge does with bounds. */
    private static TestStore.Answer untilWon(Object command) {
        while (true) {
            try {
                return store.send(command);
            } catch (ConcurrencyException _) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean wins(Object command) {
        try {
            store.send(command);
            return true;
        } catch (ConcurrencyException | Refusal _) {
            return false;
        }
    }

    /** Runs so many tasks at the same moment, and gives what each came to. */
    private static <T> List<T> all(int count, IntFunction<Callable<T>> task) {
        var start = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < count; i++) {
                Callable<T> one = task.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            for (Future<T> one : running) {
                results.add(one.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        return results;
    }

    private static List<Object> numbersTo(int last) {
        return IntStream.rangeClosed(1, last).<Object>mapToObj(i -> i).toList();
    }

    private static long count(String sql, Object... parameters) {
        return database.jdbc().sql(sql).params(parameters).query(Long.class).single();
    }
}
