package eu.tremplin.application.projecting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has other things happen again and again while a test does its own. */
final class Meanwhile {

    private Meanwhile() {}

    static void happen(List<? extends Callable<?>> others, Callable<?> own) throws Exception {
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (Callable<?> other : others) {
                running.add(threads.submit(() -> {
                    while (!done.get()) {
                        other.call();
                    }
                    return null;
                }));
            }
            try {
                own.call();
            } finally {
                done.set(true);
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }
}
