package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a read model anew from the first event on, beside the live one, and puts it in its place.
 *
 * <p>One connection holds the right to do so from beginning to end and does all the writing: with it both are lost
 * together, and whatever was half built belongs to nobody, is never looked at, and is swept away.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int BATCH_SIZE = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int DROP_ATTEMPTS = 25;

    private final ReadModel readModel;
    private final EventLog log;
    private final Schemas schemas;
    private final Connection connection;
    private final int schemaNumber;
    private BufferedRows rows;

    private Rebuild(ReadModel readModel, EventLog log, Schemas schemas, Connection connection, int schemaNumber) {
        this.readModel = readModel;
        this.log = log;
        this.schemas = schemas;
        this.connection = connection;
        this.schemaNumber = schemaNumber;
        rows = new BufferedRows(Schemas.name(readModel, schemaNumber));
    }

    /**
     * Lays the new tables.
     *
     * @param by whoever asked for it
     * @throws RebuildInProgress when another one is under way, here or on another node
     */
    static Rebuild begin(ReadModel readModel, EventLog log, Schemas schemas, DataSource dataSource, String by) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return begin(readModel, log, schemas, connection, by);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.translated(e);
        }
    }

    private static Rebuild begin(ReadModel readModel, EventLog log, Schemas schemas, Connection connection, String by)
            throws SQLException {
        if (!Rebuilds.lock(connection, readModel.name())) {
            throw new RebuildInProgress(readModel.name());
        }
        try {
            sweep(readModel, schemas, connection);
            int number = Transactions.callOn(connection, same -> {
                int next = Generations.of(same, readModel.name()).getLast().number() + 1;
                Generations.begin(same, readModel.name(), next, readModel.version(), Role.BUILDING, false);
                Rebuilds.begin(same, readModel.name(), next, readModel.version(), by);
                schemas.create(same, readModel, next);
                return next;
            });
            return new Rebuild(readModel, log, schemas, connection, number);
        } catch (SQLException | RuntimeException e) {
            Rebuilds.unlock(connection, readModel.name());
            throw e;
        }
    }

    /** Removes every schema but the live one; for whoever holds the lock, so that nobody is at work on one of them. */
    static void sweep(ReadModel readModel, Schemas schemas, Connection connection) throws SQLException {
        Transactions.runOn(connection, same -> {
            Schemas.execute(same, "set local lock_timeout = '2s'");
            int live = live(same, readModel).number();
            for (int number : schemas.numbers(same, readModel)) {
                if (number != live) {
                    schemas.drop(same, readModel, number);
                    Generations.remove(same, readModel.name(), number);
                }
            }
            Rebuilds.fail(same, readModel.name(), "It was interrupted.");
        });
    }

    /** Does the work and answers whether the new rows are live. */
    boolean complete() throws InterruptedException {
        try {
            Optional<Generation> former = replace();
            if (former.isPresent()) {
                dropFormer(former.get().number());
            }
            return former.isPresent();
        } finally {
            release();
        }
    }

    /** Answers what the new rows have replaced; where they could not be built, they are gone again. */
    private Optional<Generation> replace() throws InterruptedException {
        try {
            return Optional.of(build());
        } catch (SQLException | RuntimeException | Error e) {
            LOG.error("The rebuild of {} has failed, and the live one stays as it is", readModel.name(), e);
            abandon(Failures.describe(e));
            return Optional.empty();
        } catch (InterruptedException e) {
            abandon("It was interrupted.");
            throw e;
        }
    }

    private Generation build() throws SQLException, InterruptedException {
        long position = 0;
        while (true) {
            position = catchUp(position);
            Optional<Generation> former = takeOver(position);
            if (former.isPresent()) {
                LOG.info("Read model {} has been rebuilt up to position {}", readModel.name(), position);
                return former.get();
            }
            // What was tried has been rolled back.
            rows = new BufferedRows(Schemas.name(readModel, schemaNumber));
            log.awaitBeyond(position, PAUSE);
        }
    }

    /** Comes up to the end of the log or, where writers are faster, at least to where the live one is. */
    private long catchUp(long from) throws SQLException, InterruptedException {
        long position = from;
        boolean behind = true;
        while (behind) {
            endIfInterrupted();
            Batch batch = Batch.next(log, position, BATCH_SIZE);
            project(batch);
            position = batch.to();
            behind = batch.events().size() == BATCH_SIZE && position < livePosition();
        }
        return position;
    }

    private long livePosition() throws SQLException {
        return Transactions.callOn(connection, same -> live(same, readModel).position());
    }

    private static Generation live(Connection connection, ReadModel readModel) throws SQLException {
        return Generations.live(connection, readModel.name()).orElseThrow();
    }

    private void project(Batch batch) throws SQLException {
        Transactions.runOn(connection, same -> {
            Schemas.execute(same, "set local synchronous_commit = off");
            batch.project(readModel, rows, same);
            Generations.fill(
                    same,
                    readModel.name(),
                    schemaNumber,
                    batch.to(),
                    batch.events().size());
        });
    }

    /**
     * Makes the new rows the live ones, in one transaction and at a position that is not before the live one, so that
     * nobody ever sees an older state. Answers what they have replaced; nothing when it has to be tried again.
     */
    private Optional<Generation> takeOver(long builtUpTo) throws SQLException {
        try {
            return Transactions.callOn(connection, same -> {
                Generation live = Generations.lockLive(same, readModel.name());
                long position = builtUpTo;
                while (position < live.position()) {
                    Batch batch = Batch.next(log, position, BATCH_SIZE);
                    if (batch.isEmpty()) {
                        // Another node has seen more of the log than this one; it will come.
                        same.rollback();
                        return Optional.empty();
                    }
                    batch.project(readModel, rows, same);
                    Generations.fill(
                            same,
                            readModel.name(),
                            schemaNumber,
                            batch.to(),
                            batch.events().size());
                    position = batch.to();
                }
                // Whoever reads a view for long must not make everybody behind us wait.
                Schemas.execute(same, "set local lock_timeout = '1s'");
                schemas.publish(same, readModel, schemaNumber);
                Generations.remove(same, readModel.name(), live.number());
                Generations.assign(same, readModel.name(), schemaNumber, Role.LIVE);
                Rebuilds.end(same, readModel.name());
                return Optional.of(live);
            });
        } catch (SQLException e) {
            if (Failures.isLockNotAvailable(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Long readers of the former rows may finish; where they take too long, a later sweep does it. */
    private void dropFormer(int number) throws InterruptedException {
        for (int attempt = 1; attempt <= DROP_ATTEMPTS; attempt++) {
            endIfInterrupted();
            try {
                Transactions.runOn(connection, same -> {
                    // Short, because the end of the application waits for it.
                    Schemas.execute(same, "set local lock_timeout = '400ms'");
                    schemas.drop(same, readModel, number);
                });
                return;
            } catch (SQLException e) {
                if (!Failures.isLockNotAvailable(e)) {
                    LOG.warn("The former rows of {} stay until later: {}", readModel.name(), e.getMessage());
                    return;
                }
            }
        }
        LOG.info("The former rows of {} are still being read and stay until later", readModel.name());
    }

    private static void endIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void abandon(String cause) {
        try {
            Transactions.runOn(connection, same -> {
                schemas.drop(same, readModel, schemaNumber);
                Generations.remove(same, readModel.name(), schemaNumber);
                Rebuilds.fail(same, readModel.name(), cause);
            });
        } catch (SQLException e) {
            LOG.warn("What was half built of {} stays until the next sweep: {}", readModel.name(), e.getMessage());
        }
    }

    private void release() {
        try (connection) {
            Rebuilds.unlock(connection, readModel.name());
        } catch (SQLException e) {
            LOG.warn("The right to rebuild {} ends with its connection: {}", readModel.name(), e.getMessage());
        }
    }
}
