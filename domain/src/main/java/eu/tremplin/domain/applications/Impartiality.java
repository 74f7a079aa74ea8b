package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.ReadOnly;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Keeps whoever has a conflict of interest with a startup away from what is decided about its application, whether they
 * review, lead or chair. Conflicts are kept with the person's invitation to the edition.
 */
public final class Impartiality {

    private final Repository<Reviewer> reviewers;

    public Impartiality(Repository<Reviewer> reviewers) {
        this.reviewers = reviewers;
    }

    /**
     * Refuses what somebody with a conflict asks.
     *
     * @param person who asks; none where nobody does
     */
    public void require(@Nullable PersonId person, Aggregate<Application> application, Instant at) {
        if (person == null) {
            return;
        }
        EditionId edition = application.invoke(Application::edition);
        StartupId startup = application.invoke(Application::startup);
        ReadOnly.requireIfThere(reviewers, ReviewerId.of(edition, person), it -> it.requireNoConflictWith(startup, at));
    }
}
