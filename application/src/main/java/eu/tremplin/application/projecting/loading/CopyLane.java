package eu.tremplin.application.projecting.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The only user of one connection: whoever folds hands over what is to be written and goes on folding. Everything is
 * done in the order in which it was handed over, and nothing more after something has failed.
 */
final class CopyLane implements AutoCloseable {

    /** What is ready and not yet written; when there is more, whoever folds waits. */
    private static final int AHEAD = 6;

    private static final String INTERNAL_ERROR = "XX000";

    private final Connection connection;
    private final BlockingQueue<FutureTask<?>> tasks = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<CopyBuffer> used = new ArrayBlockingQueue<>(AHEAD);
    private final FutureTask<?> end = new FutureTask<>(() -> null);
    private final Thread thread;
    private volatile @Nullable Exception failure;

    CopyLane(Connection connection) {
        this.connection = connection;
        thread = Thread.ofPlatform().name("load-write").daemon().start(this::work);
    }

    /** An empty buffer, which may have been used before. */
    CopyBuffer buffer(int size) {
        CopyBuffer buffer = used.poll();
        if (buffer == null) {
            return new CopyBuffer(size);
        }
        buffer.clear();
        return buffer;
    }

    /** Writes what a buffer holds, which is not to be touched any more. */
    void copy(String sql, CopyBuffer rows) throws SQLException, InterruptedException {
        var _ = enqueue(same -> {
            var copy = same.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                byte[] bytes = rows.finished();
                copy.writeToCopy(bytes, 0, rows.size());
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return used.offer(rows);
        });
    }

    /** Does something after everything before it, and answers when it is done. */
    <T> T call(Work<T> work) throws SQLException, InterruptedException {
        FutureTask<T> task = enqueue(work);
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private <T> FutureTask<T> enqueue(Work<T> work) throws SQLException, InterruptedException {
        Exception failed = failure;
        if (failed != null) {
            String state = failed instanceof SQLException sql ? sql.getSQLState() : INTERNAL_ERROR;
            throw new SQLException("What was handed over before could not be written", state, failed);
        }
        var task = new FutureTask<>(() -> done(work));
        tasks.put(task);
        return task;
    }

    private <T> T done(Work<T> work) throws Exception {
        Exception failed = failure;
        if (failed != null) {
            throw failed;
        }
        try {
            return work.on(connection);
        } catch (SQLException | RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private void work() {
        try {
            FutureTask<?> task = tasks.take();
            while (!task.equals(end)) {
                task.run();
                task = tasks.take();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves what is not yet begun, and answers when the connection is free. */
    @Override
    public void close() {
        boolean interrupted = false;
        tasks.clear();
        while (thread.isAlive()) {
            try {
                tasks.put(end);
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is to be done with the connection. */
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }
}
