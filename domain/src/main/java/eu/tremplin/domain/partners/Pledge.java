package eu.tremplin.domain.partners;

import static eu.tremplin.domain.partners.PartnerReason.NOT_THE_PARTNER;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_ALREADY_COMMITTED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PledgeCommand.CommitPledge;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeStage.Committed;
import eu.tremplin.domain.partners.PledgeStage.Proposed;
import eu.tremplin.domain.partners.PledgeStage.Unproposed;
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

    Pledge() {} // Axon starts here and replays the events

    Pledge(ProposePledge command) {
        apply(new PledgeProposed(command.pledge(), command.partner(), command.edition(), command.terms()));
    }

    @CommandHandler
    void handle(CommitPledge command) {
        switch (stage) {
            case Proposed _ when command.by().equals(proposal.partner()) -> apply(new PledgeCommitted(id));
            case Unproposed _, Proposed _ -> throw Refusal.because(NOT_THE_PARTNER);
            case Committed _ -> throw Refusal.because(PLEDGE_ALREADY_COMMITTED);
        }
    }

    public PartnerId partner() {
        return proposal.partner();
    }

    public EditionId edition() {
        return proposal.edition();
    }

    /** What the partner has bound itself to; nothing while the pledge is only proposed. */
    public Optional<PledgeTerms> committedTerms() {
        return switch (stage) {
            case Unproposed _, Proposed _ -> Optional.empty();
            case Committed _ -> Optional.of(proposal.terms());
        };
    }

    @EventSourcingHandler
    void on(PledgeEvent event) {
        id = event.pledge();
        switch (event) {
            case PledgeProposed e -> {
                proposal = e;
                stage = new Proposed();
            }
            case PledgeCommitted _ -> stage = new Committed();
        }
    }
}
