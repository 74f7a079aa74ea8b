package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

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

    /**
     * Declares a conflict of interest with a startup, by the reviewer or by whoever learns of it.
     *
     * @param endedOn last day of what ties them; none while it lasts
     */
    record DeclareConflict(
            ReviewerId reviewer,
            StartupId startup,
            ConflictKind kind,
            @Nullable LocalDate endedOn) implements ReviewerCommand {

        public DeclareConflict {
            requireDay(endedOn);
        }
    }

    /**
     * Holds what was found out about a reviewer against the rules.
     *
     * @param ties as many as were found, whether or not they are conflicts
     */
    record DetectConflicts(ReviewerId reviewer, List<Tie> ties) implements ReviewerCommand {

        private static final int MOST = 100;

        public DetectConflicts {
            InvalidValue.unless(!ties.isEmpty() && ties.size() <= MOST, "ties", "must be between 1 and " + MOST);
            ties = List.copyOf(ties);
        }
    }

    /**
     * Something that ties a reviewer to a startup.
     *
     * @param rule that says how long it is a conflict
     * @param evidence where that is known from
     * @param endedOn last day of the tie, such as that of the last paper; none while it lasts
     */
    record Tie(
            StartupId startup,
            ConflictRule rule,
            PersonalText evidence,
            @Nullable LocalDate endedOn) {

        public Tie {
            requireDay(endedOn);
        }
    }

    /** States that nothing that is detected between reviewer and startup is a conflict of interest. */
    record PinNonConflict(ReviewerId reviewer, StartupId startup, PersonalText reason) implements ReviewerCommand {}

    /** States that a conflict of interest that was declared or detected is none. */
    record ClearConflict(ReviewerId reviewer, StartupId startup, ConflictKind kind, PersonalText reason)
            implements ReviewerCommand {}

    private static void requireDay(@Nullable LocalDate endedOn) {
        InvalidValue.unless(
                endedOn == null || (endedOn.getYear() >= 1900 && endedOn.getYear() < 2200),
                "endedOn",
                "must be a day from 1900 to 2199");
    }

    private static void requireCapacity(int capacity) {
        InvalidValue.unless(capacity >= 1 && capacity <= 1000, "capacity", "must be between 1 and 1000");
    }
}
