package eu.tremplin.domain.applications;

import java.util.HashSet;
import java.util.Set;

/**
 * Who reads an application, and what has come of it.
 *
 * @param assigned who is to read it or has
 * @param counting whose review counts
 * @param discounted whose review does not, for it was voided or its reviewer has a conflict of interest
 * @param steppedBack who will not read it
 */
record Readings(
        Set<ReviewerId> assigned, Set<ReviewerId> counting, Set<ReviewerId> discounted, Set<ReviewerId> steppedBack) {

    static final Readings NONE = new Readings(Set.of(), Set.of(), Set.of(), Set.of());

    public Readings {
        assigned = Set.copyOf(assigned);
        counting = Set.copyOf(counting);
        discounted = Set.copyOf(discounted);
        steppedBack = Set.copyOf(steppedBack);
    }

    boolean isAssigned(ReviewerId reviewer) {
        return assigned.contains(reviewer);
    }

    boolean hasSteppedBack(ReviewerId reviewer) {
        return steppedBack.contains(reviewer);
    }

    /** Whether the reviewer has handed in, whatever has become of that. */
    boolean hasReviewBy(ReviewerId reviewer) {
        return counting.contains(reviewer) || hasDiscounted(reviewer);
    }

    boolean hasDiscounted(ReviewerId reviewer) {
        return discounted.contains(reviewer);
    }

    Readings assigning(ReviewerId reviewer) {
        return new Readings(with(assigned, reviewer), counting, discounted, steppedBack);
    }

    Readings recalling(ReviewerId reviewer) {
        return new Readings(without(assigned, reviewer), counting, discounted, steppedBack);
    }

    Readings reviewedBy(ReviewerId reviewer) {
        return new Readings(assigned, with(counting, reviewer), discounted, steppedBack);
    }

    Readings discounting(ReviewerId reviewer) {
        return counting.contains(reviewer)
                ? new Readings(assigned, without(counting, reviewer), with(discounted, reviewer), steppedBack)
                : this;
    }

    Readings steppingBack(ReviewerId reviewer) {
        return new Readings(without(assigned, reviewer), counting, discounted, with(steppedBack, reviewer));
    }

    private static Set<ReviewerId> with(Set<ReviewerId> reviewers, ReviewerId another) {
        var more = new HashSet<>(reviewers);
        more.add(another);
        return more;
    }

    private static Set<ReviewerId> without(Set<ReviewerId> reviewers, ReviewerId one) {
        var fewer = new HashSet<>(reviewers);
        fewer.remove(one);
        return fewer;
    }
}
