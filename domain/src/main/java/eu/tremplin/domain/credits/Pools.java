package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.CreditReason.PLEDGE_NOT_COMMITTED;

import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.Pledge;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.ReadOnly;
import eu.tremplin.domain.shared.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Opens pools from committed pledges. */
public final class Pools {

    private final Repository<CreditPool> pools;
    private final Repository<Pledge> pledges;

    public Pools(Repository<CreditPool> pools, Repository<Pledge> pledges) {
        this.pools = pools;
        this.pledges = pledges;
    }

    @CommandHandler
    void handle(OpenPool command) throws Exception {
        PledgeTerms terms = ReadOnly.ask(pledges, command.pledge(), Pledge::committedTerms)
                .orElseThrow(() -> Refusal.because(PLEDGE_NOT_COMMITTED));
        EditionId edition = ReadOnly.ask(pledges, command.pledge(), Pledge::edition);
        PartnerId partner = ReadOnly.ask(pledges, command.pledge(), Pledge::partner);
        pools.loadOrCreate(command.pool().toString(), CreditPool::new)
                .execute(pool -> pool.open(command, edition, partner, terms));
    }
}
