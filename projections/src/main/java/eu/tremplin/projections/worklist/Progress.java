package eu.tremplin.projections.worklist;

import eu.tremplin.domain.applications.Quorum;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an application has come.
 *
 * @param stageSince when the log recorded the event that brought it there
 */
record Progress(
        Stage stage,
        Instant stageSince,
        NextStep nextStep,
        Reviews reviews,
        @Nullable Integer shortlistRank) {

    static Progress submitted(Instant since, int quorum) {
        return of(Stage.SUBMITTED, since, Reviews.none(quorum), null);
    }

    Progress reached(Stage next, Instant since) {
        return of(next, since, reviews, shortlistRank);
    }

    Progress shortlisted(int rank, Instant since) {
        return of(Stage.SHORTLISTED, since, reviews, rank);
    }

    /** The first reviewer brings an eligible application under review; the others find it there. */
    Progress reviewerAssigned(Instant since) {
        Reviews more = reviews.assigned();
        return stage == Stage.ELIGIBLE
                ? of(Stage.UNDER_REVIEW, since, more, shortlistRank)
                : of(stage, stageSince, more, shortlistRank);
    }

    Progress reviewed(BigDecimal weightedMean) {
        return of(stage, stageSince, reviews.completed(weightedMean), shortlistRank);
    }

    Progress unassigned() {
        return of(stage, stageSince, reviews.unassigned(), shortlistRank);
    }

    Progress revised(BigDecimal from, BigDecimal to) {
        return of(stage, stageSince, reviews.revised(from, to), shortlistRank);
    }

    Progress discounted(BigDecimal weightedMean) {
        return of(stage, stageSince, reviews.discounted(weightedMean), shortlistRank);
    }

    /** A review that is missed on the shortlist brings the application back under review. */
    Progress counting(Quorum quorum, Instant since) {
        return stage == Stage.SHORTLISTED && !quorum.met() ? of(Stage.UNDER_REVIEW, since, reviews, null) : this;
    }

    Progress requiring(int quorum) {
        return of(stage, stageSince, reviews.requiring(quorum), shortlistRank);
    }

    Progress withNothingToDo() {
        return new Progress(stage, stageSince, NextStep.NONE, reviews, shortlistRank);
    }

    private static Progress of(Stage stage, Instant since, Reviews reviews, @Nullable Integer shortlistRank) {
        return new Progress(stage, since, NextStep.of(stage, reviews), reviews, shortlistRank);
    }
}
