package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Eligibility;
import eu.tremplin.domain.editions.StartupProfile;
import eu.tremplin.domain.shared.Claim;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has happened to an application. */
public sealed interface ApplicationEvent extends DomainEvent {

    ApplicationId application();

    /**
     * The application was submitted.
     *
     * @param receivedAt the instant that was held against the enforced deadline
     */
    record ApplicationSubmitted(
            ApplicationId application,
            EditionId edition,
            StartupId startup,
            int revision,
            Instant receivedAt,
            PersonalText contactName,
            PersonalText contactEmail,
            PersonalText pitch,
            StartupProfile profile)
            implements ApplicationEvent, InEdition {

        @Override
        public List<Claim> claims() {
            return List.of(LiveApplication.of(edition, startup));
        }
    }

    /** The application was taken back before its decision, and the startup may apply again. */
    record ApplicationWithdrawn(ApplicationId application, EditionId edition, StartupId startup, PersonalText reason)
            implements ApplicationEvent {

        @Override
        public List<Claim> releases() {
            return List.of(LiveApplication.of(edition, startup));
        }
    }

    /**
     * The edition's eligibility rules were applied.
     *
     * @param profile the inputs the rules looked at
     */
    record EligibilityChecked(
            ApplicationId application,
            int policyVersion,
            boolean eligible,
            List<Eligibility.RuleResult> results,
            StartupProfile profile)
            implements ApplicationEvent {

        public EligibilityChecked {
            results = List.copyOf(results);
        }
    }

    /** The application goes on although it does not meet the rules. */
    record EligibilityWaived(ApplicationId application, PersonalText reason) implements ApplicationEvent {}

    /** A reviewer is to read the application. */
    record ReviewerAssigned(ApplicationId application, ReviewerId reviewer) implements ApplicationEvent {}

    /**
     * A review was handed in.
     *
     * @param revisionSeen revision of the application that was read
     * @param weightedMean Σ weight × (points − lowest) ÷ (highest − lowest) ÷ Σ weight, from 0 to 1, six places
     */
    record ReviewSubmitted(
            ApplicationId application,
            ReviewerId reviewer,
            int revisionSeen,
            int rubricVersion,
            int policyVersion,
            Map<String, Integer> scores,
            BigDecimal weightedMean,
            Recommendation recommendation,
            PersonalText comment)
            implements ApplicationEvent {

        public ReviewSubmitted {
            scores = Collections.unmodifiableMap(new TreeMap<>(scores));
        }
    }

    /**
     * A review was handed in anew; this one counts, and the former stays to be read.
     *
     * @param revisionSeen revision of the application that was read
     * @param weightedMean as of a review that was submitted
     */
    record ReviewRevised(
            ApplicationId application,
            ReviewerId reviewer,
            int revisionSeen,
            int rubricVersion,
            int policyVersion,
            Map<String, Integer> scores,
            BigDecimal weightedMean,
            Recommendation recommendation,
            PersonalText comment)
            implements ApplicationEvent {

        public ReviewRevised {
            scores = Collections.unmodifiableMap(new TreeMap<>(scores));
        }
    }

    /** A reviewer is not to read the application after all. */
    record AssignmentRecalled(ApplicationId application, ReviewerId reviewer, PersonalText reason)
            implements ApplicationEvent {}

    /** A reviewer cannot judge the application, and is not asked again. */
    record ReviewAbstained(ApplicationId application, ReviewerId reviewer, PersonalText reason)
            implements ApplicationEvent {}

    /**
     * A reviewer has stepped out for a conflict of interest. A review of theirs counts for nothing; one that is missed
     * on the shortlist brings the application back under review.
     *
     * @param quorum reviews that count without theirs, of those there have to be
     */
    record ReviewRecused(
            ApplicationId application, ReviewerId reviewer, ConflictKind kind, Quorum quorum, PersonalText reason)
            implements ApplicationEvent {}

    /**
     * A review counts for nothing, and stays to be seen; one that is missed on the shortlist brings the application back
     * under review.
     *
     * @param quorum reviews that count without it, of those there have to be
     */
    record ReviewVoided(ApplicationId application, ReviewerId reviewer, Quorum quorum, PersonalText reason)
            implements ApplicationEvent {}

    /**
     * The application can be decided.
     *
     * @param rank place on the shortlist, from 1
     * @param quorum reviews there were, of those there had to be
     */
    record ApplicationShortlisted(ApplicationId application, int rank, Quorum quorum) implements ApplicationEvent {}

    /**
     * A decision was proposed.
     *
     * @param policyVersion of the policy by which it was decided
     * @param decider name of the user
     */
    record DecisionDrafted(ApplicationId application, DecisionOutcome outcome, int policyVersion, String decider)
            implements ApplicationEvent {}

    /**
     * A decision has the approvals that the policy asks for.
     *
     * @param policyVersion of the policy by which it was decided
     * @param approvers names of the users
     */
    record DecisionApproved(
            ApplicationId application, DecisionOutcome outcome, int policyVersion, List<String> approvers)
            implements ApplicationEvent {

        public DecisionApproved {
            approvers = List.copyOf(approvers);
        }
    }

    /**
     * A decision holds, and the applicant may know it.
     *
     * @param policyVersion of the policy by which it was decided
     */
    record DecisionPublished(ApplicationId application, DecisionOutcome outcome, int policyVersion, Instant at)
            implements ApplicationEvent {}
}
