package eu.tremplin.domain;

import static java.util.Map.entry;

import eu.tremplin.domain.applications.ApplicationCommand.AbstainReview;
import eu.tremplin.domain.applications.ApplicationCommand.AssignReviewer;
import eu.tremplin.domain.applications.ApplicationCommand.CheckEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.RecallAssignment;
import eu.tremplin.domain.applications.ApplicationCommand.RecuseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ReviseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.applications.ApplicationCommand.VoidReview;
import eu.tremplin.domain.applications.ApplicationCommand.WaiveEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.WithdrawApplication;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationWithdrawn;
import eu.tremplin.domain.applications.ApplicationEvent.AssignmentRecalled;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionApproved;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionDrafted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionPublished;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityChecked;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityWaived;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewAbstained;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRecused;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRevised;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewVoided;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewerAssigned;
import eu.tremplin.domain.applications.ReviewerCommand.AcceptCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.ChangeCapacity;
import eu.tremplin.domain.applications.ReviewerCommand.ClearConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclineCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.DetectConflicts;
import eu.tremplin.domain.applications.ReviewerCommand.InviteReviewer;
import eu.tremplin.domain.applications.ReviewerCommand.PinNonConflict;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityChanged;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityReturned;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentDeclined;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictCleared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDetected;
import eu.tremplin.domain.applications.ReviewerEvent.NonConflictPinned;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.cohorts.CohortCommand.AcceptOffer;
import eu.tremplin.domain.cohorts.CohortCommand.AdmitApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineOffer;
import eu.tremplin.domain.cohorts.CohortCommand.ExpireOffer;
import eu.tremplin.domain.cohorts.CohortCommand.FormCohort;
import eu.tremplin.domain.cohorts.CohortCommand.LeaveWaitlist;
import eu.tremplin.domain.cohorts.CohortCommand.WaitlistApplication;
import eu.tremplin.domain.cohorts.CohortEvent.CohortFormed;
import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.cohorts.CohortEvent.OfferDeclined;
import eu.tremplin.domain.cohorts.CohortEvent.OfferExpired;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.cohorts.CohortEvent.SeatFreed;
import eu.tremplin.domain.cohorts.CohortEvent.SeatReserved;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistLeft;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistPromoted;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistRanked;
import eu.tremplin.domain.credits.CreditGrantCommand.ExpireCredits;
import eu.tremplin.domain.credits.CreditGrantCommand.RecordUsage;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditGrantEvent.UsageRecorded;
import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolClosed;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolRevised;
import eu.tremplin.domain.editions.EditionCommand.AdoptPolicy;
import eu.tremplin.domain.editions.EditionCommand.CancelEdition;
import eu.tremplin.domain.editions.EditionCommand.CloseCall;
import eu.tremplin.domain.editions.EditionCommand.EndEdition;
import eu.tremplin.domain.editions.EditionCommand.ExtendDeadline;
import eu.tremplin.domain.editions.EditionCommand.GrantDeadlineOverride;
import eu.tremplin.domain.editions.EditionCommand.OpenCall;
import eu.tremplin.domain.editions.EditionCommand.PlanEdition;
import eu.tremplin.domain.editions.EditionCommand.PublishRubric;
import eu.tremplin.domain.editions.EditionCommand.ReopenCall;
import eu.tremplin.domain.editions.EditionCommand.RevokeDeadlineOverride;
import eu.tremplin.domain.editions.EditionCommand.SetCap;
import eu.tremplin.domain.editions.EditionCommand.SetDeadlines;
import eu.tremplin.domain.editions.EditionCommand.StartEdition;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.CallReopened;
import eu.tremplin.domain.editions.EditionEvent.CapReached;
import eu.tremplin.domain.editions.EditionEvent.CapSet;
import eu.tremplin.domain.editions.EditionEvent.DeadlineExtended;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideRevoked;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionEvent.RubricPublished;
import eu.tremplin.domain.editions.IntakeEvent.PlaceTaken;
import eu.tremplin.domain.outcomes.StartupCommand.RecordPastParticipation;
import eu.tremplin.domain.outcomes.StartupCommand.RegisterStartup;
import eu.tremplin.domain.outcomes.StartupCommand.ReportOutcome;
import eu.tremplin.domain.outcomes.StartupEvent.OutcomeReported;
import eu.tremplin.domain.outcomes.StartupEvent.PastParticipationRecorded;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import eu.tremplin.domain.participations.ParticipationCommand.AssessMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.CompleteOnboardingTask;
import eu.tremplin.domain.participations.ParticipationCommand.EnrolStartup;
import eu.tremplin.domain.participations.ParticipationCommand.GraduateStartup;
import eu.tremplin.domain.participations.ParticipationCommand.PlanMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.ReportMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.WaiveMilestone;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneAssessed;
import eu.tremplin.domain.participations.ParticipationEvent.MilestonePlanned;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneReported;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneWaived;
import eu.tremplin.domain.participations.ParticipationEvent.OnboardingTaskCompleted;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.partners.PartnerCommand.InvitePartner;
import eu.tremplin.domain.partners.PartnerEvent.PartnerInvited;
import eu.tremplin.domain.partners.PledgeCommand.CommitPledge;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.partners.PledgeCommand.ResumePledge;
import eu.tremplin.domain.partners.PledgeCommand.RevisePledge;
import eu.tremplin.domain.partners.PledgeCommand.SuspendPledge;
import eu.tremplin.domain.partners.PledgeCommand.WithdrawPledge;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeResumed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeRevised;
import eu.tremplin.domain.partners.PledgeEvent.PledgeSuspended;
import eu.tremplin.domain.partners.PledgeEvent.PledgeWithdrawn;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.DomainEvent;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each command can lead to, all of it or a part: one line per command, and no command without one. */
public final class Effects {

