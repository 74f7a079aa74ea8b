package eu.tremplin.projections.reviewers;

import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;

/**
 * One reviewer.
 *
 * @param capacity applications the reviewer reads at most; 0 before the commitment
 * @param taken how many of them are assigned
 * @param remaining how many can still be assigned: capacity − taken of a committed reviewer, none of any other
 * @param version of the reviewer's stream, at the last of its events
 * @param lastPosition of that event
 */
record ReviewerRow(
        @Key ReviewerId reviewer,
        EditionId edition,
        PersonId person,
        Standing standing,
        int capacity,
        int taken,
        int remaining,
        long version,
        long lastPosition) {

    ReviewerRow stands(Standing now) {
        return with(now, capacity, taken);
    }

    ReviewerRow reading(int upTo) {
        return with(Standing.COMMITTED, upTo, taken);
    }

    ReviewerRow takingOneMore() {
        return with(standing, capacity, taken + 1);
    }

    ReviewerRow takingOneLess() {
        return with(standing, capacity, taken - 1);
    }

    ReviewerRow asOf(Envelope envelope) {
        return new ReviewerRow(
                reviewer,
                edition,
                person,
                standing,
                capacity,
                taken,
                remaining,
                envelope.version(),
                envelope.position());
    }

    private ReviewerRow with(Standing now, int upTo, int assigned) {
        int left = now == Standing.COMMITTED ? upTo - assigned : 0;
        return new ReviewerRow(reviewer, edition, person, now, upTo, assigned, left, version, lastPosition);
    }
}
