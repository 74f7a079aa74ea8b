package eu.tremplin.projections.selectionboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an application's reviews say together.
 *
 * @param scoreTotal sum of the reviews' weighted means
 * @param squareTotal sum of their squares, exact
 * @param spread see {@link BoardRow}
 */
record Scores(
        int reviewsCompleted,
        BigDecimal scoreTotal,
        BigDecimal squareTotal,
        @Nullable BigDecimal meanScore,
        @Nullable BigDecimal lowestScore,
        @Nullable BigDecimal highestScore,
        @Nullable BigDecimal spread) {

    private static final int PLACES = 6;

    static final Scores NONE = new Scores(
            0, BigDecimal.ZERO.setScale(PLACES), BigDecimal.ZERO.setScale(2 * PLACES), null, null, null, null);

    static Scores of(List<BigDecimal> weightedMeans) {
        Scores scores = NONE;
        for (BigDecimal weightedMean : weightedMeans) {
            scores = scores.with(weightedMean);
        }
        return scores;
    }

    Scores with(BigDecimal weightedMean) {
        BigDecimal score = weightedMean.setScale(PLACES, RoundingMode.HALF_EVEN);
        BigDecimal count = BigDecimal.valueOf(reviewsCompleted + 1L);
        BigDecimal total = scoreTotal.add(score);
        BigDecimal squares = squareTotal.add(score.multiply(score));
        return new Scores(
                reviewsCompleted + 1,
                total,
                squares,
                total.divide(count, PLACES, RoundingMode.HALF_EVEN),
                lowestScore == null ? score : lowestScore.min(score),
                highestScore == null ? score : highestScore.max(score),
                spread(count, total, squares));
    }

    /** √((n × Σx² − (Σx)²) ÷ (n × (n − 1))), which is the definition without a rounded mean in its middle. */
    private static @Nullable BigDecimal spread(BigDecimal count, BigDecimal total, BigDecimal squares) {
        BigDecimal others = count.subtract(BigDecimal.ONE);
        if (others.signum() == 0) {
            return null;
        }
        return count.multiply(squares)
                .subtract(total.multiply(total))
                .divide(count.multiply(others), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128)
                .setScale(PLACES, RoundingMode.HALF_EVEN);
    }
}
