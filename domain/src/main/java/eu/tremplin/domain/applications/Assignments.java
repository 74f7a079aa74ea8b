package eu.tremplin.domain.applications;

import eu.tremplin.domain.applications.ApplicationCommand.AssignReviewer;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Binds a reviewer and an application to each other: both agree, or neither changes. */
public final class Assignments {

    private final Repository<Reviewer> reviewers;
    private final Repository<Application> applications;

    public Assignments(Repository<Reviewer> reviewers, Repository<Application> applications) {
        this.reviewers = reviewers;
        this.applications = applications;
    }

    @CommandHandler
    void handle(AssignReviewer command) {
        Aggregate<Reviewer> reviewer = reviewers.load(command.reviewer().toString());
        Aggregate<Application> application =
                applications.load(command.application().toString());
        EditionId edition = application.invoke(Application::edition);
        StartupId startup = application.invoke(Application::startup);
        application.execute(it -> it.assign(command.reviewer()));
        reviewer.execute(it -> it.take(command.application(), edition, startup));
    }
}
