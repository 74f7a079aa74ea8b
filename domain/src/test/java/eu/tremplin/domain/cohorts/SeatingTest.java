package eu.tremplin.domain.cohorts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.Seat.Free;
import eu.tremplin.domain.cohorts.Seat.Offered;
import eu.tremplin.domain.cohorts.Seat.Reserved;
import eu.tremplin.domain.cohorts.Seat.Taken;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeatingTest {

    private static final ApplicationId ADA = new ApplicationId(new UUID(0, 1));
    private static final ApplicationId BEN = new ApplicationId(new UUID(0, 2));
    private static final Instant EXPIRY = Instant.parse("2024-09-01T12:00:00Z");

    @Test
    void numbersItsSeatsFromOne() {
        assertThat(Seating.of(3).seats()).containsExactly(new Free(1), new Free(2), new Free(3));
    }

    @Test
    @Tag("I-17")
    void countsReservedOfferedAndTakenSeatsAsHeld() {
        var seating = Seating.of(4)
                .with(new Reserved(1, ADA))
                .with(new Offered(2, ADA, EXPIRY))
                .with(new Taken(3, ADA));

        assertThat(seating.lowestFree()).contains(new Free(4));
        assertThat(seating.with(new Reserved(4, BEN)).lowestFree()).isEmpty();
    }

    @Test
    void givesBackAFreedSeatFirst() {
        assertThat(Seating.of(2).with(new Taken(1, ADA)).with(new Free(1)).lowestFree())
                .contains(new Free(1));
    }

    @Test
    void findsTheOpenOfferOfAnApplicationAndOfNoOther() {
        var seating = Seating.of(2).with(new Offered(2, ADA, EXPIRY));

        assertThat(seating.offerTo(ADA)).contains(new Offered(2, ADA, EXPIRY));
        assertThat(seating.offerTo(BEN)).isEmpty();
    }

    @Test
    void takesOnlyAnAcceptedSeatForTaken() {
        var seating = Seating.of(2).with(new Offered(1, ADA, EXPIRY)).with(new Taken(2, BEN));

        assertThat(seating.takenBy(ADA)).isFalse();
        assertThat(seating.takenBy(BEN)).isTrue();
    }

    @Test
    void keepsAnOfferOpenUntilAndWithItsLastInstant() {
        var offer = new Offered(1, ADA, EXPIRY);

        assertThat(offer.openAt(EXPIRY)).isTrue();
        assertThat(offer.openAt(EXPIRY.plusNanos(1))).isFalse();
    }
}
