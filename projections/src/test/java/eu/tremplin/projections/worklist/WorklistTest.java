package eu.tremplin.projections.worklist;

import static eu.tremplin.projections.Cast.EDITION;
import static eu.tremplin.projections.Cast.POLLEN;
import static eu.tremplin.projections.Cast.QEVLAR;
import static eu.tremplin.projections.Cast.RECEIVED;
import static eu.tremplin.projections.Cast.abstained;
import static eu.tremplin.projections.Cast.applicationOf;
import static eu.tremplin.projections.Cast.assigned;
import static eu.tremplin.projections.Cast.ciphertext;
import static eu.tremplin.projections.Cast.decided;
import static eu.tremplin.projections.Cast.eligible;
import static eu.tremplin.projections.Cast.ineligible;
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
import eu.tremplin.domain.applications.ApplicationEvent.DecisionApproved;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionDrafted;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityWaived;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.History;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorklistTest {

    private final History history = new History(new Worklist());

    @BeforeEach
    void pollenAppliesToAnEditionWithAQuorumOfTwo() {
        history.record(policy(1, 2), registered(POLLEN, "Pollen Robotics"), submitted(POLLEN));
    }

    @Test
    void listsASubmittedApplicationToBeCheckedForEligibility() {
        assertThat(pollen())
                .isEqualTo(new WorklistRow(
                        applicationOf(POLLEN),
                        EDITION,
                        new Applicant(
                                POLLEN, "Pollen Robotics", ciphertext(POLLEN, "name"), ciphertext(POLLEN, "email")),
                        RECEIVED,
                        new Progress(Stage.SUBMITTED, minute(3), NextStep.CHECK_ELIGIBILITY, Reviews.none(2), null),
                        0,
                        3));
    }

    @Test
    void listsOneRowPerApplication() {
        history.record(submitted(QEVLAR));

        assertThat(history.rows(Worklist.APPLICATIONS)).hasSize(2);
    }

    @Test
    void asksForReviewersOnceEligible() {
        history.record(eligible(POLLEN));

        assertThatPollenIs(Stage.ELIGIBLE, NextStep.ASSIGN_REVIEWERS);
    }

    @Test
    void asksToWaiveOrDeclineWhenIneligible() {
        history.record(ineligible(POLLEN));

        assertThatPollenIs(Stage.INELIGIBLE, NextStep.WAIVE_ELIGIBILITY_OR_DECLINE);
    }

    @Test
    void isEligibleAfterAWaiver() {
        history.record(ineligible(POLLEN), new EligibilityWaived(applicationOf(POLLEN), ciphertext(POLLEN, "reason")));

        assertThatPollenIs(Stage.ELIGIBLE, NextStep.ASSIGN_REVIEWERS);
    }

    @Test
    void isUnderReviewSinceItsFirstReviewer() {
        history.record(eligible(POLLEN), assigned(POLLEN, "Ada"), assigned(POLLEN, "Grace"));

        assertThatPollenIs(Stage.UNDER_REVIEW, NextStep.AWAIT_REVIEWS);
        assertThat(pollen().progress().stageSince()).isEqualTo(minute(5));
        assertThat(pollen().progress().reviews().reviewsAssigned()).isEqualTo(2);
    }

    @Test
    void asksForMoreReviewersWhileTheyAreFewerThanTheQuorum() {
        history.record(eligible(POLLEN), assigned(POLLEN, "Ada"));

        assertThatPollenIs(Stage.UNDER_REVIEW, NextStep.ASSIGN_REVIEWERS);
    }

    @Test
    void asksToShortlistOrDeclineOnceTheQuorumIsMet() {
        history.record(underReviewWithTwoReviews());

        assertThatPollenIs(Stage.UNDER_REVIEW, NextStep.SHORTLIST_OR_DECLINE);
    }

    @Test
    void showsTheExactMeanOfTheReviewsToSixPlaces() {
        history.record(eligible(POLLEN), assigned(POLLEN, "Ada"), assigned(POLLEN, "Grace"), assigned(POLLEN, "Joan"));
        assertThat(pollen().progress().reviews().meanScore()).isNull();

        history.record(
                reviewed(POLLEN, "Ada", "0.500000"),
                reviewed(POLLEN, "Grace", "0.500000"),
                reviewed(POLLEN, "Joan", "0.250000"));

        assertThat(pollen().progress().reviews().meanScore()).isEqualTo("0.416667");
    }

    @Test
    void asksForMoreReviewersOnceOneIsTakenOffOrPasses() {
        history.record(eligible(POLLEN), assigned(POLLEN, "Ada"), assigned(POLLEN, "Grace"));
        assertThatPollenIs(Stage.UNDER_REVIEW, NextStep.AWAIT_REVIEWS);

        history.record(recalled(POLLEN, "Ada"), abstained(POLLEN, "Grace"));

        assertThat(pollen().progress().reviews().reviewsAssigned()).isZero();
        assertThatPollenIs(Stage.UNDER_REVIEW, NextStep.ASSIGN_REVIEWERS);
    }

    @Test
    void countsARevisedReviewOnceByItsNewScore() {
        history.record(
                eligible(POLLEN),
                assigned(POLLEN, "Ada"),
                reviewed(POLLEN, "Ada", "0.500000"),
                revised(POLLEN, "Ada", "0.250000"),
                revised(POLLEN, "Ada", "0.750000"));

        assertThat(pollen().progress().reviews().reviewsCompleted()).isEqualTo(1);
        assertThat(pollen().progress().reviews().meanScore()).isEqualTo("0.750000");
    }

    @Test
    @Tag("I-11")
    void countsNoReviewThatIsVoidedOrRecused() {
        history.record(
                eligible(POLLEN),
                assigned(POLLEN, "Ada"),
                assigned(POLLEN, "Grace"),
                assigned(POLLEN, "Joan"),
                reviewed(POLLEN, "Ada", "0.500000"),
                reviewed(POLLEN, "Grace", "0.250000"));

        history.record(voided(POLLEN, "Ada", new Quorum(1, 2)), recused(POLLEN, "Joan", new Quorum(1, 2)));
        assertThat(pollen().progress().reviews())
                .isEqualTo(new Reviews(1, 1, 2, new BigDecimal("0.250000"), new BigDecimal("0.250000")));
        assertThatPollenIs(Stage.UNDER_REVIEW, NextStep.ASSIGN_REVIEWERS);

        history.record(recused(POLLEN, "Grace", new Quorum(0, 2)));
        assertThat(pollen().progress().reviews()).isEqualTo(Reviews.none(2));
    }

    @Test
    void comesBackUnderReviewWhereAReviewIsMissedOnTheShortlist() {
        history.record(underReviewWithTwoReviews());
        history.record(
                new ApplicationShortlisted(applicationOf(POLLEN), 4, new Quorum(2, 2)),
                voided(POLLEN, "Ada", new Quorum(1, 2)));

        assertThatPollenIs(Stage.UNDER_REVIEW, NextStep.ASSIGN_REVIEWERS);
        assertThat(pollen().progress().stageSince()).isEqualTo(minute(history.position()));
        assertThat(pollen().progress().shortlistRank()).isNull();
    }

    @Test
    void staysOnTheShortlistWhereTheOtherReviewsAreEnough() {
        history.record(underReviewWithTwoReviews());
        history.record(
                new ApplicationShortlisted(applicationOf(POLLEN), 4, new Quorum(2, 1)),
                voided(POLLEN, "Ada", new Quorum(1, 1)));

        assertThatPollenIs(Stage.SHORTLISTED, NextStep.ADMIT_WAITLIST_OR_DECLINE);
        assertThat(pollen().progress().shortlistRank()).isEqualTo(4);
    }

    @Test
    void staysOnTheShortlistWhenAnotherReviewArrives() {
        history.record(underReviewWithTwoReviews());
        history.record(
                new ApplicationShortlisted(applicationOf(POLLEN), 4, new Quorum(2, 2)),
                assigned(POLLEN, "Joan"),
                reviewed(POLLEN, "Joan", "1.000000"));

        assertThatPollenIs(Stage.SHORTLISTED, NextStep.ADMIT_WAITLIST_OR_DECLINE);
        assertThat(pollen().progress().shortlistRank()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(DecisionOutcome.class)
    void hasNothingLeftToDoOnceTheDecisionIsPublished(DecisionOutcome outcome) {
        history.record(
                new DecisionDrafted(applicationOf(POLLEN), outcome, 1, "chair"),
                new DecisionApproved(applicationOf(POLLEN), outcome, 1, List.of("chair")));
        assertThatPollenIs(Stage.SUBMITTED, NextStep.CHECK_ELIGIBILITY);

        history.record(decided(POLLEN, outcome));

        assertThatPollenIs(Stage.valueOf(outcome.name()), NextStep.NONE);
    }

    @Test
    void hasNothingLeftToDoOnceItIsWithdrawn() {
        history.record(new ApplicationWithdrawn(applicationOf(POLLEN), EDITION, POLLEN, ciphertext(POLLEN, "reason")));

        assertThatPollenIs(Stage.WITHDRAWN, NextStep.NONE);
    }

    @Test
    void hasNothingLeftToDoOnceTheEditionIsCancelled() {
        history.record(new EditionCancelled(EDITION, RECEIVED, ciphertext(POLLEN, "reason")));

        assertThatPollenIs(Stage.SUBMITTED, NextStep.NONE);
    }

    @Test
    void carriesTheVersionOfTheApplicationsOwnStream() {
        history.record(eligible(POLLEN), registered(QEVLAR, "Qevlar AI"), submitted(QEVLAR));

        assertThat(pollen().version()).isEqualTo(1);
        assertThat(pollen().lastPosition()).isEqualTo(4);
    }

    @Test
    void followsTheEditionsCurrentQuorum() {
        history.record(eligible(POLLEN), assigned(POLLEN, "Ada"), reviewed(POLLEN, "Ada", "0.5"), policy(2, 1));

        assertThat(pollen().progress().reviews().quorumRequired()).isEqualTo(1);
        assertThatPollenIs(Stage.UNDER_REVIEW, NextStep.SHORTLIST_OR_DECLINE);
    }

    @Test
    void stopsAtAnEventOfAnApplicationNobodySubmitted() {
        assertThatIllegalStateException().isThrownBy(() -> history.record(eligible(QEVLAR)));
    }

    private static DomainEvent[] underReviewWithTwoReviews() {
        return new DomainEvent[] {
            eligible(POLLEN),
            assigned(POLLEN, "Ada"),
            assigned(POLLEN, "Grace"),
            reviewed(POLLEN, "Ada", "0.500000"),
            reviewed(POLLEN, "Grace", "0.500000")
        };
    }

    private void assertThatPollenIs(Stage stage, NextStep nextStep) {
        assertThat(pollen().progress().stage()).isEqualTo(stage);
        assertThat(pollen().progress().nextStep()).isEqualTo(nextStep);
    }

    private WorklistRow pollen() {
        return row(POLLEN);
    }

    private WorklistRow row(StartupId startup) {
        return history.row(Worklist.APPLICATIONS, applicationOf(startup));
    }
}
