package eu.tremplin.domain.cohorts;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonalText;
import java.time.Instant;
import java.util.List;

/** What has happened to a cohort. Seats are numbered from 1. */
public sealed interface CohortEvent extends DomainEvent {

    CohortId cohort();

    /** The cohort of an edition has its seats. */
    record CohortFormed(CohortId cohort, EditionId edition, int seats) implements CohortEvent, InEdition {}

    /** A free seat is held for an admitted application. */
    record SeatReserved(CohortId cohort, int seat, ApplicationId application) implements CohortEvent {}

    /**
     * A seat was offered.
     *
     * @param expiresAt last instant at which the offer can be accepted, inclusive
     */
    record OfferMade(CohortId cohort, int seat, ApplicationId application, Instant expiresAt) implements CohortEvent {}

    /** The startup takes its seat. */
    record OfferAccepted(CohortId cohort, int seat, ApplicationId application) implements CohortEvent {}

    /** The startup does not take its seat. */
    record OfferDeclined(CohortId cohort, int seat, ApplicationId application, PersonalText reason)
            implements CohortEvent {}

    /** Nobody answered the offer in time. */
    record OfferExpired(CohortId cohort, int seat, ApplicationId application) implements CohortEvent {}

    /** A seat can be given to another application. */
    record SeatFreed(CohortId cohort, int seat) implements CohortEvent {}

    /**
     * An application got its place on the waitlist, for good.
     *
     * @param offerDays days after which an offer made to it will expire, by the policy of this moment
     */
    record WaitlistRanked(CohortId cohort, ApplicationId application, int rank, int offerDays) implements CohortEvent {}

    /** The application no longer waits for a seat. */
    record WaitlistLeft(CohortId cohort, ApplicationId application, int rank) implements CohortEvent {}

    /**
     * The lowest waiting rank took a freed seat.
     *
     * @param seat the freed seat this promotion answers; each freed seat has one promotion at most
     * @param skipped lower ranks that were passed over, each with its reason
     */
    record WaitlistPromoted(CohortId cohort, int seat, ApplicationId application, int rank, List<Skip> skipped)
            implements CohortEvent {

        public WaitlistPromoted {
            skipped = List.copyOf(skipped);
        }
    }

    /** One rank that was passed over. */
    record Skip(int rank, ApplicationId application, SkipReason reason) {}
}
