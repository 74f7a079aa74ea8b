package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationReason.CAPACITY_BELOW_TAKEN;
import static eu.tremplin.domain.applications.ApplicationReason.CAPACITY_EXHAUSTED;
import static eu.tremplin.domain.applications.ApplicationReason.CAPACITY_UNCHANGED;
import static eu.tremplin.domain.applications.ApplicationReason.COMMITMENT_ALREADY_ACCEPTED;
import static eu.tremplin.domain.applications.ApplicationReason.COMMITMENT_ALREADY_DECLINED;
import static eu.tremplin.domain.applications.ApplicationReason.COMMITMENT_MISSING;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_ALREADY_DECLARED;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_OF_INTEREST;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_UNKNOWN;
import static eu.tremplin.domain.applications.ApplicationReason.NON_CONFLICT_ALREADY_PINNED;
import static eu.tremplin.domain.applications.ApplicationReason.NOT_THE_REVIEWER;
import static eu.tremplin.domain.applications.ApplicationReason.NO_CONFLICT_DETECTED;
import static eu.tremplin.domain.applications.ApplicationReason.OWN_CONFLICT;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_ALREADY_INVITED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_OF_ANOTHER_EDITION;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_RELEASED;
import static eu.tremplin.domain.shared.CommandMetadata.PERSON;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.applications.ReviewerCommand.AcceptCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.ChangeCapacity;
import eu.tremplin.domain.applications.ReviewerCommand.ClearConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclineCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.DetectConflicts;
import eu.tremplin.domain.applications.ReviewerCommand.InviteReviewer;
import eu.tremplin.domain.applications.ReviewerCommand.PinNonConflict;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.applications.ReviewerCommand.Tie;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityChanged;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityReturned;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentDeclined;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictCleared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDetected;
import eu.tremplin.domain.applications.ReviewerEvent.NonConflictPinned;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.applications.ReviewerStage.Committed;
import eu.tremplin.domain.applications.ReviewerStage.Declined;
import eu.tremplin.domain.applications.ReviewerStage.Invited;
import eu.tremplin.domain.applications.ReviewerStage.Released;
import eu.tremplin.domain.applications.ReviewerStage.Uninvited;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** One person's commitment to review for one edition, with its capacity and conflicts of interest. */
@AggregateRoot(type = "applications.Reviewer")
public class Reviewer {

    @AggregateIdentifier
    private ReviewerId id;

    private ReviewerStage stage = new Uninvited();

    private @Nullable PersonId person;

    private final Conflicts conflicts = new Conflicts();

    Reviewer() {} // Axon starts here and replays the events

    void invite(InviteReviewer command) {
        switch (stage) {
            case Uninvited _ -> apply(new ReviewerInvited(command.reviewer(), command.edition(), command.person()));
            case Invited _, Declined _, Committed _ -> throw Refusal.because(REVIEWER_ALREADY_INVITED);
            case Released _ -> throw Refusal.because(REVIEWER_RELEASED);
        }
    }

    @CommandHandler
    void handle(AcceptCommitment command) {
        switch (stage) {
            case Invited s when s.invites(command.by()) -> apply(new CommitmentAccepted(id, command.capacity()));
            case Declined s
            when s.invitation().invites(command.by()) -> apply(new CommitmentAccepted(id, command.capacity()));
            case Uninvited _, Invited _, Declined _ -> throw Refusal.because(NOT_THE_REVIEWER);
            case Committed _ -> throw Refusal.because(COMMITMENT_ALREADY_ACCEPTED);
            case Released _ -> throw Refusal.because(REVIEWER_RELEASED);
        }
    }

    @CommandHandler
    void handle(DeclineCommitment command) {
        switch (stage) {
            case Invited s when s.invites(command.by()) -> apply(new CommitmentDeclined(id));
            case Uninvited _, Invited _ -> throw Refusal.because(NOT_THE_REVIEWER);
            case Declined _ -> throw Refusal.because(COMMITMENT_ALREADY_DECLINED);
            case Committed _ -> throw Refusal.because(COMMITMENT_ALREADY_ACCEPTED);
            case Released _ -> throw Refusal.because(REVIEWER_RELEASED);
        }
    }

    @CommandHandler
    void handle(ChangeCapacity command) {
        switch (stage) {
            case Committed s when s.capacity() == command.capacity() -> throw Refusal.because(CAPACITY_UNCHANGED);
            case Committed s when s.taken() > command.capacity() -> throw takenAlready(s.taken(), command.capacity());
            case Committed s -> apply(new CapacityChanged(id, s.capacity(), command.capacity()));
            case Uninvited _, Invited _, Declined _ -> throw Refusal.because(COMMITMENT_MISSING);
            case Released _ -> throw Refusal.because(REVIEWER_RELEASED);
        }
    }

    private static Refusal takenAlready(int taken, int capacity) {
        return Refusal.because(CAPACITY_BELOW_TAKEN, Map.of("capacity", capacity, "taken", taken));
    }

    /** Whoever was only invited, or has declined, is no longer asked either. */
    @CommandHandler
    void handle(ReleaseReviewer command) {
        switch (stage) {
            case Invited _, Declined _, Committed _ -> apply(new ReviewerReleased(id));
            case Uninvited _ -> throw Refusal.because(COMMITMENT_MISSING);
            case Released _ -> throw Refusal.because(REVIEWER_RELEASED);
        }
    }

