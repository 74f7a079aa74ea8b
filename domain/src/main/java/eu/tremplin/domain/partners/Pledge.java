package eu.tremplin.domain.partners;

import static eu.tremplin.domain.partners.PartnerReason.NOT_THE_PARTNER;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_ALREADY_COMMITTED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_NOT_SUSPENDED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_ONLY_PROPOSED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_SUSPENDED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_UNCHANGED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_WITHDRAWN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PledgeCommand.CommitPledge;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.partners.PledgeCommand.ResumePledge;
import eu.tremplin.domain.partners.PledgeCommand.RevisePledge;
import eu.tremplin.domain.partners.PledgeCommand.SuspendPledge;
import eu.tremplin.domain.partners.PledgeCommand.WithdrawPledge;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeResumed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeRevised;
import eu.tremplin.domain.partners.PledgeEvent.PledgeSuspended;
import eu.tremplin.domain.partners.PledgeEvent.PledgeWithdrawn;
import eu.tremplin.domain.partners.PledgeStage.Committed;
import eu.tremplin.domain.partners.PledgeStage.Proposed;
import eu.tremplin.domain.partners.PledgeStage.Suspended;
import eu.tremplin.domain.partners.PledgeStage.Unproposed;
import eu.tremplin.domain.partners.PledgeStage.Withdrawn;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Refusal;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** What a partner gives to one edition. It counts only once the partner itself has committed it. */
@AggregateRoot(type = "partners.Pledge")
public class Pledge {

    @AggregateIdentifier
    private PledgeId id;

    private PledgeStage stage = new Unproposed();

    @SuppressWarnings("NullAway.Init") // set by the first event of every pledge
    private PledgeProposed proposal;

    @SuppressWarnings("NullAway.Init") // set by the first event of every pledge
    private PledgeTerms terms;

    Pledge() {} // Axon starts here and replays the events

    Pledge(ProposePledge command) {
        apply(new PledgeProposed(command.pledge(), command.partner(), command.edition(), command.terms()));
    }

    @CommandHandler
    void handle(CommitPledge command) {
        requirePartner(command.by());
        switch (stage) {
            case Proposed _ -> apply(new PledgeCommitted(id));
            case Committed _, Suspended _ -> throw Refusal.because(PLEDGE_ALREADY_COMMITTED);
            case Withdrawn _ -> throw Refusal.because(PLEDGE_WITHDRAWN);
            case Unproposed _ -> throw unproposed();
        }
    }

    /** Changes what is pledged; whether the pool that was opened from it allows that is the pool's to say. */
    public void revise(RevisePledge command) {
        requirePartner(command.by());
        boolean unchanged = command.terms().equals(terms);
        switch (stage) {
            case Proposed _, Committed _, Suspended _ when unchanged -> throw Refusal.because(PLEDGE_UNCHANGED);
            case Proposed _, Committed _, Suspended _ ->
                apply(new PledgeRevised(id, terms, command.terms(), command.reason()));
            case Withdrawn _ -> throw Refusal.because(PLEDGE_WITHDRAWN);
            case Unproposed _ -> throw unproposed();
        }
    }

    @CommandHandler
    void handle(SuspendPledge command) {
        requirePartner(command.by());
        switch (stage) {
            case Committed _ -> apply(new PledgeSuspended(id, command.reason()));
            case Proposed _ -> throw Refusal.because(PLEDGE_ONLY_PROPOSED);
            case Suspended _ -> throw Refusal.because(PLEDGE_SUSPENDED);
            case Withdrawn _ -> throw Refusal.because(PLEDGE_WITHDRAWN);
            case Unproposed _ -> throw unproposed();
        }
    }

    @CommandHandler
    void handle(ResumePledge command) {
        requirePartner(command.by());
        switch (stage) {
            case Suspended _ -> apply(new PledgeResumed(id));
            case Proposed _, Committed _ -> throw Refusal.because(PLEDGE_NOT_SUSPENDED);
            case Withdrawn _ -> throw Refusal.because(PLEDGE_WITHDRAWN);
            case Unproposed _ -> throw unproposed();
        }
    }

    /**
     * Takes the pledge back.
     *
     * @param allocated from the pool that was opened from it, zero without one
     */
    public void withdraw(WithdrawPledge command, Amount allocated) {
        requirePartner(command.by());
        switch (stage) {
            case Proposed _, Committed _, Suspended _ -> apply(new PledgeWithdrawn(id, allocated, command.reason()));
            case Withdrawn _ -> throw Refusal.because(PLEDGE_WITHDRAWN);
            case Unproposed _ -> throw unproposed();
        }
    }

    private void requirePartner(PartnerId by) {
        if (!by.equals(proposal.partner())) {
            throw Refusal.because(NOT_THE_PARTNER);
        }
    }

    private static IllegalStateException unproposed() {
        // The repository knows no pledge without events, so nothing is ever asked of one.
        return new IllegalStateException("The pledge has not been proposed");
    }

    public PartnerId partner() {
        return proposal.partner();
    }

    public EditionId edition() {
        return proposal.edition();
    }

    public PledgeTerms terms() {
        return terms;
    }

    /** What the partner has bound itself to; nothing while the pledge is only proposed. */
    public Optional<PledgeTerms> committedTerms() {
        return switch (stage) {
            case Unproposed _, Proposed _ -> Optional.empty();
            case Committed _ -> Optional.of(terms);
            case Suspended _ -> throw Refusal.because(PLEDGE_SUSPENDED);
            case Withdrawn _ -> throw Refusal.because(PLEDGE_WITHDRAWN);
        };
    }

    /** Refuses what the partner holds back or has taken back. */
    public void requireGiving() {
        switch (stage) {
            case Unproposed _, Proposed _, Committed _ -> {}
            case Suspended _ -> throw Refusal.because(PLEDGE_SUSPENDED);
            case Withdrawn _ -> throw Refusal.because(PLEDGE_WITHDRAWN);
        }
    }

    @EventSourcingHandler
    void on(PledgeEvent event) {
        id = event.pledge();
        switch (event) {
            case PledgeProposed e -> {
                proposal = e;
                terms = e.terms();
                stage = new Proposed();
            }
            case PledgeCommitted _, PledgeResumed _ -> stage = new Committed();
            case PledgeRevised e -> terms = e.to();
            case PledgeSuspended _ -> stage = new Suspended();
            case PledgeWithdrawn _ -> stage = new Withdrawn();
        }
    }
}
