package eu.tremplin.domain.partners;

import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.shared.ReadOnly;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Takes pledges of partners that exist, to editions that have not ended. */
public final class Pledges {

    private final Repository<Pledge> pledges;
    private final Repository<Partner> partners;
    private final Repository<Edition> editions;

    public Pledges(Repository<Pledge> pledges, Repository<Partner> partners, Repository<Edition> editions) {
        this.pledges = pledges;
        this.partners = partners;
        this.editions = editions;
    }

    @CommandHandler
    void handle(ProposePledge command) throws Exception {
        ReadOnly.requireExisting(partners, command.partner());
        ReadOnly.require(editions, command.edition(), Edition::requireNotEnded);
        pledges.newInstance(() -> new Pledge(command));
    }
}
