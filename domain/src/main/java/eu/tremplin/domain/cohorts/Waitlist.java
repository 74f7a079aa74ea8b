package eu.tremplin.domain.cohorts;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortEvent.Skip;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who waits for a seat, in order of rank. A rank is given once and for good: leaving or being promoted does not free it
 * for another, so every promotion can be judged by the ranks before it.
 */
record Waitlist(SortedMap<Integer, Place> places) {

    Waitlist {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    static Waitlist empty() {
        return new Waitlist(Collections.emptySortedMap());
    }

    boolean hasRank(int rank) {
        return places.containsKey(rank);
    }

    int nextRank() {
        return places.isEmpty() ? 1 : places.lastKey() + 1;
    }

    Optional<Place> waiting(ApplicationId application) {
        return places.values().stream()
                .filter(place -> place.standing() == Standing.WAITING)
                .filter(place -> place.application().equals(application))
                .findFirst();
    }

    /** Whom a freed seat goes to: the lowest waiting rank. Nobody, when nobody waits. */
    Optional<Promotion> promotion() {
        return places.values().stream()
                .filter(place -> place.standing() == Standing.WAITING)
                .findFirst()
                .map(place -> new Promotion(place, skippedFor(place)));
    }

    private List<Skip> skippedFor(Place promoted) {
        return places.headMap(promoted.rank()).values().stream()
                .filter(place -> place.standing() == Standing.LEFT)
                .map(place -> new Skip(place.rank(), place.application(), SkipReason.LEFT))
                .toList();
    }

    Waitlist with(Place place) {
        var changed = new TreeMap<>(places);
        changed.put(place.rank(), place);
        return new Waitlist(changed);
    }

    Waitlist with(int rank, Standing standing) {
        Place place = places.get(rank);
        return place == null ? this : with(new Place(rank, place.application(), place.offerDays(), standing));
    }

    /**
     * One place on the waitlist.
     *
     * @param offerDays days after which an offer made from this place expires
     */
    record Place(int rank, ApplicationId application, int offerDays, Standing standing) {}

    /**
     * The answer to one freed seat.
     *
     * @param skipped every lower rank that was not promoted before, with the reason why it is passed over
     */
    record Promotion(Place place, List<Skip> skipped) {}

    enum Standing {
        WAITING,
        LEFT,
        PROMOTED
    }
}
