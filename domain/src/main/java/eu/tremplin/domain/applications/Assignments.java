package eu.tremplin.domain.applications;

import static eu.tremplin.domain.shared.CommandMetadata.PERSON;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.applications.ApplicationCommand.AssignReviewer;
import eu.tremplin.domain.applications.ApplicationCommand.RecallAssignment;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Binds a reviewer and an application to each other, and lets them go: both agree, or neither changes. */
public final class Assignments {

    private final Repository<Reviewer> reviewers;
    private final Repository<Application> applications;
    private final Impartiality impartiality;

    public Assignments(Repository<Reviewer> reviewers, Repository<Application> applications) {
        this.reviewers = reviewers;
        this.applications = applications;
        this.impartiality = new Impartiality(reviewers);
    }

    @CommandHandler
    void handle(
            AssignReviewer command,
            @MetaDataValue(value = RECEIVED, required = true) Instant received,
            @MetaDataValue(PERSON) @Nullable PersonId by) {
        Aggregate<Reviewer> reviewer = reviewers.load(command.reviewer().toString());
        Aggregate<Application> application =
                applications.load(command.application().toString());
        EditionId edition = application.invoke(Application::edition);
        StartupId startup = application.invoke(Application::startup);
        impartiality.require(by, application, received);
        application.execute(it -> it.assign(command.reviewer()));
        reviewer.execute(it -> it.take(command.application(), edition, startup, received));
    }

    @CommandHandler
    void handle(
            RecallAssignment command,
            @MetaDataValue(value = RECEIVED, required = true) Instant received,
            @MetaDataValue(PERSON) @Nullable PersonId by) {
        Aggregate<Reviewer> reviewer = reviewers.load(command.reviewer().toString());
        Aggregate<Application> application =
                applications.load(command.application().toString());
        impartiality.require(by, application, received);
        application.execute(it -> it.recall(command));
        reviewer.execute(it -> it.giveBack(command.application()));
    }
}
