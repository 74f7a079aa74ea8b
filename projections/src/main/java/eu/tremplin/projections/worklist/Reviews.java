package eu.tremplin.projections.worklist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How an application's reviews stand. Who was taken off, stepped back or has a review that counts for nothing is not in
 * these numbers.
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
        return scored(reviewsAssigned, reviewsCompleted + 1, scoreTotal.add(weightedMean));
    }

    Reviews unassigned() {
        return new Reviews(reviewsAssigned - 1, reviewsCompleted, quorumRequired, scoreTotal, meanScore);
    }

    Reviews revised(BigDecimal from, BigDecimal to) {
        return scored(
                reviewsAssigned, reviewsCompleted, scoreTotal.subtract(from).add(to));
    }

    Reviews discounted(BigDecimal weightedMean) {
        return scored(reviewsAssigned - 1, reviewsCompleted - 1, scoreTotal.subtract(weightedMean));
    }

    private Reviews scored(int assigned, int completed, BigDecimal sum) {
        BigDecimal total = sum.setScale(PLACES, RoundingMode.HALF_EVEN);
        BigDecimal mean =
                completed == 0 ? null : total.divide(BigDecimal.valueOf(completed), PLACES, RoundingMode.HALF_EVEN);
        return new Reviews(assigned, completed, quorumRequired, total, mean);
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
