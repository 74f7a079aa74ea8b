package eu.tremplin.domain.partners;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.partners.PartnerCommand.InvitePartner;
import eu.tremplin.domain.partners.PartnerEvent.PartnerInvited;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** An organisation that gives resources. */
@AggregateRoot(type = "partners.Partner")
public class Partner {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private PartnerId id;

    Partner() {} // Axon starts here and replays the events

    @CommandHandler
    Partner(InvitePartner command) {
        apply(new PartnerInvited(command.partner(), command.name(), command.legalSeat()));
    }

    @EventSourcingHandler
    void on(PartnerEvent event) {
        id = event.partner();
    }
}
