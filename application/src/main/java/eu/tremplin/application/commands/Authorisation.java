package eu.tremplin.application.commands;

import static eu.tremplin.application.problems.EdgeReason.NOT_ALLOWED;
import static eu.tremplin.application.problems.EdgeReason.ON_BEHALF_OF_MISSING;

import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.Role;
import eu.tremplin.domain.applications.ApplicationCommand;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.ReviewerCommand.ChangeCapacity;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.cohorts.CohortCommand.AcceptOffer;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineOffer;
import eu.tremplin.domain.cohorts.CohortCommand.LeaveWaitlist;
import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
import eu.tremplin.domain.participations.ParticipationCommand;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.shared.DomainCommand;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides whether a caller may send a command: by role, and where a role reaches its own things only, by what is its
 * own.
 */
@Component
final class Authorisation {

    private final Ownership ownership;

    Authorisation(Ownership ownership) {
        this.ownership = ownership;
    }

    /** Lets the command pass and answers for whom the caller acts, where that is somebody else. */
    @Nullable
    String authorise(CommandContext context, DomainCommand command) {
        Caller caller = context.caller();
        Permission permission = Permissions.of(command.getClass());
        if (context.onBehalfOfApplicant()) {
            permit(overlaps(caller.roles(), permission.onBehalf()));
            return "applicant:" + applicationOf(command);
        }
        if (!overlaps(caller.roles(), permission.roles()) && overlaps(caller.roles(), permission.onBehalf())) {
            throw Problem.because(ON_BEHALF_OF_MISSING);
        }
        permit(caller.roles().stream()
                .anyMatch(role -> permission.roles().contains(role) && reaches(role, caller, command)));
        return null;
    }

    /** Whether the command is within what somebody of this role may touch. */
    private boolean reaches(Role role, Caller caller, DomainCommand command) {
        return switch (role) {
            case PM, CH, LD, MT, DPO, AN, AU, SYS -> true;
            case AP -> caller instanceof Caller.Applicant applicant && isOwn(applicant, command);
            case RV -> isOwnReviewer(caller, command);
            case PT ->
                caller.partner().filter(partner -> isOwn(partner, command)).isPresent();
        };
    }

    private static boolean isOwn(Caller.Applicant applicant, DomainCommand command) {
        return switch (command) {
            case SubmitApplication c ->
                c.application().equals(applicant.application())
                        && c.edition().equals(applicant.edition())
                        && c.startup().equals(applicant.startup());
            case ParticipationCommand c -> c.participation().equals(ParticipationId.of(applicant.application()));
            default -> applicant.application().equals(applicationOf(command));
        };
    }

    private boolean isOwnReviewer(Caller caller, DomainCommand command) {
        return switch (command) {
            case DeclareConflict c -> isOwn(c.reviewer(), caller);
            case ChangeCapacity c -> isOwn(c.reviewer(), caller);
            // The others name the person who asks, and the domain decides by that.
            default -> true;
        };
    }

    private boolean isOwn(ReviewerId reviewer, Caller caller) {
        return reviewer.equals(ReviewerId.of(ownership.editionOf(reviewer), caller.person()));
    }

    private boolean isOwn(PartnerId partner, DomainCommand command) {
        return switch (command) {
            case ProposePledge c -> c.partner().equals(partner);
            case OpenPool c -> ownership.partnerOf(c.pledge()).equals(partner);
            case AllocateCredits c -> ownership.partnerOf(c.pool()).equals(partner);
            // The others name the partner of the caller, and the domain decides by that.
            default -> true;
        };
    }

    private static @Nullable ApplicationId applicationOf(DomainCommand command) {
        return switch (command) {
            case ApplicationCommand c -> c.application();
            case AcceptOffer c -> c.application();
            case DeclineOffer c -> c.application();
            case LeaveWaitlist c -> c.application();
            default -> null;
        };
    }

    private static boolean overlaps(Set<Role> some, Set<Role> others) {
        return !Collections.disjoint(some, others);
    }

    private static void permit(boolean allowed) {
        if (!allowed) {
            throw Problem.because(NOT_ALLOWED);
        }
    }
}
