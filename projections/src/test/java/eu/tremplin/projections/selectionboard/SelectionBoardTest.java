package eu.tremplin.projections.selectionboard;

import static eu.tremplin.projections.Cast.EDITION;
import static eu.tremplin.projections.Cast.POLLEN;
import static eu.tremplin.projections.Cast.QEVLAR;
import static eu.tremplin.projections.Cast.abstained;
import static eu.tremplin.projections.Cast.applicationOf;
import static eu.tremplin.projections.Cast.assigned;
import static eu.tremplin.projections.Cast.ciphertext;
import static eu.tremplin.projections.Cast.decided;
import static eu.tremplin.projections.Cast.eligible;
import static eu.tremplin.projections.Cast.planned;
import static eu.tremplin.projections.Cast.policy;
import static eu.tremplin.projections.Cast.recalled;
import static eu.tremplin.projections.Cast.recused;
import static eu.tremplin.projections.Cast.registered;
import static eu.tremplin.projections.Cast.reviewed;
import static eu.tremplin.projections.Cast.revised;
import static eu.tremplin.projections.Cast.submitted;
import static eu.tremplin.projections.Cast.voided;
import static eu.tremplin.projections.kit.History.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationWithdrawn;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.applications.Recommendation;
import eu.tremplin.projections.kit.History;
import eu.tremplin.projections.selectionboard.SelectionBoard.EditionRow;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SelectionBoardTest {

    private final History history = new History(new SelectionBoard());

    @BeforeEach
    void pollenAppliesToAnEditionWithAQuorumOfTwo() {
        history.record(planned(), policy(1, 2), registered(POLLEN, "Pollen Robotics"), submitted(POLLEN));
    }

    @Test
    void beginsWithoutScores() {
        assertThat(pollen())
                .isEqualTo(new CandidateRow(
                        applicationOf(POLLEN),
                        EDITION,
                        POLLEN,
                        "Pollen Robotics",
                        Stage.SUBMITTED,
                        0,
                        Scores.NONE,
                        null,
                        0,
                        4));
    }

    @Test
    void keepsEveryReview() {
        history.record(eligible(POLLEN), assigned(POLLEN, "Ada"), reviewed(POLLEN, "Ada", "0.750000"));

        assertThat(history.rows(SelectionBoard.REVIEWS))
                .singleElement()
                .isEqualTo(new ReviewRow(
                        applicationOf(POLLEN),
                        assigned(POLLEN, "Ada").reviewer(),
                        EDITION,
                        POLLEN,
                        reviewed(POLLEN, "Ada", "0.750000").weightedMean(),
                        Recommendation.ADMIT,
                        ReviewStanding.COUNTS,
                        minute(7)));
    }

    @Test
    void knowsNoSpreadBelowTwoReviews() {
        history.record(reviewed(POLLEN, "Ada", "0.750000"));

        assertThat(pollen().scores().meanScore()).isEqualTo("0.750000");
        assertThat(pollen().scores().lowestScore()).isEqualTo("0.750000");
        assertThat(pollen().scores().highestScore()).isEqualTo("0.750000");
        assertThat(pollen().scores().spread()).isNull();
    }

    /** x̄ = 0.5, Σ(x − x̄)² = 0.14, so the spread is √(0.14 ÷ 2) of a sample, where √(0.14 ÷ 3) would be of all. */
    @Test
    void spreadsAsASampleDoes() {
        history.record(
                reviewed(POLLEN, "Ada", "0.200000"),
                reviewed(POLLEN, "Grace", "0.700000"),
                reviewed(POLLEN, "Joan", "0.600000"));

        Scores scores = pollen().scores();
        assertThat(scores.meanScore()).isEqualTo("0.500000");
        assertThat(scores.lowestScore()).isEqualTo("0.200000");
        assertThat(scores.highestScore()).isEqualTo("0.700000");
        assertThat(scores.spread()).isEqualTo("0.264575");
    }

    @Test
    void seesNoSpreadWhereAllAgreeWhateverTheMeanRoundsTo() {
        history.record(
                reviewed(POLLEN, "Ada", "0.333333"),
                reviewed(POLLEN, "Grace", "0.333333"),
                reviewed(POLLEN, "Joan", "0.333333"));

        assertThat(pollen().scores().spread()).isEqualTo("0.000000");
    }

    @Test
    void showsARevisedReviewAsItIsNow() {
        history.record(reviewed(POLLEN, "Ada", "0.750000"), reviewed(POLLEN, "Grace", "0.250000"));
        history.record(revised(POLLEN, "Ada", "0.350000"));

        assertThat(review("Ada").weightedMean()).isEqualTo("0.350000");
        assertThat(review("Ada").recommendation()).isEqualTo(Recommendation.DECLINE);
        assertThat(review("Ada").recordedAt()).isEqualTo(minute(7));
        assertThat(pollen().scores())
                .isEqualTo(Scores.of(List.of(new BigDecimal("0.350000"), new BigDecimal("0.250000"))));
    }

    @Test
    @Tag("I-11")
    void keepsAndDoesNotCountWhatIsVoidedOrRecused() {
        history.record(
                reviewed(POLLEN, "Ada", "0.900000"),
                reviewed(POLLEN, "Grace", "0.500000"),
                reviewed(POLLEN, "Joan", "0.100000"));

        history.record(voided(POLLEN, "Ada", new Quorum(2, 2)), recused(POLLEN, "Joan", new Quorum(1, 2)));

        assertThat(review("Ada").standing()).isEqualTo(ReviewStanding.VOIDED);
        assertThat(review("Joan").standing()).isEqualTo(ReviewStanding.RECUSED);
        assertThat(review("Ada").weightedMean()).isEqualTo("0.900000");
        assertThat(pollen().scores()).isEqualTo(Scores.of(List.of(new BigDecimal("0.500000"))));
    }

    @Test
    void knowsWhoIsLeftToRead() {
        history.record(
                eligible(POLLEN),
                assigned(POLLEN, "Ada"),
                assigned(POLLEN, "Grace"),
                assigned(POLLEN, "Joan"),
                assigned(POLLEN, "Mary"),
                reviewed(POLLEN, "Mary", "0.5"),
                recalled(POLLEN, "Ada"),
                abstained(POLLEN, "Grace"),
                recused(POLLEN, "Joan", new Quorum(1, 2)));

        assertThat(pollen().reviewsAssigned()).isEqualTo(1);
        assertThat(pollen().scores().reviewsCompleted()).isEqualTo(1);
    }

    @Test
    void comesBackUnderReviewWhereAReviewIsMissedOnTheShortlist() {
        history.record(reviewed(POLLEN, "Ada", "0.9"), reviewed(POLLEN, "Grace", "0.5"));
        history.record(
                new ApplicationShortlisted(applicationOf(POLLEN), 3, new Quorum(2, 2)),
                voided(POLLEN, "Ada", new Quorum(1, 2)));

        assertThat(pollen().stage()).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(pollen().shortlistRank()).isNull();
    }

    @Test
    void followsTheApplicationThroughItsStages() {
        history.record(eligible(POLLEN), assigned(POLLEN, "Ada"), assigned(POLLEN, "Grace"));
        assertThat(pollen().stage()).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(pollen().reviewsAssigned()).isEqualTo(2);

        history.record(new ApplicationShortlisted(applicationOf(POLLEN), 3, new Quorum(2, 2)));
        assertThat(pollen().stage()).isEqualTo(Stage.SHORTLISTED);
        assertThat(pollen().shortlistRank()).isEqualTo(3);

        history.record(decided(POLLEN, DecisionOutcome.WAITLISTED));
        assertThat(pollen().stage()).isEqualTo(Stage.WAITLISTED);
        assertThat(pollen().shortlistRank()).isEqualTo(3);
        assertThat(pollen().version()).isEqualTo(5);
        assertThat(pollen().lastPosition()).isEqualTo(9);
    }

    @Test
    void keepsTheScoresOfAWithdrawnApplication() {
        history.record(reviewed(POLLEN, "Ada", "0.750000"));
        history.record(new ApplicationWithdrawn(applicationOf(POLLEN), EDITION, POLLEN, ciphertext(POLLEN, "reason")));

        assertThat(pollen().stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(pollen().scores().meanScore()).isEqualTo("0.750000");
    }

    @Test
    void knowsTheSeatsAndTheCurrentQuorum() {
        history.record(policy(2, 3));

        assertThat(history.row(SelectionBoard.EDITIONS, EDITION)).isEqualTo(new EditionRow(EDITION, 5, 3));
    }

    @Test
    void stopsAtAReviewOfAnApplicationNobodySubmitted() {
        assertThatIllegalStateException().isThrownBy(() -> history.record(reviewed(QEVLAR, "Ada", "0.5")));
    }

    private ReviewRow review(String reviewer) {
        return history.row(
                SelectionBoard.REVIEWS,
                applicationOf(POLLEN),
                assigned(POLLEN, reviewer).reviewer());
    }

    private CandidateRow pollen() {
        return history.row(SelectionBoard.CANDIDATES, applicationOf(POLLEN));
    }
}
