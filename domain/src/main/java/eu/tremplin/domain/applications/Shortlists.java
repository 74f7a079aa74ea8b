package eu.tremplin.domain.applications;

import static eu.tremplin.domain.shared.CommandMetadata.PERSON;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
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

/** Puts applications on the shortlist once enough valid reviews are in, as the edition's policy says. */
public final class Shortlists {

    private final Repository<Application> applications;
    private final Repository<Edition> editions;
    private final Impartiality impartiality;
    private final Quorums quorums;

    public Shortlists(
            Repository<Application> applications, Repository<Reviewer> reviewers, Repository<Edition> editions) {
        this.applications = applications;
        this.editions = editions;
        this.impartiality = new Impartiality(reviewers);
        this.quorums = new Quorums(reviewers);
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
        Quorum quorum = quorums.of(application, rules.policy(), received);
        application.execute(it -> it.shortlist(command, quorum));
    }
}
