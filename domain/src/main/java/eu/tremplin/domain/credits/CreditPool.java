package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.Account.Kind.GRANT;
import static eu.tremplin.domain.credits.Account.Kind.PLEDGED;
import static eu.tremplin.domain.credits.Account.Kind.POOL;
import static eu.tremplin.domain.credits.CreditReason.POOL_ALREADY_OPEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.PoolStage.Open;
import eu.tremplin.domain.credits.PoolStage.Unopened;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** What one pledge has to give, and how much of it is left. */
@AggregateRoot(type = "credits.CreditPool")
public class CreditPool {

    @AggregateIdentifier
    private PoolId id;

    private PoolStage stage = new Unopened();

    CreditPool() {} // Axon starts here and replays the events

    void open(OpenPool command, EditionId edition, PartnerId partner, PledgeTerms terms) {
        switch (stage) {
            case Unopened _ ->
                apply(new PoolOpened(
                        command.pool(),
                        edition,
                        command.pledge(),
                        partner,
                        terms,
                        Posting.transfer(
                                terms.amount(),
                                Account.of(PLEDGED, command.pledge()),
                                Account.of(POOL, command.pool()))));
            case Open _ -> throw Refusal.because(POOL_ALREADY_OPEN);
        }
    }

    void allocate(AllocateCredits command, StartupId startup) {
        switch (stage) {
            case Open pool -> {
                pool.admit(command);
                apply(new CreditsAllocated(
                        id,
                        command.grant(),
                        command.participation(),
                        startup,
                        command.amount(),
                        Posting.transfer(command.amount(), Account.of(POOL, id), Account.of(GRANT, command.grant()))));
            }
            case Unopened _ -> throw unopened();
        }
    }

    Open asOpen() {
        return switch (stage) {
            case Open pool -> pool;
            case Unopened _ -> throw unopened();
        };
    }

    private static IllegalStateException unopened() {
        // The repository knows no pool without events, so nothing is ever asked of one.
        return new IllegalStateException("The pool has not been opened");
    }

    @EventSourcingHandler
    void on(CreditPoolEvent event) {
        id = event.pool();
        stage = stage.after(event);
    }
}