    private static final Map<Class<? extends DomainCommand>, Set<Class<? extends DomainEvent>>> BY_COMMAND =
            Map.ofEntries(
                    entry(PlanEdition.class, of(EditionPlanned.class)),
                    entry(PublishRubric.class, of(RubricPublished.class)),
                    entry(AdoptPolicy.class, of(PolicyAdopted.class)),
                    entry(SetDeadlines.class, of(DeadlinesSet.class)),
                    entry(SetCap.class, of(CapSet.class)),
                    entry(OpenCall.class, of(CallOpened.class)),
                    entry(ExtendDeadline.class, of(DeadlineExtended.class)),
                    entry(CloseCall.class, of(CallClosed.class)),
                    entry(ReopenCall.class, of(CallReopened.class)),
                    entry(GrantDeadlineOverride.class, of(DeadlineOverrideGranted.class)),
                    entry(RevokeDeadlineOverride.class, of(DeadlineOverrideRevoked.class)),
                    entry(StartEdition.class, of(EditionStarted.class)),
                    entry(EndEdition.class, of(EditionEnded.class)),
                    entry(CancelEdition.class, of(EditionCancelled.class)),
                    entry(InvitePartner.class, of(PartnerInvited.class)),
                    entry(ProposePledge.class, of(PledgeProposed.class)),
                    entry(CommitPledge.class, of(PledgeCommitted.class)),
                    entry(RevisePledge.class, of(PledgeRevised.class, PoolRevised.class)),
                    entry(SuspendPledge.class, of(PledgeSuspended.class)),
                    entry(ResumePledge.class, of(PledgeResumed.class)),
                    entry(WithdrawPledge.class, of(PledgeWithdrawn.class, PoolClosed.class)),
                    entry(
                            SubmitApplication.class,
                            of(ApplicationSubmitted.class, PlaceTaken.class, CapReached.class, CallClosed.class)),
                    entry(WithdrawApplication.class, of(ApplicationWithdrawn.class)),
                    entry(CheckEligibility.class, of(EligibilityChecked.class)),
                    entry(WaiveEligibility.class, of(EligibilityWaived.class)),
                    entry(AssignReviewer.class, of(ReviewerAssigned.class, CapacityTaken.class)),
                    entry(SubmitReview.class, of(ReviewSubmitted.class)),
                    entry(ReviseReview.class, of(ReviewRevised.class)),
                    entry(RecallAssignment.class, of(AssignmentRecalled.class, CapacityReturned.class)),
                    entry(AbstainReview.class, of(ReviewAbstained.class, CapacityReturned.class)),
                    entry(RecuseReview.class, of(ReviewRecused.class, CapacityReturned.class, ConflictDeclared.class)),
                    entry(VoidReview.class, of(ReviewVoided.class)),
                    entry(ShortlistApplication.class, of(ApplicationShortlisted.class)),
                    entry(InviteReviewer.class, of(ReviewerInvited.class)),
                    entry(AcceptCommitment.class, of(CommitmentAccepted.class)),
                    entry(DeclineCommitment.class, of(CommitmentDeclined.class)),
                    entry(ChangeCapacity.class, of(CapacityChanged.class)),
                    entry(ReleaseReviewer.class, of(ReviewerReleased.class)),
                    entry(DeclareConflict.class, of(ConflictDeclared.class)),
                    entry(DetectConflicts.class, of(ConflictDetected.class)),
                    entry(PinNonConflict.class, of(NonConflictPinned.class)),
                    entry(ClearConflict.class, of(ConflictCleared.class)),
                    entry(FormCohort.class, of(CohortFormed.class)),
                    entry(
                            AdmitApplication.class,
                            of(
                                    DecisionDrafted.class,
                                    DecisionApproved.class,
                                    DecisionPublished.class,
                                    SeatReserved.class,
                                    OfferMade.class)),
                    entry(
                            WaitlistApplication.class,
                            of(
                                    DecisionDrafted.class,
                                    DecisionApproved.class,
                                    DecisionPublished.class,
                                    WaitlistRanked.class)),
                    entry(
                            DeclineApplication.class,
                            of(DecisionDrafted.class, DecisionApproved.class, DecisionPublished.class)),
                    entry(AcceptOffer.class, of(OfferAccepted.class)),
                    entry(
                            DeclineOffer.class,
                            of(OfferDeclined.class, SeatFreed.class, WaitlistPromoted.class, OfferMade.class)),
                    entry(
                            ExpireOffer.class,
                            of(OfferExpired.class, SeatFreed.class, WaitlistPromoted.class, OfferMade.class)),
                    entry(LeaveWaitlist.class, of(WaitlistLeft.class)),
                    entry(EnrolStartup.class, of(StartupEnrolled.class)),
                    entry(CompleteOnboardingTask.class, of(OnboardingTaskCompleted.class)),
                    entry(PlanMilestone.class, of(MilestonePlanned.class)),
                    entry(ReportMilestone.class, of(MilestoneReported.class)),
                    entry(AssessMilestone.class, of(MilestoneAssessed.class)),
                    entry(WaiveMilestone.class, of(MilestoneWaived.class)),
                    entry(GraduateStartup.class, of(StartupGraduated.class)),
                    entry(OpenPool.class, of(PoolOpened.class)),
                    entry(AllocateCredits.class, of(CreditsAllocated.class, GrantOpened.class)),
                    entry(RecordUsage.class, of(UsageRecorded.class, CreditsConsumed.class)),
                    entry(ExpireCredits.class, of(CreditsExpired.class)),
                    entry(RegisterStartup.class, of(StartupRegistered.class)),
                    entry(RecordPastParticipation.class, of(PastParticipationRecorded.class)),
                    entry(ReportOutcome.class, of(OutcomeReported.class)));

    private Effects() {}

    /** The events that a command can lead to; none for one that is not known. */
    public static Set<Class<? extends DomainEvent>> of(Class<? extends DomainCommand> command) {
        return BY_COMMAND.getOrDefault(command, Set.of());
    }

    /** The commands that can lead to an event, by name. */
    public static List<Class<? extends DomainCommand>> causes(Class<? extends DomainEvent> event) {
        return BY_COMMAND.entrySet().stream()
                .filter(effects -> effects.getValue().contains(event))
                .<Class<? extends DomainCommand>>map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    @SafeVarargs
    private static Set<Class<? extends DomainEvent>> of(Class<? extends DomainEvent>... events) {
        var all = new HashSet<Class<? extends DomainEvent>>();
        for (Class<? extends DomainEvent> event : events) {
            all.add(event);
        }
        return Set.copyOf(all);
    }
}
