package eu.tremplin.domain.partners;

import eu.tremplin.domain.shared.Country;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a partner. */
public sealed interface PartnerCommand extends DomainCommand {

    @TargetAggregateIdentifier
    PartnerId partner();

    /**
     * Invites an organisation to give resources.
     *
     * @param legalSeat ISO 3166 alpha-2 code of the country
     */
    record InvitePartner(PartnerId partner, String name, String legalSeat) implements PartnerCommand {

        public InvitePartner {
            InvalidValue.unlessText(name, "name", 200);
            InvalidValue.unless(
                    Country.isCode(legalSeat),
                    "legalSeat",
                    "must be an ISO 3166 alpha-2 country code in capitals, such as FR");
        }
    }
}
