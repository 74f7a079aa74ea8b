package eu.tremplin.domain.applications;

import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.Rules;
import eu.tremplin.domain.shared.ReadOnly;
import eu.tremplin.domain.shared.StartupId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Puts applications on the shortlist once enough valid reviews are in, as the edition's policy says. */
public final class Shortlists {

    private final Repository<Application> applications;
    private final Repository<Reviewer> reviewers;
    private final Repository<Edition> editions;

    public Shortlists(
            Repository<Application> applications, Repository<Reviewer> reviewers, Repository<Edition> editions) {
        this.applications = applications;
        this.reviewers = reviewers;
        this.editions = editions;
    }

    @CommandHandler
    void handle(ShortlistApplication command) {
        Aggregate<Application> application =
                applications.load(command.application().toString());
        Rules rules = ReadOnly.ask(editions, application.invoke(Application::edition), Edition::rules);
        var quorum = new Quorum(validReviews(application), rules.policy().quorum());
        application.execute(it -> it.shortlist(command, quorum));
    }

    /** A review does not count when its reviewer has declared a conflict since. */
    private int validReviews(Aggregate<Application> application) {
        StartupId startup = application.invoke(Application::startup);
        return (int) application.invoke(Application::reviewers).stream()
                .filter(reviewer -> !ReadOnly.ask(reviewers, reviewer, it -> it.hasConflictWith(startup)))
                .count();
    }
}
