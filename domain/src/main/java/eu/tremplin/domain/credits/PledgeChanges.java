package eu.tremplin.domain.credits;

import eu.tremplin.domain.partners.Pledge;
import eu.tremplin.domain.partners.PledgeCommand.RevisePledge;
import eu.tremplin.domain.partners.PledgeCommand.WithdrawPledge;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.shared.Amount;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Pledges that are revised or withdrawn, and the pools that were opened from them: both append together or not at all.
 * Whoever opens the pool meanwhile reads the pledge, and one of the two has to try again.
 */
public final class PledgeChanges {

    private final Repository<Pledge> pledges;
    private final Repository<CreditPool> pools;

    public PledgeChanges(Repository<Pledge> pledges, Repository<CreditPool> pools) {
        this.pledges = pledges;
        this.pools = pools;
    }

    @CommandHandler
    void handle(RevisePledge command) throws Exception {
        Aggregate<Pledge> pledge = pledges.load(command.pledge().toString());
        pledge.execute(p -> p.revise(command));
        poolOf(command.pledge()).execute(pool -> pool.revise(command.terms()));
    }

    @CommandHandler
    void handle(WithdrawPledge command) throws Exception {
        Aggregate<Pledge> pledge = pledges.load(command.pledge().toString());
        Amount pledged = pledge.invoke(Pledge::terms).amount();
        Aggregate<CreditPool> pool = poolOf(command.pledge());
        Amount allocated = pool.invoke(CreditPool::allocated).orElse(Amount.zero(pledged.unit()));
        pledge.execute(p -> p.withdraw(command, allocated));
        pool.execute(CreditPool::close);
    }

    /** One without events where none has been opened; nothing is appended to it. */
    private Aggregate<CreditPool> poolOf(PledgeId pledge) throws Exception {
        return pools.loadOrCreate(PoolId.of(pledge).toString(), CreditPool::new);
    }
}
