package eu.tremplin.application.reactions;

import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.participations.ParticipationCommand.EnrolStartup;
import eu.tremplin.domain.participations.ParticipationId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** A startup that has accepted its offer takes part. */
@ProcessingGroup("reactions.enrol-startup")
final class WhenOfferAcceptedThenEnrolStartup {

    private final ReactionSender sender;

    WhenOfferAcceptedThenEnrolStartup(ReactionSender sender) {
        this.sender = sender;
    }

    @EventHandler
    void on(OfferAccepted event, EventMessage<OfferAccepted> message) throws Exception {
        var participation = ParticipationId.of(event.application());
        sender.send(message, participation, new EnrolStartup(participation, event.application()));
    }
}
