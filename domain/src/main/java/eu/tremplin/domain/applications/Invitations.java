package eu.tremplin.domain.applications;

import eu.tremplin.domain.applications.ReviewerCommand.InviteReviewer;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.shared.ReadOnly;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Invites people to review for an edition that has not ended, each of them once. */
public final class Invitations {

    private final Repository<Reviewer> reviewers;
    private final Repository<Edition> editions;

    public Invitations(Repository<Reviewer> reviewers, Repository<Edition> editions) {
        this.reviewers = reviewers;
        this.editions = editions;
    }

    @CommandHandler
    void handle(InviteReviewer command) throws Exception {
        ReadOnly.require(editions, command.edition(), Edition::requireNotEnded);
        reviewers.loadOrCreate(command.reviewer().toString(), Reviewer::new).execute(it -> it.invite(command));
    }
}
