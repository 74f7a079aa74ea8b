package eu.tremplin.domain;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.IntakeEvent;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.domain.shared.DomainEvent;
import java.util.List;

/**
 * The stored name of every event. These strings are data in every log ever written: a class may be renamed or moved,
 * its name here may not change. Where an event takes a new form, its revision rises by one and the {@link Upcaster}
 * from the former one is named here.
 */
public final class EventTypes {

    private static final List<EventType> ALL = List.of(
            event("editions.EditionPlanned", EditionEvent.EditionPlanned.class),
            event("editions.RubricPublished", EditionEvent.RubricPublished.class),
            event("editions.PolicyAdopted", EditionEvent.PolicyAdopted.class),
            event("editions.DeadlinesSet", EditionEvent.DeadlinesSet.class),
            event("editions.CapSet", EditionEvent.CapSet.class),
            event("editions.CallOpened", EditionEvent.CallOpened.class),
            event("editions.DeadlineExtended", EditionEvent.DeadlineExtended.class),
            event("editions.CallClosed", EditionEvent.CallClosed.class),
            event("editions.CapReached", EditionEvent.CapReached.class),
            event("editions.CallReopened", EditionEvent.CallReopened.class),
            event("editions.DeadlineOverrideGranted", EditionEvent.DeadlineOverrideGranted.class),
            event("editions.DeadlineOverrideRevoked", EditionEvent.DeadlineOverrideRevoked.class),
            event("editions.EditionStarted", EditionEvent.EditionStarted.class),
            event("editions.EditionEnded", EditionEvent.EditionEnded.class),
            event("editions.EditionCancelled", EditionEvent.EditionCancelled.class),
            event("editions.PlaceTaken", IntakeEvent.PlaceTaken.class),
            event("partners.PartnerInvited", PartnerEvent.PartnerInvited.class),
            event("partners.PledgeProposed", PledgeEvent.PledgeProposed.class),
            event("partners.PledgeCommitted", PledgeEvent.PledgeCommitted.class),
            event("partners.PledgeRevised", PledgeEvent.PledgeRevised.class),
            event("partners.PledgeSuspended", PledgeEvent.PledgeSuspended.class),
            event("partners.PledgeResumed", PledgeEvent.PledgeResumed.class),
            event("partners.PledgeWithdrawn", PledgeEvent.PledgeWithdrawn.class),
            event("applications.ApplicationSubmitted", ApplicationEvent.ApplicationSubmitted.class),
            event("applications.ApplicationWithdrawn", ApplicationEvent.ApplicationWithdrawn.class),
            event("applications.EligibilityChecked", ApplicationEvent.EligibilityChecked.class),
            event("applications.EligibilityWaived", ApplicationEvent.EligibilityWaived.class),
            event("applications.ReviewerAssigned", ApplicationEvent.ReviewerAssigned.class),
            event("applications.ReviewSubmitted", ApplicationEvent.ReviewSubmitted.class),
            event("applications.ReviewRevised", ApplicationEvent.ReviewRevised.class),
            event("applications.AssignmentRecalled", ApplicationEvent.AssignmentRecalled.class),
            event("applications.ReviewAbstained", ApplicationEvent.ReviewAbstained.class),
            event("applications.ReviewRecused", ApplicationEvent.ReviewRecused.class),
            event("applications.ReviewVoided", ApplicationEvent.ReviewVoided.class),
            event("applications.ApplicationShortlisted", ApplicationEvent.ApplicationShortlisted.class),
            event("applications.DecisionDrafted", ApplicationEvent.DecisionDrafted.class),
            event("applications.DecisionApproved", ApplicationEvent.DecisionApproved.class),
            event("applications.DecisionPublished", ApplicationEvent.DecisionPublished.class),
            event("applications.ReviewerInvited", ReviewerEvent.ReviewerInvited.class),
            event("applications.CommitmentAccepted", ReviewerEvent.CommitmentAccepted.class),
            event("applications.CommitmentDeclined", ReviewerEvent.CommitmentDeclined.class),
            event("applications.CapacityChanged", ReviewerEvent.CapacityChanged.class),
            event("applications.ReviewerReleased", ReviewerEvent.ReviewerReleased.class),
            // Before the second form every conflict was without end.
            event(
                    "applications.ConflictDeclared",
                    ReviewerEvent.ConflictDeclared.class,
                    new Upcaster(1, stored -> stored)),
            event("applications.ConflictDetected", ReviewerEvent.ConflictDetected.class),
            event("applications.NonConflictPinned", ReviewerEvent.NonConflictPinned.class),
            event("applications.ConflictCleared", ReviewerEvent.ConflictCleared.class),
            event("applications.CapacityTaken", ReviewerEvent.CapacityTaken.class),
            event("applications.CapacityReturned", ReviewerEvent.CapacityReturned.class),
            event("cohorts.CohortFormed", CohortEvent.CohortFormed.class),
            event("cohorts.SeatReserved", CohortEvent.SeatReserved.class),
            event("cohorts.OfferMade", CohortEvent.OfferMade.class),
            event("cohorts.OfferAccepted", CohortEvent.OfferAccepted.class),
            event("cohorts.OfferDeclined", CohortEvent.OfferDeclined.class),
            event("cohorts.OfferExpired", CohortEvent.OfferExpired.class),
            event("cohorts.SeatFreed", CohortEvent.SeatFreed.class),
            event("cohorts.WaitlistRanked", CohortEvent.WaitlistRanked.class),
            event("cohorts.WaitlistLeft", CohortEvent.WaitlistLeft.class),
            event("cohorts.WaitlistPromoted", CohortEvent.WaitlistPromoted.class),
            event("participations.StartupEnrolled", ParticipationEvent.StartupEnrolled.class),
            event("participations.OnboardingTaskCompleted", ParticipationEvent.OnboardingTaskCompleted.class),
            event("participations.MilestonePlanned", ParticipationEvent.MilestonePlanned.class),
            event("participations.MilestoneReported", ParticipationEvent.MilestoneReported.class),
            event("participations.MilestoneAssessed", ParticipationEvent.MilestoneAssessed.class),
            event("participations.MilestoneWaived", ParticipationEvent.MilestoneWaived.class),
            event("participations.StartupGraduated", ParticipationEvent.StartupGraduated.class),
            event("credits.PoolOpened", CreditPoolEvent.PoolOpened.class),
            event("credits.PoolRevised", CreditPoolEvent.PoolRevised.class),
            event("credits.PoolClosed", CreditPoolEvent.PoolClosed.class),
            event("credits.CreditsAllocated", CreditPoolEvent.CreditsAllocated.class),
            event("credits.GrantOpened", CreditGrantEvent.GrantOpened.class),
            event("credits.UsageRecorded", CreditGrantEvent.UsageRecorded.class),
            event("credits.CreditsConsumed", CreditGrantEvent.CreditsConsumed.class),
            event("credits.CreditsExpired", CreditGrantEvent.CreditsExpired.class),
            event("outcomes.StartupRegistered", StartupEvent.StartupRegistered.class),
            event("outcomes.PastParticipationRecorded", StartupEvent.PastParticipationRecorded.class),
            event("outcomes.OutcomeReported", StartupEvent.OutcomeReported.class));

    private EventTypes() {}

    public static List<EventType> all() {
        return ALL;
    }

    private static EventType event(String name, Class<? extends DomainEvent> type, Upcaster... upcasters) {
        return new EventType(name, 1 + upcasters.length, type, List.of(upcasters));
    }

    /**
     * How one class of events is named in the log.
     *
     * @param revision of its present form, from 1
     * @param upcasters one from each older revision, in any order
     */
    public record EventType(String name, int revision, Class<? extends DomainEvent> type, List<Upcaster> upcasters) {

        public EventType {
            upcasters = List.copyOf(upcasters);
        }

        /** An event that has had one form only. */
        public EventType(String name, int revision, Class<? extends DomainEvent> type) {
            this(name, revision, type, List.of());
        }
    }
}
