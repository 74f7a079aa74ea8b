package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.StartupId;

/** What has happened to the intake of a call that has a cap. */
public sealed interface IntakeEvent extends DomainEvent {

    IntakeId intake();

    /**
     * A startup's submission was counted. It keeps the place when it withdraws and submits again.
     *
     * @param place counts from 1, in the order in which submissions were accepted
     */
    record PlaceTaken(IntakeId intake, EditionId edition, StartupId startup, int place)
            implements IntakeEvent, InEdition {}
}
