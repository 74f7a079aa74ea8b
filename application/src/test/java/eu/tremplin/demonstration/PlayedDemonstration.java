package eu.tremplin.demonstration;

import eu.tremplin.running.RunningTremplin;
import java.util.HashMap;
import java.util.Map;

/**
 * The demonstration, played once for all tests of this JVM that only look at it. They run at the same time and leave it
 * as it is; who would change it plays one of their own.
 */
public final class PlayedDemonstration {

    /** What a newcomer asks for. */
    static final Map<String, String> PROFILE = Map.of("SPRING_PROFILES_ACTIVE", "demo");

    private PlayedDemonstration() {}

    /** As soon as it is ready, which it is when it has been played. */
    public static RunningTremplin get() {
        return Holder.TREMPLIN;
    }

    /** The smallest one there is, for whoever needs one of their own; not started yet. */
    static RunningTremplin small(String name, long seed) {
        var settings = new HashMap<>(PROFILE);
        settings.put("TREMPLIN_DEMONSTRATION_SEED", Long.toString(seed));
        settings.put("TREMPLIN_DEMONSTRATION_APPLICANTS", "40");
        return RunningTremplin.onBareHome(name, settings);
    }

    private static final class Holder {

        static final RunningTremplin TREMPLIN = play();

        private static RunningTremplin play() {
            var tremplin = RunningTremplin.onBareHome("demonstration", PROFILE);
            // Nobody closes what all share but the JVM that ends.
            Runtime.getRuntime().addShutdownHook(new Thread(tremplin::close));
            return tremplin.start();
        }
    }
}
