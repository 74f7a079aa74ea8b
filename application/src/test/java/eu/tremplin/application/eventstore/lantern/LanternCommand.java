package eu.tremplin.application.eventstore.lantern;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.PersonalText;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a lantern. */
public sealed interface LanternCommand extends DomainCommand {

    @TargetAggregateIdentifier
    LanternId lantern();

    record HangLantern(LanternId lantern, EditionId edition) implements LanternCommand {}

    record LightLantern(LanternId lantern) implements LanternCommand {}

    record NameLantern(LanternId lantern, String name) implements LanternCommand {}

    record RenameLantern(LanternId lantern, String name) implements LanternCommand {}

    record DedicateLantern(LanternId lantern, PersonalText to) implements LanternCommand {}

    /** Lights both or none. */
    record LightPair(LanternId lantern, LanternId other) implements LanternCommand {}

    /** Lights one, and only while the other stays as it is. */
    record LightBeside(LanternId lantern, LanternId other) implements LanternCommand {}
}
