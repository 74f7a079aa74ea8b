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
 * One review.
 *
 * @param weightedMean of the scores by the rubric, from 0 to 1, six places
 */
record ReviewRow(
        @Key ApplicationId application,
        @Key ReviewerId reviewer,
        EditionId edition,
        StartupId startup,
        BigDecimal weightedMean,
        Recommendation recommendation,
        Instant recordedAt) {}
