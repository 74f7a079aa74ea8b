package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.StartupProfile;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an application until it is decided. */
public sealed interface ApplicationCommand extends DomainCommand {

    @TargetAggregateIdentifier
    ApplicationId application();

    /** Applies. */
    record SubmitApplication(
            ApplicationId application,
            EditionId edition,
            StartupId startup,
            PersonalText contactName,
            PersonalText contactEmail,
            PersonalText pitch,
            StartupProfile profile)
            implements ApplicationCommand {}

    record WithdrawApplication(ApplicationId application, PersonalText reason) implements ApplicationCommand {}

    record CheckEligibility(ApplicationId application) implements ApplicationCommand {}

    record WaiveEligibility(ApplicationId application, PersonalText reason) implements ApplicationCommand {}

    record AssignReviewer(ApplicationId application, ReviewerId reviewer) implements ApplicationCommand {}

    /** Takes an application back from a reviewer who has not handed in. */
    record RecallAssignment(ApplicationId application, ReviewerId reviewer, PersonalText reason)
            implements ApplicationCommand {}

    /**
     * Hands in one review.
     *
     * @param by the person who reviewed
     * @param scores points by criterion of the edition's current rubric, every criterion once
     */
    record SubmitReview(
            ApplicationId application,
            PersonId by,
            Map<String, Integer> scores,
            Recommendation recommendation,
            PersonalText comment)
            implements ApplicationCommand {

        public SubmitReview {
            scores = java.util.Collections.unmodifiableMap(new TreeMap<>(scores));
        }
    }

    /**
     * Hands in the review anew.
     *
     * @param by the person who reviewed
     * @param scores points by criterion of the edition's current rubric, every criterion once
     */
    record ReviseReview(
            ApplicationId application,
            PersonId by,
            Map<String, Integer> scores,
            Recommendation recommendation,
            PersonalText comment)
            implements ApplicationCommand {

        public ReviseReview {
            scores = java.util.Collections.unmodifiableMap(new TreeMap<>(scores));
        }
    }

    /**
     * Passes: the reviewer cannot judge this one.
     *
     * @param by the person who was to review
     */
    record AbstainReview(ApplicationId application, PersonId by, PersonalText reason) implements ApplicationCommand {}

    /**
     * Steps out for a conflict of interest, before the review or after it.
     *
     * @param by the person with the conflict
     */
    record RecuseReview(ApplicationId application, PersonId by, ConflictKind kind, PersonalText reason)
            implements ApplicationCommand {}

    /** Has a review count for nothing; it stays to be seen. */
    record VoidReview(ApplicationId application, ReviewerId reviewer, PersonalText reason)
            implements ApplicationCommand {}

    /**
     * Puts the application on the shortlist.
     *
     * @param rank place on the shortlist, from 1
     */
    record ShortlistApplication(ApplicationId application, int rank) implements ApplicationCommand {

        public ShortlistApplication {
            InvalidValue.unless(rank >= 1, "rank", "must be at least 1");
        }
    }
}