    @CommandHandler
    void handle(DeclareConflict command) {
        LocalDate activeUntil = command.kind().activeUntil(command.endedOn());
        if (conflicts.isDeclared(command.startup(), command.kind(), new Validity(activeUntil))) {
            throw Refusal.because(CONFLICT_ALREADY_DECLARED);
        }
        apply(new ConflictDeclared(id, command.startup(), command.kind(), command.endedOn(), activeUntil));
    }

    @CommandHandler
    void handle(DetectConflicts command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        boolean detected = false;
        for (Tie tie : command.ties()) {
            ConflictKind kind = tie.rule().kind();
            LocalDate activeUntil = kind.activeUntil(tie.endedOn());
            if (conflicts.isNews(tie.startup(), tie.rule(), new Validity(activeUntil), received)) {
                apply(new ConflictDetected(
                        id, tie.startup(), tie.rule(), kind, tie.evidence(), tie.endedOn(), activeUntil));
                detected = true;
            }
        }
        if (!detected) {
            throw Refusal.because(NO_CONFLICT_DETECTED);
        }
    }

    @CommandHandler
    void handle(PinNonConflict command, @MetaDataValue(PERSON) @Nullable PersonId by) {
        requireAnother(by);
        if (conflicts.isPinned(command.startup())) {
            throw Refusal.because(NON_CONFLICT_ALREADY_PINNED);
        }
        apply(new NonConflictPinned(id, command.startup(), command.reason()));
    }

    @CommandHandler
    void handle(ClearConflict command, @MetaDataValue(PERSON) @Nullable PersonId by) {
        requireAnother(by);
        if (!conflicts.has(command.startup(), command.kind())) {
            throw Refusal.because(CONFLICT_UNKNOWN);
        }
        apply(new ConflictCleared(id, command.startup(), command.kind(), command.reason()));
    }

    private void requireAnother(@Nullable PersonId by) {
        if (by != null && by.equals(person)) {
            throw Refusal.because(OWN_CONFLICT);
        }
    }

    /** The reviewer's side of an assignment. */
    void take(ApplicationId application, EditionId edition, StartupId startup, Instant at) {
        switch (stage) {
            case Uninvited _, Invited _, Declined _ -> throw Refusal.because(COMMITMENT_MISSING);
            case Released _ -> throw Refusal.because(REVIEWER_RELEASED);
            case Committed s when !s.edition().equals(edition) -> throw Refusal.because(REVIEWER_OF_ANOTHER_EDITION);
            case Committed _ when hasConflictWith(startup, at) -> throw Refusal.because(CONFLICT_OF_INTEREST);
            case Committed s when s.exhausted() -> throw noneLeftOf(s.capacity());
            case Committed _ -> apply(new CapacityTaken(id, application));
        }
    }

    /** The reviewer's side of an assignment that came to nothing. */
    void giveBack(ApplicationId application) {
        apply(new CapacityReturned(id, application));
    }

    /** What a reviewer steps out for is known from then on. */
    void recuse(StartupId startup, ConflictKind kind) {
        if (!conflicts.isDeclared(startup, kind, new Validity(null))) {
            apply(new ConflictDeclared(id, startup, kind, null, null));
        }
    }

    private static Refusal noneLeftOf(int capacity) {
        return Refusal.because(CAPACITY_EXHAUSTED, Map.of("capacity", capacity));
    }

    boolean hasConflictWith(StartupId startup, Instant at) {
        return conflicts.activeWith(startup, at);
    }

    /** The reviewer's side of a review. */
    void requireMayReview(StartupId startup, Instant at) {
        switch (stage) {
            case Uninvited _, Invited _, Declined _, Committed _ -> requireNoConflictWith(startup, at);
            case Released _ -> throw Refusal.because(REVIEWER_RELEASED);
        }
    }

    void requireNoConflictWith(StartupId startup, Instant at) {
        if (hasConflictWith(startup, at)) {
            throw Refusal.because(CONFLICT_OF_INTEREST);
        }
    }

    @EventSourcingHandler
    void on(ReviewerEvent event) {
        id = event.reviewer();
        switch (event) {
            case ReviewerInvited e -> {
                person = e.person();
                stage = new Invited(e.edition(), e.person());
            }
            case CommitmentAccepted e -> stage = committed(e.capacity());
            case CommitmentDeclined _ -> stage = stage instanceof Invited s ? new Declined(s) : stage;
            case CapacityChanged e -> stage = stage instanceof Committed s ? s.reading(e.to()) : stage;
            case ReviewerReleased _ -> stage = new Released();
            case CapacityReturned _ -> stage = stage instanceof Committed s ? s.takingOneLess() : stage;
            case CapacityTaken _ -> stage = stage instanceof Committed s ? s.takingOneMore() : stage;
            case ConflictDeclared e -> conflicts.on(e);
            case ConflictDetected e -> conflicts.on(e);
            case NonConflictPinned e -> conflicts.on(e);
            case ConflictCleared e -> conflicts.on(e);
        }
    }

    private ReviewerStage committed(int capacity) {
        return switch (stage) {
            case Invited s -> s.committed(capacity);
            case Declined s -> s.invitation().committed(capacity);
            case Uninvited _, Committed _, Released _ -> stage;
        };
    }
}
