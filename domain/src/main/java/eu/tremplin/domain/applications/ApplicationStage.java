package eu.tremplin.domain.applications;

import java.util.HashSet;
import java.util.Set;

/** How far an application has come. */
sealed interface ApplicationStage {

    record Unsubmitted() implements ApplicationStage {}

    /** Waiting for the eligibility check. */
    record Submitted() implements ApplicationStage {}

    record Ineligible() implements ApplicationStage {}

    /** Checked and found eligible, or waived. */
    record Eligible() implements ApplicationStage {}

    /** Given to reviewers, some of whom have handed in. */
    record UnderReview(Set<ReviewerId> assigned, Set<ReviewerId> reviewed) implements ApplicationStage {

        public UnderReview {
            assigned = Set.copyOf(assigned);
            reviewed = Set.copyOf(reviewed);
        }

        static UnderReview by(ReviewerId first) {
            return new UnderReview(Set.of(first), Set.of());
        }

        UnderReview assigning(ReviewerId reviewer) {
            return new UnderReview(with(assigned, reviewer), reviewed);
        }

        UnderReview reviewedBy(ReviewerId reviewer) {
            return new UnderReview(assigned, with(reviewed, reviewer));
        }

        private static Set<ReviewerId> with(Set<ReviewerId> reviewers, ReviewerId another) {
            var more = new HashSet<>(reviewers);
            more.add(another);
            return more;
        }
    }

    record Shortlisted() implements ApplicationStage {}

    record Decided() implements ApplicationStage {}

    record Withdrawn() implements ApplicationStage {}
}
