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

    /** Reads up to {@code capacity} applications; {@code taken} of them are assigned, for good. */
    record Committed(EditionId edition, int capacity, int taken) implements ReviewerStage {

        boolean exhausted() {
            return taken >= capacity;
        }

        Committed takingOneMore() {
            return new Committed(edition, capacity, taken + 1);
        }
    }
}
