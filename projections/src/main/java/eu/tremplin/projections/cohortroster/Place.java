package eu.tremplin.projections.cohortroster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an application holds of its cohort.
 *
 * @param seat number of the seat it is offered or has taken; none while it waits and after it gave the seat back
 * @param waitlistRank its place on the waitlist, kept after it was promoted or left
 * @param offerExpiresAt last instant at which its offer could be accepted, inclusive
 * @param promotedForSeat the freed seat its promotion from the waitlist answered
 */
record Place(
        @Nullable Integer seat,
        @Nullable Integer waitlistRank,
        @Nullable Instant offerExpiresAt,
        @Nullable Integer promotedForSeat) {

    static final Place NONE = new Place(null, null, null, null);

    Place ranked(int rank) {
        return new Place(seat, rank, offerExpiresAt, promotedForSeat);
    }

    Place promotedFor(int freedSeat) {
        return new Place(seat, waitlistRank, offerExpiresAt, freedSeat);
    }

    Place offered(int offeredSeat, Instant expiresAt) {
        return new Place(offeredSeat, waitlistRank, expiresAt, promotedForSeat);
    }

    Place givenBack() {
        return new Place(null, waitlistRank, offerExpiresAt, promotedForSeat);
    }
}
