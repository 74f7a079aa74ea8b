package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a reviewer. */
public sealed interface ReviewerCommand extends DomainCommand {

    @TargetAggregateIdentifier
    ReviewerId reviewer();

    record InviteReviewer(ReviewerId reviewer, EditionId edition, PersonId person) implements ReviewerCommand {

        public InviteReviewer {
            Contradiction.when(
                    !reviewer.equals(ReviewerId.of(edition, person)),
                    "reviewer must be the one that follows from edition and person");
        }
    }

    /**
     * Accepts to review.
     *
     * @param by the person who accepts
     * @param capacity applications the reviewer will read at most
     */
    record AcceptCommitment(ReviewerId reviewer, PersonId by, int capacity) implements ReviewerCommand {

        public AcceptCommitment {
            requireCapacity(capacity);
        }
    }

    /**
     * Declines to review.
     *
     * @param by the person who declines
     */
    record DeclineCommitment(ReviewerId reviewer, PersonId by) implements ReviewerCommand {}

    /**
     * Takes on more, or less.
     *
     * @param capacity applications the reviewer will read at most, those already taken included
     */
    record ChangeCapacity(ReviewerId reviewer, int capacity) implements ReviewerCommand {

        public ChangeCapacity {
            requireCapacity(capacity);
        }
    }

    record ReleaseReviewer(ReviewerId reviewer) implements ReviewerCommand {}

    /** Declares a conflict of interest with a startup, by the reviewer or by whoever learns of it. */
    record DeclareConflict(ReviewerId reviewer, StartupId startup, ConflictKind kind) implements ReviewerCommand {}

    private static void requireCapacity(int capacity) {
        InvalidValue.unless(capacity >= 1 && capacity <= 1000, "capacity", "must be between 1 and 1000");
    }
}
