package eu.tremplin.projections.selectionboard;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One application by itself: all of the board that does not depend on the others. */
record CandidateRow(
        @Key ApplicationId application,
        EditionId edition,
        StartupId startup,
        @Nullable String startupName,
        Stage stage,
        int reviewsAssigned,
        Scores scores,
        @Nullable Integer shortlistRank,
        long version,
        long lastPosition) {

    CandidateRow reached(Stage next) {
        return with(next, reviewsAssigned, scores, shortlistRank);
    }

    CandidateRow shortlisted(int rank) {
        return with(Stage.SHORTLISTED, reviewsAssigned, scores, rank);
    }

    /** The first reviewer brings an eligible application under review; the others find it there. */
    CandidateRow reviewerAssigned() {
        Stage next = stage == Stage.ELIGIBLE ? Stage.UNDER_REVIEW : stage;
        return with(next, reviewsAssigned + 1, scores, shortlistRank);
    }

    CandidateRow reviewed(BigDecimal weightedMean) {
        return scored(scores.with(weightedMean));
    }

    CandidateRow scored(Scores now) {
        return with(stage, reviewsAssigned, now, shortlistRank);
    }

    CandidateRow unassigned() {
        return with(stage, reviewsAssigned - 1, scores, shortlistRank);
    }

    /** A review that is missed on the shortlist brings the application back under review. */
    CandidateRow counting(Quorum quorum) {
        return stage == Stage.SHORTLISTED && !quorum.met()
                ? with(Stage.UNDER_REVIEW, reviewsAssigned, scores, null)
                : this;
    }

    CandidateRow asOf(Envelope envelope) {
        return new CandidateRow(
                application,
                edition,
                startup,
                startupName,
                stage,
                reviewsAssigned,
                scores,
                shortlistRank,
                envelope.version(),
                envelope.position());
    }

    private CandidateRow with(Stage newStage, int assigned, Scores newScores, @Nullable Integer rank) {
        return new CandidateRow(
                application, edition, startup, startupName, newStage, assigned, newScores, rank, version, lastPosition);
    }
}
