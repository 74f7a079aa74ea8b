package eu.tremplin.projections.selectionboard;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.Recommendation;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Key;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One review, as it was handed in last.
 *
 * @param weightedMean of the scores by the rubric, from 0 to 1, six places
 * @param recordedAt when it was handed in or last revised
 */
record ReviewRow(
        @Key ApplicationId application,
        @Key ReviewerId reviewer,
        EditionId edition,
        StartupId startup,
        BigDecimal weightedMean,
        Recommendation recommendation,
        ReviewStanding standing,
        Instant recordedAt) {

    boolean counts() {
        return standing == ReviewStanding.COUNTS;
    }

    ReviewRow stands(ReviewStanding now) {
        return new ReviewRow(application, reviewer, edition, startup, weightedMean, recommendation, now, recordedAt);
    }

    ReviewRow revised(BigDecimal score, Recommendation advice, Instant at) {
        return new ReviewRow(application, reviewer, edition, startup, score, advice, standing, at);
    }
}
