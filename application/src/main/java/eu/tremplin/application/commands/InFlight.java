package eu.tremplin.application.commands;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets one request at a time through under a caller's key, in this process; between processes the append does. */
final class InFlight {

    private static final int RETRY_AFTER_SECONDS = 1;

    private final Set<CallersKey> underWay = ConcurrentHashMap.newKeySet();

    <T> T alone(String caller, String key, Supplier<T> request) {
        var mine = new CallersKey(caller, key);
        if (!underWay.add(mine)) {
            throw Problem.because(EdgeReason.REQUEST_IN_FLIGHT, Map.of(Problem.RETRY_AFTER, RETRY_AFTER_SECONDS));
        }
        try {
            return request.get();
        } finally {
            underWay.remove(mine);
        }
    }

    private record CallersKey(String caller, String key) {}
}
