package eu.tremplin.application.reactions;

import eu.tremplin.domain.cohorts.CohortCommand.FormCohort;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** An edition has as many seats as were planned, from the beginning. */
@ProcessingGroup("reactions.form-cohort")
final class WhenEditionPlannedThenFormCohort {

    private final ReactionSender sender;

    WhenEditionPlannedThenFormCohort(ReactionSender sender) {
        this.sender = sender;
    }

    @EventHandler
    void on(EditionPlanned event, EventMessage<EditionPlanned> message) throws Exception {
        var cohort = CohortId.of(event.edition());
        sender.send(message, cohort, new FormCohort(cohort, event.edition(), event.seats()));
    }
}
