package eu.tremplin.domain.cohorts;

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
import eu.tremplin.domain.cohorts.Waitlist.Place;
import eu.tremplin.domain.cohorts.Waitlist.Standing;

/** How far a cohort is. */
sealed interface CohortStage {

    CohortStage after(CohortEvent event);

    record Unformed() implements CohortStage {

        @Override
        public CohortStage after(CohortEvent event) {
            return event instanceof CohortFormed e ? new Formed(Seating.of(e.seats()), Waitlist.empty()) : this;
        }
    }

    record Formed(Seating seating, Waitlist waitlist) implements CohortStage {

        @Override
        public Formed after(CohortEvent event) {
            return switch (event) {
                case CohortFormed _ -> this;
                case SeatReserved e -> with(new Seat.Reserved(e.seat(), e.application()));
                case OfferMade e -> with(new Seat.Offered(e.seat(), e.application(), e.expiresAt()));
                case OfferAccepted e -> with(new Seat.Taken(e.seat(), e.application()));
                case OfferDeclined _, OfferExpired _ -> this; // the seat itself is freed by the event that follows
                case SeatFreed e -> with(new Seat.Free(e.seat()));
                case WaitlistRanked e ->
                    with(waitlist.with(new Place(e.rank(), e.application(), e.offerDays(), Standing.WAITING)));
                case WaitlistLeft e -> with(waitlist.with(e.rank(), Standing.LEFT));
                case WaitlistPromoted e ->
                    with(waitlist.with(e.rank(), Standing.PROMOTED)).with(new Seat.Reserved(e.seat(), e.application()));
            };
        }

        private Formed with(Seat seat) {
            return new Formed(seating.with(seat), waitlist);
        }

        private Formed with(Waitlist changed) {
            return new Formed(seating, changed);
        }
    }
}
