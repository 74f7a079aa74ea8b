package eu.tremplin.domain.cohorts;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.Seat.Free;
import eu.tremplin.domain.cohorts.Seat.Offered;
import eu.tremplin.domain.cohorts.Seat.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who has which seat. There are exactly as many seats as were planned and each has one holder at most, so reservations,
 * open offers and acceptances together never exceed them.
 */
record Seating(List<Seat> seats) {

    Seating {
        seats = List.copyOf(seats);
    }

    static Seating of(int seats) {
        return new Seating(
                IntStream.rangeClosed(1, seats).<Seat>mapToObj(Free::new).toList());
    }

    Optional<Free> lowestFree() {
        return seats.stream()
                .filter(Free.class::isInstance)
                .map(Free.class::cast)
                .findFirst();
    }

    Optional<Offered> offerTo(ApplicationId application) {
        return seats.stream()
                .filter(Offered.class::isInstance)
                .map(Offered.class::cast)
                .filter(offered -> offered.application().equals(application))
                .findFirst();
    }

    boolean takenBy(ApplicationId application) {
        return seats.stream()
                .anyMatch(seat ->
                        seat instanceof Taken taken && taken.application().equals(application));
    }

    boolean isFree() {
        return seats.stream().allMatch(Free.class::isInstance);
    }

    Seating with(Seat seat) {
        var changed = new ArrayList<>(seats);
        changed.set(seat.number() - 1, seat);
        return new Seating(changed);
    }
}
