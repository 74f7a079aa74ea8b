package eu.tremplin.projections.worklist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How an application's reviews stand.
 *
 * @param quorumRequired completed reviews that the edition's current policy asks for
 * @param scoreTotal sum of the reviews' weighted means
 * @param meanScore scoreTotal ÷ reviewsCompleted, six places, half even; none before the first review
 */
record Reviews(
        int reviewsAssigned,
        int reviewsCompleted,
        int quorumRequired,
        BigDecimal scoreTotal,
        @Nullable BigDecimal meanScore) {

    private static final int PLACES = 6;

    static Reviews none(int quorumRequired) {
        return new Reviews(0, 0, quorumRequired, BigDecimal.ZERO.setScale(PLACES), null);
    }

    Reviews assigned() {
        return new Reviews(reviewsAssigned + 1, reviewsCompleted, quorumRequired, scoreTotal, meanScore);
    }

    Reviews completed(BigDecimal weightedMean) {
        int completed = reviewsCompleted + 1;
        BigDecimal total = scoreTotal.add(weightedMean).setScale(PLACES, RoundingMode.HALF_EVEN);
        BigDecimal mean = total.divide(BigDecimal.valueOf(completed), PLACES, RoundingMode.HALF_EVEN);
        return new Reviews(reviewsAssigned, completed, quorumRequired, total, mean);
    }

    Reviews requiring(int quorum) {
        return new Reviews(reviewsAssigned, reviewsCompleted, quorum, scoreTotal, meanScore);
    }

    NextStep nextStep() {
        if (reviewsCompleted >= quorumRequired) {
            return NextStep.SHORTLIST_OR_DECLINE;
        }
        return reviewsAssigned < quorumRequired ? NextStep.ASSIGN_REVIEWERS : NextStep.AWAIT_REVIEWS;
    }
}
