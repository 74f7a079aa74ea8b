package eu.tremplin.application.demonstration.cast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws the startups that want to take part in an edition. */
public final class Crowd {

    private static final double MERIT_SPREAD = 0.65;
    private static final double CRITERION_SPREAD = 0.4;
    private static final double OUTSTANDING = 1.2;

    private final RandomGenerator random;
    private final List<String> names;

    public Crowd(RandomGenerator random) {
        this.random = random;
        names = Names.startups(random);
    }

    /** So many, in no order; nobody comes again in a later edition. */
    public List<Candidate> draw(int applicants, int year) {
        var twists = new ArrayList<Twist>();
        for (Twist twist : Twist.values()) {
            for (int i = 0; i < twist.among(applicants); i++) {
                twists.add(twist);
            }
        }
        while (twists.size() < applicants) {
            twists.add(Twist.USUAL);
        }
        Names.shuffle(twists, random);
        return twists.stream().map(twist -> candidate(twist, year)).toList();
    }

    private Candidate candidate(Twist twist, int year) {
        return new Candidate(
                names.removeLast(),
                country(twist),
                year - 1 - random.nextInt(4),
                Names.purpose(random),
                Names.person(random),
                twist,
                merit(twist),
                stage(twist),
                random.nextInt(10) == 0 ? 1 : 0);
    }

    private String country(Twist twist) {
        return switch (twist) {
            case ABROAD -> "US";
            case WAIVED -> "CH";
            case USUAL,
                    EARLY,
                    IN_GRACE,
                    LATE,
                    LATE_WITH_LEAVE,
                    TWICE,
                    WITHDRAWS,
                    IDEA_ONLY,
                    CLOSED_MODEL,
                    DEPENDENT,
                    TWIN -> skewed(Names.COUNTRIES);
        };
    }

    /** The first of the list more often than the last. */
    private String skewed(List<String> some) {
        int one = random.nextInt(some.size());
        int another = random.nextInt(some.size());
        return some.get(Math.min(one, another));
    }

    private String stage(Twist twist) {
        if (twist == Twist.IDEA_ONLY) {
            return "IDEA";
        }
        return random.nextInt(3) == 0 ? "PRODUCT" : "MVP";
    }

    private Map<String, Double> merit(Twist twist) {
        double whole = switch (twist) {
            case WAIVED, TWIN, LATE_WITH_LEAVE -> OUTSTANDING;
            case USUAL, EARLY, IN_GRACE, LATE, TWICE, WITHDRAWS, IDEA_ONLY, CLOSED_MODEL, ABROAD, DEPENDENT ->
                random.nextGaussian() * MERIT_SPREAD;
        };
        var merit = new HashMap<String, Double>();
        for (String criterion : Judgement.CRITERIA) {
            merit.put(criterion, whole + random.nextGaussian() * CRITERION_SPREAD);
        }
        return Map.copyOf(merit);
    }
}
