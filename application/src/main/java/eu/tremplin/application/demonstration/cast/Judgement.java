package eu.tremplin.application.demonstration.cast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One reviewer's judgement of one application: its merit, seen through a temperament and a day's mood. */
public record Judgement(Map<String, Integer> scores) {

    public static final List<String> CRITERIA = List.of("team", "technology", "openness", "impact");

    private static final int LOWEST = 1;
    private static final double MIDDLE = 2.6;
    private static final int HIGHEST = 5;
    private static final double MOOD = 0.5;
    private static final double WARMTH = 0.4;
    private static final double ADMIT_FROM = 3.5;
    private static final double DISCUSS_FROM = 2.5;

    public static Judgement by(Temperament reviewer, Candidate candidate, RandomGenerator random) {
        var scores = new HashMap<String, Integer>();
        for (String criterion : CRITERIA) {
            double merit = candidate.merit().getOrDefault(criterion, 0.0);
            double seen = MIDDLE
                    + merit * reviewer.stretch()
                    + reviewer.severity()
                    + (reviewer.favourite().equals(criterion) ? WARMTH : 0)
                    + random.nextGaussian() * MOOD;
            scores.put(criterion, Math.clamp(Math.round(seen), LOWEST, HIGHEST));
        }
        return new Judgement(Map.copyOf(scores));
    }

    public Map<String, Object> review() {
        double mean =
                scores.values().stream().mapToInt(points -> points).average().orElse(MIDDLE);
        String recommendation;
        String comment;
        if (mean >= ADMIT_FROM) {
            recommendation = "ADMIT";
            comment = "They know what they do, and I would like to watch them do it.";
        } else if (mean >= DISCUSS_FROM) {
            recommendation = "DISCUSS";
            comment = "Something is here; let us talk about what.";
        } else {
            recommendation = "DECLINE";
            comment = "Come back when the model does what the pitch says.";
        }
        return Map.of("scores", scores, "recommendation", recommendation, "comment", comment);
    }
}
