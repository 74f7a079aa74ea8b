package eu.tremplin.domain.applications;

import static eu.tremplin.domain.shared.CommandMetadata.PERSON;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.applications.ApplicationCommand.CheckEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.WaiveEligibility;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.Rules;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.ReadOnly;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Holds applications against the eligibility rules of their edition, and lets a chair waive them. */
public final class Screenings {

    private final Repository<Application> applications;
    private final Repository<Edition> editions;
    private final Impartiality impartiality;

    public Screenings(
            Repository<Application> applications, Repository<Edition> editions, Repository<Reviewer> reviewers) {
        this.applications = applications;
        this.editions = editions;
        this.impartiality = new Impartiality(reviewers);
    }

    @CommandHandler
    void handle(CheckEligibility command) {
        Aggregate<Application> application =
                applications.load(command.application().toString());
        Rules rules = ReadOnly.ask(editions, application.invoke(Application::edition), Edition::rules);
        application.execute(it -> it.checkEligibility(rules));
    }

    @CommandHandler
    void handle(
            WaiveEligibility command,
            @MetaDataValue(value = RECEIVED, required = true) Instant received,
            @MetaDataValue(PERSON) @Nullable PersonId by) {
        Aggregate<Application> application =
                applications.load(command.application().toString());
        impartiality.require(by, application, received);
        application.execute(it -> it.waiveEligibility(command));
    }
}
