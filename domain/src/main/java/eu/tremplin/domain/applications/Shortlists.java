package eu.tremplin.domain.applications;

import static eu.tremplin.domain.shared.CommandMetadata.PERSON;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.Rules;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.ReadOnly;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Puts applications on the shortlist once enough valid reviews are in, as the edition's policy says. */
public final class Shortlists {

    private final Repository<Application> applications;
    private final Repository<Reviewer> reviewers;
    private final Repository<Edition> editions;
    private final Impartiality impartiality;

    public Shortlists(
            Repository<Application> applications, Repository<Reviewer> reviewers, Repository<Edition> editions) {
        this.applications = applications;
        this.reviewers = reviewers;
        this.editions = editions;
        this.impartiality = new Impartiality(reviewers);
    }

    @CommandHandler
    void handle(
            ShortlistApplication command,
            @MetaDataValue(value = RECEIVED, required = true) Instant received,
            @MetaDataValue(PERSON) @Nullable PersonId by) {
        Aggregate<Application> application =
                applications.load(command.application().toString());
        impartiality.require(by, application, received);
        Rules rules = ReadOnly.ask(editions, application.invoke(Application::edition), Edition::rules);
        var quorum =
                new Quorum(validReviews(application, received), rules.policy().quorum());
        application.execute(it -> it.shortlist(command, quorum));
    }

    /** A review does not count when its reviewer has a conflict, however late that became known. */
    private int validReviews(Aggregate<Application> application, Instant at) {
        StartupId startup = application.invoke(Application::startup);
        return (int) application.invoke(Application::reviewers).stream()
                .filter(reviewer -> !ReadOnly.ask(reviewers, reviewer, it -> it.hasConflictWith(startup, at)))
                .count();
    }
}
