package eu.tremplin.application.commands;

import static eu.tremplin.application.commands.Permission.by;
import static eu.tremplin.application.security.Role.AP;
import static eu.tremplin.application.security.Role.CH;
import static eu.tremplin.application.security.Role.LD;
import static eu.tremplin.application.security.Role.PM;
import static eu.tremplin.application.security.Role.PT;
import static eu.tremplin.application.security.Role.RV;
import static eu.tremplin.application.security.Role.SYS;
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
import eu.tremplin.domain.applications.ReviewerCommand.AcceptCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.ChangeCapacity;
import eu.tremplin.domain.applications.ReviewerCommand.ClearConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclineCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.DetectConflicts;
import eu.tremplin.domain.applications.ReviewerCommand.InviteReviewer;
import eu.tremplin.domain.applications.ReviewerCommand.PinNonConflict;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.cohorts.CohortCommand.AcceptOffer;
import eu.tremplin.domain.cohorts.CohortCommand.AdmitApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineOffer;
import eu.tremplin.domain.cohorts.CohortCommand.ExpireOffer;
import eu.tremplin.domain.cohorts.CohortCommand.FormCohort;
import eu.tremplin.domain.cohorts.CohortCommand.LeaveWaitlist;
import eu.tremplin.domain.cohorts.CohortCommand.WaitlistApplication;
import eu.tremplin.domain.credits.CreditGrantCommand.ExpireCredits;
import eu.tremplin.domain.credits.CreditGrantCommand.RecordUsage;
import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
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
import eu.tremplin.domain.outcomes.StartupCommand.RecordPastParticipation;
import eu.tremplin.domain.outcomes.StartupCommand.RegisterStartup;
import eu.tremplin.domain.outcomes.StartupCommand.ReportOutcome;
import eu.tremplin.domain.participations.ParticipationCommand.AssessMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.CompleteOnboardingTask;
import eu.tremplin.domain.participations.ParticipationCommand.EnrolStartup;
import eu.tremplin.domain.participations.ParticipationCommand.GraduateStartup;
import eu.tremplin.domain.participations.ParticipationCommand.PlanMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.ReportMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.WaiveMilestone;
import eu.tremplin.domain.partners.PartnerCommand.InvitePartner;
import eu.tremplin.domain.partners.PledgeCommand.CommitPledge;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.partners.PledgeCommand.ResumePledge;
import eu.tremplin.domain.partners.PledgeCommand.RevisePledge;
import eu.tremplin.domain.partners.PledgeCommand.SuspendPledge;
import eu.tremplin.domain.partners.PledgeCommand.WithdrawPledge;
import eu.tremplin.domain.shared.DomainCommand;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who may send which command: one line per command, and no command without one. */
public final class Permissions {

    private static final Map<Class<? extends DomainCommand>, Permission> BY_COMMAND = Map.ofEntries(
            entry(PlanEdition.class, by(PM)),
            entry(PublishRubric.class, by(CH)),
            entry(AdoptPolicy.class, by(CH)),
            entry(SetDeadlines.class, by(PM)),
            entry(SetCap.class, by(PM)),
            entry(OpenCall.class, by(PM)),
            entry(ExtendDeadline.class, by(PM)),
            entry(CloseCall.class, by(PM)),
            entry(ReopenCall.class, by(PM)),
            entry(GrantDeadlineOverride.class, by(PM)),
            entry(RevokeDeadlineOverride.class, by(PM)),
            entry(StartEdition.class, by(PM)),
            entry(EndEdition.class, by(PM)),
            entry(CancelEdition.class, by(PM)),
            entry(InvitePartner.class, by(PM)),
            entry(ProposePledge.class, by(PM, PT)),
            entry(CommitPledge.class, by(PT)),
            entry(RevisePledge.class, by(PT)),
            entry(SuspendPledge.class, by(PT)),
            entry(ResumePledge.class, by(PT)),
            entry(WithdrawPledge.class, by(PT)),
            entry(SubmitApplication.class, by(AP).orOnBehalfBy(PM, LD)),
            entry(WithdrawApplication.class, by(AP).orOnBehalfBy(PM)),
            entry(CheckEligibility.class, by(LD, PM, SYS)),
            entry(WaiveEligibility.class, by(CH)),
            entry(AssignReviewer.class, by(LD, CH, PM)),
            entry(SubmitReview.class, by(RV)),
            entry(ReviseReview.class, by(RV)),
            entry(RecallAssignment.class, by(LD, CH, PM)),
            entry(AbstainReview.class, by(RV)),
            entry(RecuseReview.class, by(RV)),
            entry(VoidReview.class, by(CH)),
            entry(ShortlistApplication.class, by(LD, CH)),
            entry(InviteReviewer.class, by(LD, CH, PM)),
            entry(AcceptCommitment.class, by(RV)),
            entry(DeclineCommitment.class, by(RV)),
            entry(ChangeCapacity.class, by(RV, LD, CH, PM)),
            entry(ReleaseReviewer.class, by(LD, CH, PM)),
            entry(DeclareConflict.class, by(RV, LD, CH)),
            entry(DetectConflicts.class, by(LD, CH, SYS)),
            entry(PinNonConflict.class, by(CH)),
            entry(ClearConflict.class, by(CH)),
            entry(FormCohort.class, by(PM, SYS)),
            entry(AdmitApplication.class, by(CH)),
            entry(WaitlistApplication.class, by(CH)),
            entry(DeclineApplication.class, by(CH)),
            entry(AcceptOffer.class, by(AP).orOnBehalfBy(PM, LD)),
            entry(DeclineOffer.class, by(AP).orOnBehalfBy(PM, LD)),
            entry(ExpireOffer.class, by(PM, SYS)),
            entry(LeaveWaitlist.class, by(AP).orOnBehalfBy(PM, LD)),
            entry(EnrolStartup.class, by(PM, SYS)),
            entry(CompleteOnboardingTask.class, by(PM, LD, AP)),
            entry(PlanMilestone.class, by(PM, LD)),
            entry(ReportMilestone.class, by(PM, LD, AP)),
            entry(AssessMilestone.class, by(PM, LD)),
            entry(WaiveMilestone.class, by(PM, CH)),
            entry(GraduateStartup.class, by(PM, CH)),
            entry(OpenPool.class, by(PM, PT)),
            entry(AllocateCredits.class, by(PM, PT)),
            entry(RecordUsage.class, by(PT)),
            entry(ExpireCredits.class, by(PM, SYS)),
            entry(RegisterStartup.class, by(PM, LD)),
            entry(RecordPastParticipation.class, by(PM)),
            entry(ReportOutcome.class, by(PM, LD)));

    private Permissions() {}

    public static Permission of(Class<? extends DomainCommand> command) {
        return Objects.requireNonNull(BY_COMMAND.get(command), () -> "nobody may send " + command);
    }

    static Set<Class<? extends DomainCommand>> commands() {
        return BY_COMMAND.keySet();
    }
}
