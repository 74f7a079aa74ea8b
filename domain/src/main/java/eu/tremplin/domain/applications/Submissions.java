package eu.tremplin.domain.applications;

import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.shared.ReadOnly;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;

/** Takes the applications that are received while the edition's call accepts them. */
public final class Submissions {

    private final Repository<Application> applications;
    private final Repository<Edition> editions;

    public Submissions(Repository<Application> applications, Repository<Edition> editions) {
        this.applications = applications;
        this.editions = editions;
    }

    @CommandHandler
    void handle(SubmitApplication command, @MetaDataValue(value = RECEIVED, required = true) Instant received)
            throws Exception {
        ReadOnly.require(editions, command.edition(), edition -> edition.admitSubmission(command.startup(), received));
        applications.newInstance(() -> new Application(command, received));
    }
}
