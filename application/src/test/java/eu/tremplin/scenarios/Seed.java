package eu.tremplin.scenarios;

import java.util.Random;

/** Chance that can be repeated: {@code -Dtremplin.seed=} sets what is printed. */
final class Seed {

    private Seed() {}

    static Random of(Class<?> scenario) {
        long seed = Long.getLong("tremplin.seed", System.nanoTime());
        System.out.println(scenario.getSimpleName() + ": -Dtremplin.seed=" + seed);
        return new Random(seed);
    }
}
