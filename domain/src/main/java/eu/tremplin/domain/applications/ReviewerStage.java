package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;

/** How far a reviewer's commitment has come. */
sealed interface ReviewerStage {

    record Uninvited() implements ReviewerStage {}

    record Invited(EditionId edition, PersonId person) implements ReviewerStage {

        boolean invites(PersonId somebody) {
            return person.equals(somebody);
        }

        Committed committed(int capacity) {
            return new Committed(edition, capacity, 0);
        }
    }

    /** Has said no; the invitation stands, for whoever changes their mind. */
    record Declined(Invited invitation) implements ReviewerStage {}

    /** Reads up to {@code capacity} applications; {@code taken} of them are assigned. */
    record Committed(EditionId edition, int capacity, int taken) implements ReviewerStage {

        boolean exhausted() {
            return taken >= capacity;
        }

        Committed takingOneMore() {
            return new Committed(edition, capacity, taken + 1);
        }

        Committed takingOneLess() {
            return new Committed(edition, capacity, taken - 1);
        }

        Committed reading(int upTo) {
            return new Committed(edition, upTo, taken);
        }
    }

    /** Reads nothing more. */
    record Released() implements ReviewerStage {}
}
