package eu.tremplin.domain.partners;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a pledge. */
public sealed interface PledgeCommand extends DomainCommand {

    @TargetAggregateIdentifier
    PledgeId pledge();

    record ProposePledge(PledgeId pledge, PartnerId partner, EditionId edition, PledgeTerms terms)
            implements PledgeCommand {}

    /**
     * Commits a pledge.
     *
     * @param by the partner the acting user speaks for
     */
    record CommitPledge(PledgeId pledge, PartnerId by) implements PledgeCommand {}
}
