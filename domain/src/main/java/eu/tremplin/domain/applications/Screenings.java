package eu.tremplin.domain.applications;

import eu.tremplin.domain.applications.ApplicationCommand.CheckEligibility;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.Rules;
import eu.tremplin.domain.shared.ReadOnly;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Holds applications against the eligibility rules of their edition. */
public final class Screenings {

    private final Repository<Application> applications;
    private final Repository<Edition> editions;

    public Screenings(Repository<Application> applications, Repository<Edition> editions) {
        this.applications = applications;
        this.editions = editions;
    }

    @CommandHandler
    void handle(CheckEligibility command) {
        Aggregate<Application> application =
                applications.load(command.application().toString());
        Rules rules = ReadOnly.ask(editions, application.invoke(Application::edition), Edition::rules);
        application.execute(it -> it.checkEligibility(rules));
    }
}
