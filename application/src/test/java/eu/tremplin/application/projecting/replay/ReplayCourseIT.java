package eu.tremplin.application.projecting.replay;

import static eu.tremplin.application.projecting.replay.AuditedNode.WORKLIST;
import static eu.tremplin.application.projecting.replay.AuditedNode.awaitEnd;
import static eu.tremplin.application.projecting.replay.AuditedNode.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.projecting.rebuild.RebuildNode;
import eu.tremplin.application.projecting.replay.ReplayRefused.Why;
import eu.tremplin.application.projecting.replay.ReplayResult.Verdict;
import eu.tremplin.application.testing.RandomHistory;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a replay fares: waited for, cancelled, left by a node that dies. */
class ReplayCourseIT {

    private final long seed = new Random().nextLong(1_000_000);
    private final AuditedNode audited;

    ReplayCourseIT() throws Exception {
        audited = new AuditedNode(seed, 2_000);
    }

    @AfterEach
    void close() {
        audited.close();
    }

    @Test
    void isCancelledAndDropped() {
        var loading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Replaying slow = audited.started(audited.node, phase -> {
            if (phase == ReplayPhase.LOADING) {
                loading.countDown();
                awaitLatch(goOn);
            }
        });
        long id = slow.ask(WORKLIST, 100, "100", "tester").id();
        awaitLatch(loading);
        assertThat(audited.scratchSchemas()).hasSize(2);

        slow.cancel(WORKLIST, id);
        goOn.countDown();

        await().atMost(RebuildNode.PATIENCE)
                .untilAsserted(() -> assertThat(audited.scratchSchemas()).isEmpty());
        assertThat(slow.progress(WORKLIST, id).phase()).isEqualTo(ReplayPhase.CANCELLED);
        assertThat(slow.progress(WORKLIST, id).endedAt()).isNotNull();
        assertThatIsRefused(() -> slow.cancel(WORKLIST, id), Why.OVER);
        assertThatIsRefused(() -> slow.cancel(WORKLIST, id + 1), Why.NO_SUCH_REPLAY);
        assertThatIsRefused(() -> slow.cancel("weather", id), Why.NO_SUCH_READ_MODEL);
    }

    @Test
    void isDoneByAnotherNodeWhereOneDies() {
        isDoneByAnotherNodeWhereOneDies(ReplayPhase.LOADING);
    }

    @Test
    @Tag("scenarios")
    void isDoneByAnotherNodeWhereOneDiesBeforeItHasCompared() {
        isDoneByAnotherNodeWhereOneDies(ReplayPhase.COMPARING);
    }

    private void isDoneByAnotherNodeWhereOneDies(ReplayPhase phase) {
        var died = new CountDownLatch(1);
        var mortal = new RebuildNode(audited.database, audited.readModels).start();
        Replaying one = audited.started(mortal, reached -> {
            if (reached == phase) {
                mortal.die();
                died.countDown();
                throw new Dead();
            }
        });
        long id =
                one.ask(WORKLIST, audited.node.log.watermark(), "now", "tester").id();
        awaitLatch(died);

        Replaying other = audited.started();
        ReplayProgress over = awaitEnd(other, WORKLIST, id);

        assertThat(over.phase()).isEqualTo(ReplayPhase.DONE);
        assertThat(Objects.requireNonNull(over.result()).verdict()).isEqualTo(Verdict.SAME);
        await().atMost(RebuildNode.PATIENCE)
                .untilAsserted(() -> assertThat(audited.scratchSchemas()).isEmpty());
        mortal.close();
    }

    @Test
    void isNotTriedForEverWhereNodesDieOverIt() {
        Replaying replaying = audited.replaying(audited.readModels, audited.node, _ -> {});
        long id = replaying.ask(WORKLIST, 100, "100", "tester").id();
        audited.database
                .jdbc()
                .sql("update projecting.replay set deaths = 2, owner = gen_random_uuid(), claimed_until = now()")
                .update();

        replaying.start();

        assertThat(awaitEnd(replaying, WORKLIST, id).phase()).isEqualTo(ReplayPhase.FAILED);
        assertThat(replaying.progress(WORKLIST, id).note()).contains("3 nodes");
    }

    @Test
    void isNotTakenWhereManyAreUnderWay() {
        Replaying replaying = audited.replaying(audited.readModels, audited.node, _ -> {});
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
        Replaying replaying = audited.started();
        long end = audited.node.log.watermark();
        long id = replaying.ask(WORKLIST, end + 1, "soon", "tester").id();
        ReplayProgress earlier = replay(replaying, WORKLIST, end);
        assertThat(earlier.phase()).isEqualTo(ReplayPhase.DONE);
        assertThat(replaying.progress(WORKLIST, id).phase()).isEqualTo(ReplayPhase.WAITING);

        audited.node.append(new RandomHistory(seed).next());

        assertThat(Objects.requireNonNull(awaitEnd(replaying, WORKLIST, id).result())
                        .verdict())
                .isEqualTo(Verdict.SAME);
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

    private static void assertThatIsRefused(ThrowingCallable wish, Why why) {
        assertThatExceptionOfType(ReplayRefused.class)
                .isThrownBy(wish)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
