package eu.tremplin.projections.funnel;

import static eu.tremplin.projections.Cast.COHORT;
import static eu.tremplin.projections.Cast.EDITION;
import static eu.tremplin.projections.Cast.POLLEN;
import static eu.tremplin.projections.Cast.QEVLAR;
import static eu.tremplin.projections.Cast.RECEIVED;
import static eu.tremplin.projections.Cast.applicationOf;
import static eu.tremplin.projections.Cast.assigned;
import static eu.tremplin.projections.Cast.ciphertext;
import static eu.tremplin.projections.Cast.decided;
import static eu.tremplin.projections.Cast.eligible;
import static eu.tremplin.projections.Cast.enrolled;
import static eu.tremplin.projections.Cast.ineligible;
import static eu.tremplin.projections.Cast.participationOf;
import static eu.tremplin.projections.Cast.planned;
import static eu.tremplin.projections.Cast.recused;
import static eu.tremplin.projections.Cast.submitted;
import static eu.tremplin.projections.Cast.voided;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationWithdrawn;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityWaived;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.cohorts.CohortEvent.OfferDeclined;
import eu.tremplin.domain.cohorts.CohortEvent.OfferExpired;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistLeft;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistPromoted;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.projections.kit.History;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FunnelTest {

    private final History history = new History(new Funnel());

    @BeforeEach
    void pollenAppliesToAPlannedEdition() {
        history.record(planned(), submitted(POLLEN));
    }

    /** An application is in one stage at a time, so the stages add up at the end of every test. */
    @AfterEach
    void whatIsInTheStagesSumsToWhatWasSubmitted() {
        int current = history.rows(Funnel.STAGES).stream()
                .mapToInt(FunnelRow::current)
                .sum();
        assertThat(current).isEqualTo(stage(FunnelStage.SUBMITTED).entered());
        assertThat(history.rows(Funnel.STAGES))
                .allSatisfy(row -> assertThat(row.movedOn()).isEqualTo(row.entered() - row.current()));
    }

    @Test
    void showsEveryStageOfAPlannedEdition() {
        assertThat(history.rows(Funnel.STAGES)).hasSize(FunnelStage.values().length);
        assertThat(stage(FunnelStage.GRADUATED)).isEqualTo(new FunnelRow(EDITION, FunnelStage.GRADUATED, 15, 0, 0, 0));
    }

    @Test
    void countsASubmission() {
        history.record(submitted(QEVLAR));

        assertThat(stage(FunnelStage.SUBMITTED)).isEqualTo(new FunnelRow(EDITION, FunnelStage.SUBMITTED, 1, 2, 2, 0));
    }

    @Test
    void countsWhatMovedOnAsEnteredInBothStages() {
        history.record(eligible(POLLEN));

        assertThat(stage(FunnelStage.SUBMITTED)).isEqualTo(new FunnelRow(EDITION, FunnelStage.SUBMITTED, 1, 1, 0, 1));
        assertThat(stage(FunnelStage.ELIGIBLE)).isEqualTo(new FunnelRow(EDITION, FunnelStage.ELIGIBLE, 4, 1, 1, 0));
    }

    @Test
    void countsAWaivedApplicationAsIneligibleOnceAndEligibleNow() {
        history.record(ineligible(POLLEN), new EligibilityWaived(applicationOf(POLLEN), ciphertext(POLLEN, "reason")));

        assertThat(stage(FunnelStage.INELIGIBLE).entered()).isEqualTo(1);
        assertThatPollenIsIn(FunnelStage.ELIGIBLE);
    }

    @Test
    void countsAnApplicationUnderReviewOnceWhateverTheNumberOfReviewers() {
        history.record(eligible(POLLEN), assigned(POLLEN, "Ada"), assigned(POLLEN, "Grace"));

        assertThat(stage(FunnelStage.UNDER_REVIEW).entered()).isEqualTo(1);
        assertThatPollenIsIn(FunnelStage.UNDER_REVIEW);
    }

    @Test
    void countsWhatComesBackFromTheShortlistOnceInEachStage() {
        shortlistPollen();
        history.record(voided(POLLEN, "Ada", new Quorum(0, 1)));
        assertThatPollenIsIn(FunnelStage.UNDER_REVIEW);
        assertThat(stage(FunnelStage.UNDER_REVIEW).entered()).isEqualTo(1);
        assertThat(stage(FunnelStage.SHORTLISTED).entered()).isEqualTo(1);

        history.record(recused(POLLEN, "Grace", new Quorum(0, 1)));
        assertThatPollenIsIn(FunnelStage.UNDER_REVIEW);

        history.record(new ApplicationShortlisted(applicationOf(POLLEN), 1, new Quorum(1, 1)));
        assertThatPollenIsIn(FunnelStage.SHORTLISTED);
        assertThat(stage(FunnelStage.SHORTLISTED).entered()).isEqualTo(1);
    }

    @Test
    void leavesOnTheShortlistWhatHasEnoughReviews() {
        shortlistPollen();
        history.record(voided(POLLEN, "Ada", new Quorum(1, 1)));

        assertThatPollenIsIn(FunnelStage.SHORTLISTED);
    }

    @Test
    void countsAWithdrawal() {
        history.record(new ApplicationWithdrawn(applicationOf(POLLEN), EDITION, POLLEN, ciphertext(POLLEN, "reason")));

        assertThatPollenIsIn(FunnelStage.WITHDRAWN);
    }

    @Test
    void followsAnAdmissionToGraduation() {
        shortlistPollen();
        history.record(
                decided(POLLEN, DecisionOutcome.ADMITTED), new OfferMade(COHORT, 1, applicationOf(POLLEN), RECEIVED));
        assertThatPollenIsIn(FunnelStage.ADMITTED);

        history.record(new OfferAccepted(COHORT, 1, applicationOf(POLLEN)));
        assertThatPollenIsIn(FunnelStage.OFFER_ACCEPTED);

        history.record(enrolled(POLLEN));
        assertThatPollenIsIn(FunnelStage.ENROLLED);

        history.record(new StartupGraduated(participationOf(POLLEN), EDITION, POLLEN, RECEIVED));
        assertThatPollenIsIn(FunnelStage.GRADUATED);
        assertThat(history.rows(Funnel.STAGES))
                .filteredOn(row -> row.entered() == 1)
                .extracting(FunnelRow::stage)
                .containsExactlyInAnyOrder(
                        FunnelStage.SUBMITTED,
                        FunnelStage.ELIGIBLE,
                        FunnelStage.UNDER_REVIEW,
                        FunnelStage.SHORTLISTED,
                        FunnelStage.ADMITTED,
                        FunnelStage.OFFER_ACCEPTED,
                        FunnelStage.ENROLLED,
                        FunnelStage.GRADUATED);
    }

    @Test
    void countsAPromotionFromTheWaitlistAsAnAdmission() {
        shortlistPollen();
        history.record(decided(POLLEN, DecisionOutcome.WAITLISTED));
        assertThatPollenIsIn(FunnelStage.WAITLISTED);

        history.record(new WaitlistPromoted(COHORT, 1, applicationOf(POLLEN), 1, List.of()));

        assertThatPollenIsIn(FunnelStage.ADMITTED);
    }

    @Test
    void countsWhoLeavesTheWaitlist() {
        history.record(decided(POLLEN, DecisionOutcome.WAITLISTED), new WaitlistLeft(COHORT, applicationOf(POLLEN), 1));

        assertThatPollenIsIn(FunnelStage.WAITLIST_LEFT);
    }

    @Test
    void tellsADeclinedOfferFromADeclinedApplication() {
        history.record(
                decided(POLLEN, DecisionOutcome.DECLINED),
                submitted(QEVLAR),
                decided(QEVLAR, DecisionOutcome.ADMITTED),
                new OfferDeclined(COHORT, 1, applicationOf(QEVLAR), ciphertext(QEVLAR, "reason")));

        assertThat(stage(FunnelStage.DECLINED).current()).isEqualTo(1);
        assertThat(stage(FunnelStage.OFFER_DECLINED).current()).isEqualTo(1);
    }

    @Test
    void countsAnExpiredOffer() {
        history.record(decided(POLLEN, DecisionOutcome.ADMITTED), new OfferExpired(COHORT, 1, applicationOf(POLLEN)));

        assertThatPollenIsIn(FunnelStage.OFFER_EXPIRED);
    }

    private void shortlistPollen() {
        history.record(
                eligible(POLLEN),
                assigned(POLLEN, "Ada"),
                new ApplicationShortlisted(applicationOf(POLLEN), 1, new Quorum(1, 1)));
    }

    private void assertThatPollenIsIn(FunnelStage stage) {
        assertThat(history.rows(Funnel.STAGES))
                .filteredOn(row -> row.current() == 1)
                .extracting(FunnelRow::stage)
                .containsExactly(stage);
    }

    private FunnelRow stage(FunnelStage stage) {
        return history.row(Funnel.STAGES, EDITION, stage);
    }
}
