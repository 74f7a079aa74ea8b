package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.shared.ReadOnly;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.util.function.Predicate;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Counts the reviews that count: no voided one, and none whose reviewer has stepped back or has a conflict. */
final class Quorums {

    private final Repository<Reviewer> reviewers;

    Quorums(Repository<Reviewer> reviewers) {
        this.reviewers = reviewers;
    }

    Quorum of(Aggregate<Application> application, Policy policy, Instant at) {
        return new Quorum(count(application, at, _ -> true), policy.quorum());
    }

    /** As it will be once this reviewer's review, if there is one, does not count any more. */
    Quorum without(ReviewerId reviewer, Aggregate<Application> application, Policy policy, Instant at) {
        return new Quorum(count(application, at, other -> !other.equals(reviewer)), policy.quorum());
    }

    /** However late a conflict became known. */
    private int count(Aggregate<Application> application, Instant at, Predicate<ReviewerId> whose) {
        StartupId startup = application.invoke(Application::startup);
        return (int) application.invoke(Application::reviewers).stream()
                .filter(whose)
                .filter(reviewer -> !ReadOnly.ask(reviewers, reviewer, it -> it.hasConflictWith(startup, at)))
                .count();
    }
}
