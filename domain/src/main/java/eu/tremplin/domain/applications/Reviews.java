package eu.tremplin.domain.applications;

import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Rules;
import eu.tremplin.domain.shared.ReadOnly;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Takes reviews, scored by the edition's rubric, from reviewers who may still review it. */
public final class Reviews {

    private final Repository<Application> applications;
    private final Repository<Reviewer> reviewers;
    private final Repository<Edition> editions;

    public Reviews(Repository<Application> applications, Repository<Reviewer> reviewers, Repository<Edition> editions) {
        this.applications = applications;
        this.reviewers = reviewers;
        this.editions = editions;
    }

    @CommandHandler
    void handle(SubmitReview command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        Aggregate<Application> application =
                applications.load(command.application().toString());
        EditionId edition = application.invoke(Application::edition);
        StartupId startup = application.invoke(Application::startup);
        Rules rules = ReadOnly.ask(editions, edition, Edition::rules);
        ReviewerId reviewer = ReviewerId.of(edition, command.by());
        // First, because a person who was never assigned need not be a reviewer at all.
        application.execute(it -> it.review(command, reviewer, rules));
        ReadOnly.require(reviewers, reviewer, it -> it.requireMayReview(startup, received));
    }
}
