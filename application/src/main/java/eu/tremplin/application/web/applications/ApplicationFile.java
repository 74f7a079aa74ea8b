package eu.tremplin.application.web.applications;

import static eu.tremplin.application.web.applications.ApplicationStage.DECLINED;
import static eu.tremplin.application.web.applications.ApplicationStage.INELIGIBLE;
import static eu.tremplin.application.web.applications.ApplicationStage.OFFERED;
import static eu.tremplin.application.web.applications.ApplicationStage.OFFER_ACCEPTED;
import static eu.tremplin.application.web.applications.ApplicationStage.OFFER_DECLINED;
import static eu.tremplin.application.web.applications.ApplicationStage.OFFER_EXPIRED;
import static eu.tremplin.application.web.applications.ApplicationStage.SHORTLISTED;
import static eu.tremplin.application.web.applications.ApplicationStage.SUBMITTED;
import static eu.tremplin.application.web.applications.ApplicationStage.UNDER_REVIEW;
import static eu.tremplin.application.web.applications.ApplicationStage.WAITLISTED;
import static eu.tremplin.application.web.applications.ApplicationStage.WAITLIST_LEFT;
import static eu.tremplin.application.web.applications.ApplicationStage.WITHDRAWN;

import eu.tremplin.domain.applications.ApplicationEvent;
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
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.cohorts.CohortEvent;
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
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One application as of now, folded from its own stream and, after a decision, from its cohort's.
 *
 * @param reviewedBy whose reviews count
 * @param offerExpiresAt last instant at which an open offer can be accepted, inclusive
 */
record ApplicationFile(
        ApplicationSubmitted submitted,
        ApplicationStage stage,
        Set<ReviewerId> reviewedBy,
        @Nullable Instant offerExpiresAt) {

    static ApplicationFile opened(ApplicationSubmitted submitted) {
        return new ApplicationFile(submitted, SUBMITTED, Set.of(), null);
    }

    ApplicationFile after(ApplicationEvent event) {
        return switch (event) {
            case ApplicationSubmitted e -> opened(e);
            case ApplicationWithdrawn _ -> at(WITHDRAWN);
            case EligibilityChecked e -> at(e.eligible() ? stage : INELIGIBLE);
            case EligibilityWaived _ -> at(SUBMITTED);
            case ReviewerAssigned _ -> at(UNDER_REVIEW);
            case ReviewSubmitted e -> reviewedBy(Stream.concat(reviewedBy.stream(), Stream.of(e.reviewer())));
            case ReviewRecused e -> without(e.reviewer(), e.quorum());
            case ReviewVoided e -> without(e.reviewer(), e.quorum());
            case ReviewRevised _, AssignmentRecalled _, ReviewAbstained _ -> this;
            case ApplicationShortlisted _ -> at(SHORTLISTED);
            case DecisionDrafted _, DecisionApproved _ -> this;
            case DecisionPublished e ->
                switch (e.outcome()) {
                    // The offer is the cohort's to tell.
                    case ADMITTED -> this;
                    case WAITLISTED -> at(WAITLISTED);
                    case DECLINED -> at(DECLINED);
                };
        };
    }

    ApplicationFile after(CohortEvent event) {
        return switch (event) {
            case OfferMade e
            when e.application().equals(submitted.application()) ->
                new ApplicationFile(submitted, OFFERED, reviewedBy, e.expiresAt());
            case OfferAccepted e when e.application().equals(submitted.application()) -> at(OFFER_ACCEPTED);
            case OfferDeclined e when e.application().equals(submitted.application()) -> at(OFFER_DECLINED);
            case OfferExpired e when e.application().equals(submitted.application()) -> at(OFFER_EXPIRED);
            case WaitlistLeft e when e.application().equals(submitted.application()) -> at(WAITLIST_LEFT);
            case OfferMade _, OfferAccepted _, OfferDeclined _, OfferExpired _, WaitlistLeft _ -> this;
            case CohortFormed _, SeatReserved _, SeatFreed _, WaitlistRanked _, WaitlistPromoted _ -> this;
        };
    }

    private ApplicationFile at(ApplicationStage reached) {
        return new ApplicationFile(submitted, reached, reviewedBy, null);
    }

    int reviews() {
        return reviewedBy.size();
    }

    private ApplicationFile reviewedBy(Stream<ReviewerId> reviewers) {
        return new ApplicationFile(submitted, stage, reviewers.collect(Collectors.toSet()), offerExpiresAt);
    }

    /** Whoever is missed on the shortlist brings it back under review. */
    private ApplicationFile without(ReviewerId reviewer, Quorum quorum) {
        ApplicationFile fewer = reviewedBy(reviewedBy.stream().filter(other -> !other.equals(reviewer)));
        return stage == SHORTLISTED && !quorum.met() ? fewer.at(UNDER_REVIEW) : fewer;
    }
}
