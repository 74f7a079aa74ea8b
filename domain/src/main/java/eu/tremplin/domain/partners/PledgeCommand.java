package eu.tremplin.domain.partners;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.PersonalText;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a pledge. Whoever is {@code by} is the partner the acting user speaks for. */
public sealed interface PledgeCommand extends DomainCommand {

    @TargetAggregateIdentifier
    PledgeId pledge();

    record ProposePledge(PledgeId pledge, PartnerId partner, EditionId edition, PledgeTerms terms)
            implements PledgeCommand {}

    record CommitPledge(PledgeId pledge, PartnerId by) implements PledgeCommand {}

    /**
     * Changes what is pledged.
     *
     * @param terms all of them, as they are from now on
     */
    record RevisePledge(PledgeId pledge, PartnerId by, PledgeTerms terms, PersonalText reason)
            implements PledgeCommand {}

    record SuspendPledge(PledgeId pledge, PartnerId by, PersonalText reason) implements PledgeCommand {}

    record ResumePledge(PledgeId pledge, PartnerId by) implements PledgeCommand {}

    record WithdrawPledge(PledgeId pledge, PartnerId by, PersonalText reason) implements PledgeCommand {}
}
