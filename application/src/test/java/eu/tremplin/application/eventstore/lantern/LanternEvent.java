package eu.tremplin.application.eventstore.lantern;

import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Claim;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.Reason;
import java.util.List;

/** What has happened to a lantern. */
public sealed interface LanternEvent extends DomainEvent {

    List<EventType> TYPES = List.of(
            new EventType("lanterns.LanternHung", 1, LanternHung.class),
            new EventType("lanterns.LanternLit", 3, LanternLit.class, OlderForms.OF_LANTERN_LIT),
            new EventType("lanterns.LanternNamed", 1, LanternNamed.class),
            new EventType("lanterns.NameGivenBack", 1, NameGivenBack.class),
            new EventType("lanterns.LanternDedicated", 1, LanternDedicated.class));

    LanternId lantern();

    record LanternHung(LanternId lantern, EditionId edition) implements LanternEvent, InEdition {}

    record LanternLit(LanternId lantern, int times) implements LanternEvent {}

    record LanternNamed(LanternId lantern, String name) implements LanternEvent {

        @Override
        public List<Claim> claims() {
            return List.of(claim(name));
        }
    }

    record NameGivenBack(LanternId lantern, String name) implements LanternEvent {

        @Override
        public List<Claim> releases() {
            return List.of(claim(name));
        }
    }

    record LanternDedicated(LanternId lantern, PersonalText to) implements LanternEvent {}

    private static Claim claim(String name) {
        return new Claim("lantern-name", name, LanternReason.NAME_TAKEN);
    }

    /** Why a lantern says no. */
    enum LanternReason implements Reason {
        NAME_TAKEN,
        BROKEN;

        @Override
        public String explanation() {
            return "Choose another lantern.";
        }
    }
}
