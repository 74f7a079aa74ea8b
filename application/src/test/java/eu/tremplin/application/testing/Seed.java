package eu.tremplin.application.testing;

import java.util.Random;

/** Chance that can be repeated: {@code -Dtremplin.seed=} sets what is printed. */
public final class Seed {

    private Seed() {}

    public static Random of(Class<?> test) {
        return new Random(number(test));
    }

    /** For what takes a number to begin with. */
    public static long number(Class<?> test) {
        long seed = Long.getLong("tremplin.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + ": -Dtremplin.seed=" + seed);
        return seed;
    }
}
