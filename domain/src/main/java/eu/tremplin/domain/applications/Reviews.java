package eu.tremplin.domain.applications;

import static eu.tremplin.domain.shared.CommandMetadata.PERSON;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.applications.ApplicationCommand.AbstainReview;
import eu.tremplin.domain.applications.ApplicationCommand.RecuseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ReviseReview;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.applications.ApplicationCommand.VoidReview;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.EditionId;
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

/**
 * Takes reviews, scored by the edition's rubric, from reviewers who may still review, lets them step back, and has
 * reviews count for nothing.
 */
public final class Reviews {

    private final Repository<Application> applications;
    private final Repository<Reviewer> reviewers;
    private final Repository<Edition> editions;
    private final Impartiality impartiality;
    private final Quorums quorums;

    public Reviews(Repository<Application> applications, Repository<Reviewer> reviewers, Repository<Edition> editions) {
        this.applications = applications;
        this.reviewers = reviewers;
        this.editions = editions;
        this.impartiality = new Impartiality(reviewers);
        this.quorums = new Quorums(reviewers);
    }

    // In each of these the application comes first, because a person who was never assigned need not be a reviewer at
    // all.

    @CommandHandler
    void handle(SubmitReview command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        Aggregate<Application> application = load(command.application());
        ReviewerId reviewer = reviewer(application, command.by());
        Rules rules = rules(application);
        application.execute(it -> it.review(command, reviewer, rules));
        requireMayReview(reviewer, application, received);
    }

    @CommandHandler
    void handle(ReviseReview command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        Aggregate<Application> application = load(command.application());
        ReviewerId reviewer = reviewer(application, command.by());
        Rules rules = rules(application);
        application.execute(it -> it.revise(command, reviewer, rules));
        requireMayReview(reviewer, application, received);
    }

    @CommandHandler
    void handle(AbstainReview command) {
        Aggregate<Application> application = load(command.application());
        ReviewerId reviewer = reviewer(application, command.by());
        application.execute(it -> it.abstain(command, reviewer));
        reviewers.load(reviewer.toString()).execute(it -> it.giveBack(command.application()));
    }

    @CommandHandler
    void handle(RecuseReview command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        Aggregate<Application> application = load(command.application());
        ReviewerId reviewer = reviewer(application, command.by());
        boolean worked = application.invoke(it -> it.hasReviewBy(reviewer));
        Quorum quorum =
                quorums.without(reviewer, application, rules(application).policy(), received);
        application.execute(it -> it.recuse(command, reviewer, quorum));
        StartupId startup = application.invoke(Application::startup);
        reviewers.load(reviewer.toString()).execute(it -> {
            if (!worked) {
                it.giveBack(command.application());
            }
            it.recuse(startup, command.kind());
        });
    }

    @CommandHandler
    void handle(
            VoidReview command,
            @MetaDataValue(value = RECEIVED, required = true) Instant received,
            @MetaDataValue(PERSON) @Nullable PersonId by) {
        Aggregate<Application> application = load(command.application());
        impartiality.require(by, application, received);
        Quorum quorum = quorums.without(
                command.reviewer(), application, rules(application).policy(), received);
        application.execute(it -> it.voidReview(command, quorum));
    }

    private Aggregate<Application> load(ApplicationId application) {
        return applications.load(application.toString());
    }

    private static ReviewerId reviewer(Aggregate<Application> application, PersonId person) {
        EditionId edition = application.invoke(Application::edition);
        return ReviewerId.of(edition, person);
    }

    private Rules rules(Aggregate<Application> application) {
        EditionId edition = application.invoke(Application::edition);
        return ReadOnly.ask(editions, edition, Edition::rules);
    }

    private void requireMayReview(ReviewerId reviewer, Aggregate<Application> application, Instant at) {
        StartupId startup = application.invoke(Application::startup);
        ReadOnly.require(reviewers, reviewer, it -> it.requireMayReview(startup, at));
    }
}
