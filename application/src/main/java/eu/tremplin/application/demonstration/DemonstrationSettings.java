package eu.tremplin.application.demonstration;

import eu.tremplin.application.home.StartRefused;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What was asked of a demonstration. What was not asked for is absent, so that a demonstration that has been played is
 * told from another one that somebody wants.
 *
 * @param seed from which everything follows that happens in the story
 * @param applicants startups that want to take part in the edition that is played to its end
 * @param pace seconds that pass on the simulated clock for each real one, once the story has been played
 */
record DemonstrationSettings(Optional<Long> seed, Optional<Integer> applicants, Optional<Double> pace) {

    static final String PROFILE = "demo";

    private static final String PREFIX = "tremplin.demonstration";
    private static final String CLOCK = "tremplin.clock";
    private static final String SEED = "seed";
    private static final String APPLICANTS = "applicants";
    private static final String PACE = "pace";

    private static final long USUAL_SEED = 20240816;
    private static final int USUAL_APPLICANTS = 240;
    private static final double USUAL_PACE = 1;

    private static final int FEWEST_APPLICANTS = 40;
    private static final int MOST_APPLICANTS = 600;
    private static final BigDecimal SLOWEST = new BigDecimal("0.1");
    private static final BigDecimal FASTEST = new BigDecimal("86400");

    /**
     * The settings of a demonstration, if this is to be one.
     *
     * @throws StartRefused when a setting is unknown, malformed or out of range, or when there is one outside the
     *     profile
     */
    static Optional<DemonstrationSettings> of(Environment environment) {
        var binder = Binder.get(environment);
        refuseOtherClocks(binder);
        Map<String, String> given =
                binder.bind(PREFIX, Bindable.mapOf(String.class, String.class)).orElseGet(Map::of);
        if (!environment.acceptsProfiles(Profiles.of(PROFILE))) {
            refuseOutsideTheProfile(given);
            return Optional.empty();
        }
        refuseUnknown(given);
        return Optional.of(new DemonstrationSettings(
                value(given, SEED).map(DemonstrationSettings::seed),
                value(given, APPLICANTS).map(DemonstrationSettings::applicants),
                value(given, PACE).map(DemonstrationSettings::pace)));
    }

    long seedOrUsual() {
        return seed.orElse(USUAL_SEED);
    }

    int applicantsOrUsual() {
        return applicants.orElse(USUAL_APPLICANTS);
    }

    double paceOrUsual() {
        return pace.orElse(USUAL_PACE);
    }

    /** A clock that is set and then silently not used would be found out too late. */
    private static void refuseOtherClocks(Binder binder) {
        if (binder.bind(CLOCK, Bindable.of(Object.class)).isBound()
                || binder.bind(CLOCK, Bindable.mapOf(String.class, String.class))
                        .isBound()) {
            throw new StartRefused(
                    "There is no setting " + CLOCK + ".",
                    "Leave it out: time is simulated in the profile " + PROFILE + " and nowhere else, and how fast it"
                            + " passes there is said by " + PREFIX + "." + PACE + ".");
        }
    }

    private static void refuseOutsideTheProfile(Map<String, String> given) {
        if (!given.isEmpty()) {
            String names = names(given.keySet());
            throw new StartRefused(
                    "Time and story can be set for a demonstration only, and this is none: " + names + ".",
                    "Leave " + names + " out, or start the demonstration with the profile " + PROFILE + ".");
        }
    }

    private static void refuseUnknown(Map<String, String> given) {
        var unknown = new TreeMap<>(given).keySet();
        unknown.removeAll(Set.of(SEED, APPLICANTS, PACE));
        if (!unknown.isEmpty()) {
            throw new StartRefused(
                    "A demonstration has no setting " + names(unknown) + ".",
                    "Use " + names(Set.of(SEED, APPLICANTS, PACE)) + ".");
        }
    }

    private static String names(Set<String> settings) {
        return settings.stream()
                .sorted()
                .map(name -> PREFIX + "." + name)
                .reduce((some, another) -> some + ", " + another)
                .orElse(PREFIX);
    }

    private static Optional<String> value(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name)).map(String::strip);
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refused(SEED, text, "a whole number", e);
        }
    }

    private static int applicants(String text) {
        String range = "a whole number from " + FEWEST_APPLICANTS + " to " + MOST_APPLICANTS;
        try {
            int applicants = Integer.parseInt(text);
            if (applicants >= FEWEST_APPLICANTS && applicants <= MOST_APPLICANTS) {
                return applicants;
            }
            throw refused(APPLICANTS, text, range, null);
        } catch (NumberFormatException e) {
            throw refused(APPLICANTS, text, range, e);
        }
    }

    private static double pace(String text) {
        String range = "a number from " + SLOWEST + " to " + FASTEST;
        try {
            // Not as a double, to which NaN and Infinity are numbers too.
            var pace = new BigDecimal(text);
            if (pace.compareTo(SLOWEST) >= 0 && pace.compareTo(FASTEST) <= 0) {
                return pace.doubleValue();
            }
            throw refused(PACE, text, range, null);
        } catch (NumberFormatException e) {
            throw refused(PACE, text, range, e);
        }
    }

    private static StartRefused refused(String name, String text, String range, @Nullable Throwable cause) {
        return new StartRefused(
                PREFIX + "." + name + " is \"" + text + "\".", "Set it to " + range + ", or leave it out.", cause);
    }
}
