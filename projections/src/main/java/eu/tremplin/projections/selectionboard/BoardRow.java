package eu.tremplin.projections.selectionboard;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Key;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One application among the others of its edition.
 *
 * @param startupName none where the startup was never registered
 * @param reviewsAssigned who is to read it or has, less those whose review counts for nothing
 * @param reviewsCompleted reviews that count
 * @param quorumRequired completed reviews that the edition's current policy asks for; 0 before there is one
 * @param quorate whether there are as many
 * @param meanScore Σ of the reviews' weighted means ÷ their number, six places, half even; none before the first
 * @param spread sample standard deviation of the reviews' weighted means, √(Σ(x − x̄)² ÷ (n − 1)), six places, half
 *     even; none below two reviews
 * @param rank 1 + the number of applications of the edition with a higher mean score, among those that are quorate and
 *     not withdrawn; so ties share a rank. None for the others
 * @param tied how many share the rank, this one included
 * @param cut where the rank lies, counted against all seats of the edition
 * @param shortlistRank as the chair gave it, whatever the scores say
 * @param version of the application's stream, at the last of its events that is in this row
 * @param lastPosition of that event
 */
record BoardRow(
        @Key ApplicationId application,
        EditionId edition,
        StartupId startup,
        @Nullable String startupName,
        Stage stage,
        int reviewsAssigned,
        int reviewsCompleted,
        int quorumRequired,
        boolean quorate,
        @Nullable BigDecimal meanScore,
        @Nullable BigDecimal lowestScore,
        @Nullable BigDecimal highestScore,
        @Nullable BigDecimal spread,
        @Nullable Integer rank,
        @Nullable Integer tied,
        @Nullable Cut cut,
        @Nullable Integer shortlistRank,
        long version,
        long lastPosition) {}
