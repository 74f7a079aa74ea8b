package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.CreditReason.NOT_PARTICIPATING;

import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.participations.Participation;
import eu.tremplin.domain.partners.Pledge;
import eu.tremplin.domain.shared.ReadOnly;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Allocations, which take from a pool and open a grant: both append together or not at all. The pool always comes
 * first, because its lock is the one that is waited for.
 */
public final class Allocations {

    private final Repository<CreditPool> pools;
    private final Repository<CreditGrant> grants;
    private final Repository<Pledge> pledges;
    private final Repository<Participation> participations;

    public Allocations(
            Repository<CreditPool> pools,
            Repository<CreditGrant> grants,
            Repository<Pledge> pledges,
            Repository<Participation> participations) {
        this.pools = pools;
        this.grants = grants;
        this.pledges = pledges;
        this.participations = participations;
    }

    @CommandHandler
    void handle(AllocateCredits command) throws Exception {
        Aggregate<CreditPool> pool = pools.load(command.pool().toString());
        PoolStage.Open open = pool.invoke(CreditPool::asOpen);
        ReadOnly.require(pledges, open.pledge(), Pledge::requireGiving);
        if (!ReadOnly.ask(participations, command.participation(), p -> p.takesPartIn(open.edition()))) {
            throw Refusal.because(NOT_PARTICIPATING);
        }
        StartupId startup = ReadOnly.ask(participations, command.participation(), Participation::startup);
        pool.execute(p -> p.allocate(command, startup));
        grants.loadOrCreate(command.grant().toString(), CreditGrant::new)
                .execute(grant -> grant.open(command, open, startup));
    }
}
