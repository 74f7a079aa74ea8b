package eu.tremplin.application.reactions;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs a reaction's command apart from the event it reacts to. On the thread of the event the command's unit of work
 * would be nested in that of the event, and its append would wait for, and mingle with, whatever else happens there.
 */
public final class OwnUnitOfWork {

    private OwnUnitOfWork() {}

    /** Runs the task, waits for it, and fails as it fails. */
    public static <T> T call(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        Thread.ofVirtual().name("reaction").start(future);
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
