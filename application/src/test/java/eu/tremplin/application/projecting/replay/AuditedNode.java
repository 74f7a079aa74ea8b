package eu.tremplin.application.projecting.replay;

import static org.awaitility.Awaitility.await;

import eu.tremplin.application.projecting.rebuild.RebuildNode;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A node whose worklist has come to the end of a log, and those who replay it. */
final class AuditedNode implements AutoCloseable {

    static final String WORKLIST = "worklist";

    final TestDatabase database = TestDatabase.create();
    final List<ReadModel> readModels = List.of(ReadModels.all().getFirst());
    final RebuildNode node = new RebuildNode(database, readModels);
    private final List<Replaying> replaying = new ArrayList<>();

    AuditedNode(long seed, int events) throws SQLException, InterruptedException {
        System.out.println("seed " + seed);
        RebuildNode.fill(database, seed, events);
        node.start();
        node.awaitEndOfLog(WORKLIST);
    }

    Replaying started() {
        return started(node, _ -> {});
    }

    /**
     * One that is under way.
     *
     * @param phases is told when one is entered
     */
    Replaying started(RebuildNode of, Consumer<ReplayPhase> phases) {
        Replaying made = replaying(readModels, of, phases);
        made.start();
        return made;
    }

    /** One that has not begun. */
    Replaying replaying(List<ReadModel> readModels, RebuildNode of, Consumer<ReplayPhase> phases) {
        var made = new Replaying(readModels, of.log, of.scan, of.own, of.projecting, RebuildNode.HASTY, phases);
        replaying.add(made);
        return made;
    }

    /** What comes of a replay of the worklist. */
    static ReplayResult result(Replaying replaying, long position) {
        return Objects.requireNonNull(replay(replaying, WORKLIST, position).result());
    }

    static ReplayProgress replay(Replaying replaying, String readModel, long position) {
        ReplayProgress asked = replaying.ask(readModel, position, Long.toString(position), "tester");
        return awaitEnd(replaying, readModel, asked.id());
    }

    static ReplayProgress awaitEnd(Replaying replaying, String readModel, long id) {
        return await().atMost(RebuildNode.PATIENCE)
                .until(
                        () -> replaying.progress(readModel, id),
                        progress -> progress.phase().isOver());
    }

    List<String> scratchSchemas() {
        return database.jdbc()
                .sql("select nspname from pg_namespace where nspname like '%\\_replay\\_%' order by 1")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        replaying.forEach(Replaying::stop);
        node.close();
        database.close();
    }
}
