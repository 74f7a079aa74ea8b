package eu.tremplin.domain.credits;

import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a grant of credits. */
public sealed interface CreditGrantCommand extends DomainCommand {

    @TargetAggregateIdentifier
    GrantId grant();

    /**
     * Records what a startup used, as its provider reports it.
     *
     * @param by the partner the acting user speaks for
     * @param recordId the provider's own id of this record; recorded once, for ever
     * @param region where the resource ran, such as {@code EU}
     */
    record RecordUsage(
            GrantId grant,
            PartnerId by,
            String recordId,
            Instant start,
            Instant end,
            String device,
            String region,
            Amount quantity)
            implements CreditGrantCommand {

        public RecordUsage {
            InvalidValue.unlessText(recordId, "recordId", 200);
            InvalidValue.unlessText(device, "device", 200);
            InvalidValue.unlessText(region, "region", 20);
            InvalidValue.unless(quantity.isPositive(), "quantity", "must be above zero");
            Contradiction.when(end.isBefore(start), "end must not be before start");
        }
    }

    record ExpireCredits(GrantId grant) implements CreditGrantCommand {}
}
