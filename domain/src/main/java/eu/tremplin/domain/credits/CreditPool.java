package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.Account.Kind.GRANT;
import static eu.tremplin.domain.credits.Account.Kind.PLEDGED;
import static eu.tremplin.domain.credits.Account.Kind.POOL;
import static eu.tremplin.domain.credits.CreditReason.POOL_ALREADY_OPEN;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_WITHDRAWN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolClosed;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolRevised;
import eu.tremplin.domain.credits.PoolStage.Closed;
import eu.tremplin.domain.credits.PoolStage.Open;
import eu.tremplin.domain.credits.PoolStage.Unopened;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.util.Optional;
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
            case Open _, Closed _ -> throw Refusal.because(POOL_ALREADY_OPEN);
        }
    }

    /** Follows the pledge; there is nothing to follow with before it is opened. */
    void revise(PledgeTerms revised) {
        switch (stage) {
            case Open pool -> {
                pool.admit(revised);
                Amount more = revised.amount().minus(pool.terms().amount());
                apply(new PoolRevised(
                        id, pool.pledge(), pool.terms(), revised, more.isZero() ? null : moved(pool.pledge(), more)));
            }
            // A pool is closed with its pledge, and a withdrawn pledge is not revised.
            case Unopened _, Closed _ -> {}
        }
    }

    /** Gives back what has not been allocated. */
    void close() {
        switch (stage) {
            case Open pool ->
                apply(new PoolClosed(
                        id,
                        pool.pledge(),
                        pool.left(),
                        pool.left().isZero()
                                ? null
                                : moved(pool.pledge(), pool.left().negated())));
            case Unopened _, Closed _ -> {}
        }
    }

    /** Into the pool, or out of it where there are less than none. */
    private Posting moved(PledgeId pledge, Amount more) {
        return Posting.transfer(more, Account.of(PLEDGED, pledge), Account.of(POOL, id));
    }

    /** What has been given out; nothing where the pool has not been opened. */
    Optional<Amount> allocated() {
        return switch (stage) {
            case Open pool -> Optional.of(pool.allocated());
            case Unopened _, Closed _ -> Optional.empty();
        };
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
            case Closed _ -> throw Refusal.because(PLEDGE_WITHDRAWN);
            case Unopened _ -> throw unopened();
        }
    }

    Open asOpen() {
        return switch (stage) {
            case Open pool -> pool;
            case Closed _ -> throw Refusal.because(PLEDGE_WITHDRAWN);
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
