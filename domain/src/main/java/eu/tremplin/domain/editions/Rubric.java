package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What reviewers score, criterion by criterion. */
public record Rubric(List<Criterion> criteria) {

    private static final int MEAN_PLACES = 6;

    public Rubric {
        criteria = List.copyOf(criteria);
        InvalidValue.unless(
                !criteria.isEmpty() && criteria.size() <= 30, "criteria", "must have between 1 and 30 entries");
        var names = new HashSet<String>();
        criteria.forEach(criterion ->
                Contradiction.when(!names.add(criterion.name()), "criterion " + criterion.name() + " is listed twice"));
    }

    /** Whether every criterion is scored once, within its range, and nothing else is. */
    public boolean fits(Map<String, Integer> scores) {
        return scores.size() == criteria.size() && criteria.stream().allMatch(criterion -> criterion.fits(scores));
    }

    /**
     * Σ weight × (points − lowest) ÷ (highest − lowest) ÷ Σ weight: from 0, all lowest, to 1, all highest. Computed on
     * one common denominator, so that only the result is rounded: half even to six places.
     *
     * @param scores points by criterion, which must {@linkplain #fits fit}
     */
    public BigDecimal weightedMean(Map<String, Integer> scores) {
        var numerator = BigDecimal.ZERO;
        var denominator = BigDecimal.ONE;
        var weights = BigDecimal.ZERO;
        for (Criterion criterion : criteria) {
            var weighted = criterion.weight().multiply(criterion.aboveLowest(scores));
            numerator = numerator.multiply(criterion.range()).add(weighted.multiply(denominator));
            denominator = denominator.multiply(criterion.range());
            weights = weights.add(criterion.weight());
        }
        return numerator.divide(denominator.multiply(weights), MEAN_PLACES, RoundingMode.HALF_EVEN);
    }

    /**
     * One line of the rubric.
     *
     * @param weight share in the weighted mean, relative to the other weights; above zero, at most six places
     */
    public record Criterion(String name, BigDecimal weight, int lowest, int highest) {

        public Criterion {
            InvalidValue.unlessText(name, "criterion", 100);
            InvalidValue.unless(weight.signum() > 0, "weight", "must be above zero");
            InvalidValue.unless(
                    weight.scale() >= 0 && weight.scale() <= 6 && weight.precision() - weight.scale() <= 6,
                    "weight",
                    "must be below a million and have at most six decimal places");
            Contradiction.when(highest <= lowest, "highest must be above lowest");
        }

        private boolean fits(Map<String, Integer> scores) {
            Integer points = scores.get(name);
            return points != null && points >= lowest && points <= highest;
        }

        private BigDecimal aboveLowest(Map<String, Integer> scores) {
            return BigDecimal.valueOf((long) scores.getOrDefault(name, lowest) - lowest);
        }

        private BigDecimal range() {
            return BigDecimal.valueOf((long) highest - lowest);
        }
    }
}
