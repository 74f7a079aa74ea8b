package eu.tremplin.domain.editions;

import static eu.tremplin.domain.editions.ClosingCause.CAP;
import static eu.tremplin.domain.editions.ClosingCause.DEADLINE;
import static eu.tremplin.domain.editions.ClosingCause.MANUAL;
import static eu.tremplin.domain.editions.EditionReason.CALL_ALREADY_OPEN;
import static eu.tremplin.domain.editions.EditionReason.CALL_FULL;
import static eu.tremplin.domain.editions.EditionReason.CALL_NOT_CAPPED;
import static eu.tremplin.domain.editions.EditionReason.CALL_NOT_OPEN;
import static eu.tremplin.domain.editions.EditionReason.CALL_NOT_YET_OPEN;
import static eu.tremplin.domain.editions.EditionReason.CALL_STILL_OPEN;
import static eu.tremplin.domain.editions.EditionReason.CAP_NOT_RAISED;
import static eu.tremplin.domain.editions.EditionReason.DEADLINES_MISSING;
import static eu.tremplin.domain.editions.EditionReason.DEADLINE_ALREADY_PAST;
import static eu.tremplin.domain.editions.EditionReason.EDITION_ALREADY_STARTED;
import static eu.tremplin.domain.editions.EditionReason.EDITION_CANCELLED;
import static eu.tremplin.domain.editions.EditionReason.EDITION_NOT_PLANNED;
import static eu.tremplin.domain.editions.EditionReason.EDITION_NOT_STARTED;
import static eu.tremplin.domain.editions.EditionReason.EDITION_OVER;
import static eu.tremplin.domain.editions.EditionReason.EXTENSION_SHORTENS;
import static eu.tremplin.domain.editions.EditionReason.OVERRIDE_NOT_LATER;
import static eu.tremplin.domain.editions.EditionReason.OVERRIDE_UNKNOWN;
import static eu.tremplin.domain.editions.EditionReason.POLICY_MISSING;
import static eu.tremplin.domain.editions.EditionReason.REOPENING_SHORTENS;
import static eu.tremplin.domain.editions.EditionReason.RUBRIC_FIXED;
import static eu.tremplin.domain.editions.EditionReason.RUBRIC_MISSING;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.editions.EditionCommand.AdoptPolicy;
import eu.tremplin.domain.editions.EditionCommand.CancelEdition;
import eu.tremplin.domain.editions.EditionCommand.CloseCall;
import eu.tremplin.domain.editions.EditionCommand.EndEdition;
import eu.tremplin.domain.editions.EditionCommand.ExtendDeadline;
import eu.tremplin.domain.editions.EditionCommand.GrantDeadlineOverride;
import eu.tremplin.domain.editions.EditionCommand.OpenCall;
import eu.tremplin.domain.editions.EditionCommand.PlanEdition;
import eu.tremplin.domain.editions.EditionCommand.PublishRubric;
import eu.tremplin.domain.editions.EditionCommand.ReopenCall;
import eu.tremplin.domain.editions.EditionCommand.RevokeDeadlineOverride;
import eu.tremplin.domain.editions.EditionCommand.SetCap;
import eu.tremplin.domain.editions.EditionCommand.SetDeadlines;
import eu.tremplin.domain.editions.EditionCommand.StartEdition;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.CallReopened;
import eu.tremplin.domain.editions.EditionEvent.CapReached;
import eu.tremplin.domain.editions.EditionEvent.CapSet;
import eu.tremplin.domain.editions.EditionEvent.DeadlineExtended;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideRevoked;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionEvent.RubricPublished;
import eu.tremplin.domain.editions.EditionStage.Called;
import eu.tremplin.domain.editions.EditionStage.Cancelled;
import eu.tremplin.domain.editions.EditionStage.Closed;
import eu.tremplin.domain.editions.EditionStage.Ended;
import eu.tremplin.domain.editions.EditionStage.Open;
import eu.tremplin.domain.editions.EditionStage.Planned;
import eu.tremplin.domain.editions.EditionStage.Running;
import eu.tremplin.domain.editions.EditionStage.Scheduled;
import eu.tremplin.domain.editions.EditionStage.Unplanned;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** One dated run of a programme: its call with deadlines, its rubric and policy, its seats. */
@AggregateRoot(type = "editions.Edition")
public class Edition {

    @AggregateIdentifier
    private EditionId id;

    private EditionStage stage = new Unplanned();

    private int seats;

    private int rubricVersion;

    private @Nullable Rubric rubric;

    private int policyVersion;

    private @Nullable Policy policy;

    private @Nullable Cap cap;

    private final Map<StartupId, DeadlineOverride> overrides = new HashMap<>();

    Edition() {} // Axon starts here and replays the events

    @CommandHandler
    Edition(PlanEdition command) {
        apply(new EditionPlanned(
                command.edition(),
                command.programme(),
                command.name(),
                command.host(),
                command.seats(),
                command.zone(),
                command.residency(),
                command.startsOn(),
                command.endsOn()));
    }

    @CommandHandler
    void handle(PublishRubric command) {
        switch (stage) {
            case Planned _, Scheduled _, Open _ -> apply(new RubricPublished(id, rubricVersion + 1, command.rubric()));
            case Closed _, Running _ -> throw Refusal.because(RUBRIC_FIXED);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
            case Unplanned _ -> throw Refusal.because(EDITION_NOT_PLANNED);
        }
    }

    @CommandHandler
    void handle(AdoptPolicy command) {
        switch (stage) {
            case Planned _, Scheduled _, Open _, Closed _, Running _ ->
                apply(new PolicyAdopted(id, policyVersion + 1, command.policy()));
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
            case Unplanned _ -> throw Refusal.because(EDITION_NOT_PLANNED);
        }
    }

    @CommandHandler
    void handle(SetDeadlines command) {
        switch (stage) {
            case Planned _, Scheduled _ -> apply(new DeadlinesSet(id, command.deadlines()));
            case Unplanned _, Open _, Closed _, Running _ -> throw Refusal.because(EDITION_NOT_PLANNED);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    @CommandHandler
    void handle(SetCap command) {
        boolean capped = cap != null;
        boolean raised = cap != null && cap.raisedBy(command.cap());
        switch (stage) {
            case Planned _, Scheduled _ -> apply(new CapSet(id, command.cap()));
            case Open _, Closed _ when !capped -> throw Refusal.because(CALL_NOT_CAPPED);
            case Open _, Closed _ when !raised -> throw Refusal.because(CAP_NOT_RAISED);
            case Open _, Closed _ -> apply(new CapSet(id, command.cap()));
            case Running _ -> throw Refusal.because(CALL_NOT_OPEN);
            case Unplanned _ -> throw Refusal.because(EDITION_NOT_PLANNED);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    @CommandHandler
    void handle(OpenCall command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        switch (stage) {
            case Planned _ -> throw Refusal.because(DEADLINES_MISSING);
            case Scheduled _ when rubric == null -> throw Refusal.because(RUBRIC_MISSING);
            case Scheduled _ when policy == null -> throw Refusal.because(POLICY_MISSING);
            case Scheduled s when s.deadlines().passedBy(received) -> throw Refusal.because(DEADLINE_ALREADY_PAST);
            case Scheduled _ -> apply(new CallOpened(id, received));
            case Unplanned _, Open _, Closed _, Running _ -> throw Refusal.because(EDITION_NOT_PLANNED);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    @CommandHandler
    void handle(ExtendDeadline command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        switch (stage) {
            case Open s when !command.deadlines().extend(s.deadlines()) -> throw Refusal.because(EXTENSION_SHORTENS);
            case Open _ when command.deadlines().passedBy(received) -> throw Refusal.because(DEADLINE_ALREADY_PAST);
            case Open s -> apply(new DeadlineExtended(id, s.deadlines(), command.deadlines(), command.reason()));
            case Unplanned _, Planned _, Scheduled _ -> throw Refusal.because(CALL_NOT_YET_OPEN);
            case Closed _, Running _ -> throw Refusal.because(CALL_NOT_OPEN);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    @CommandHandler
    void handle(CloseCall command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        switch (stage) {
            case Open s when s.deadlines().passedBy(received) -> apply(new CallClosed(id, DEADLINE, received));
            case Open _ -> apply(new CallClosed(id, MANUAL, received));
            case Unplanned _, Planned _, Scheduled _ -> throw Refusal.because(CALL_NOT_YET_OPEN);
            case Closed _, Running _ -> throw Refusal.because(CALL_NOT_OPEN);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    @CommandHandler
    void handle(ReopenCall command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        boolean full = cap != null && cap.reached();
        switch (stage) {
            case Closed _ when full -> throw Refusal.because(CALL_FULL);
            case Closed s when command.deadlines().shorten(s.deadlines()) -> throw Refusal.because(REOPENING_SHORTENS);
            case Closed _ when command.deadlines().passedBy(received) -> throw Refusal.because(DEADLINE_ALREADY_PAST);
            case Closed s ->
                apply(new CallReopened(id, s.deadlines(), command.deadlines(), received, command.reason()));
            case Open _ -> throw Refusal.because(CALL_ALREADY_OPEN);
            case Unplanned _, Planned _, Scheduled _ -> throw Refusal.because(CALL_NOT_YET_OPEN);
            case Running _ -> throw Refusal.because(EDITION_ALREADY_STARTED);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    @CommandHandler
    void handle(GrantDeadlineOverride command) {
        switch (stage) {
            case Unplanned _, Planned _, Scheduled _ -> throw Refusal.because(CALL_NOT_YET_OPEN);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
            case Called s when s.window().reaches(command.until()) -> throw Refusal.because(OVERRIDE_NOT_LATER);
            // A shorter override would take back what may already have been received in time.
            case Called _ when isCovered(command) -> throw Refusal.because(OVERRIDE_NOT_LATER);
            case Called _ ->
                apply(new DeadlineOverrideGranted(id, command.startup(), command.until(), command.reason()));
        }
    }

    private boolean isCovered(GrantDeadlineOverride command) {
        DeadlineOverride held = overrides.get(command.startup());
        return held != null && held.covers(command.until());
    }

    @CommandHandler
    void handle(RevokeDeadlineOverride command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        StartupId startup = command.startup();
        boolean held = holdsOverride(startup);
        switch (stage) {
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
            case Called _ when held -> apply(new DeadlineOverrideRevoked(id, startup, received, command.reason()));
            case Unplanned _, Planned _, Scheduled _, Called _ -> throw Refusal.because(OVERRIDE_UNKNOWN);
        }
    }

    private boolean holdsOverride(StartupId startup) {
        DeadlineOverride held = overrides.get(startup);
        return held != null && !held.revoked();
    }

    @CommandHandler
    void handle(StartEdition command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        switch (stage) {
            case Unplanned _, Planned _, Scheduled _ -> throw Refusal.because(CALL_NOT_YET_OPEN);
            case Open _ -> throw Refusal.because(CALL_STILL_OPEN);
            case Closed _ -> apply(new EditionStarted(id, received));
            case Running _ -> throw Refusal.because(EDITION_ALREADY_STARTED);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    @CommandHandler
    void handle(EndEdition command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        switch (stage) {
            case Unplanned _, Planned _, Scheduled _, Open _, Closed _ -> throw Refusal.because(EDITION_NOT_STARTED);
            case Running _ -> apply(new EditionEnded(id, received));
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    /** Gives the edition up, which takes that nobody has a seat in it. */
    public void cancel(CancelEdition command, Instant received) {
        switch (stage) {
            case Planned _, Scheduled _, Open _, Closed _ ->
                apply(new EditionCancelled(id, received, command.reason()));
            case Unplanned _ -> throw Refusal.because(EDITION_NOT_PLANNED);
            case Running _ -> throw Refusal.because(EDITION_ALREADY_STARTED);
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    /** Whether the call has been opened, whatever has happened since. */
    public boolean hasBeenCalled() {
        return stage instanceof Called;
    }

    /**
     * Refuses a submission that was not received in time. Only the instant of receipt counts, never the stage the
     * edition has reached since.
     *
     * @return the cap under which the submission takes a place; none where it needs no place
     */
    public OptionalInt admitSubmission(StartupId startup, Instant received) {
        return switch (stage) {
            case Unplanned _, Planned _, Scheduled _ -> throw Refusal.because(CALL_NOT_YET_OPEN);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
            case Called s -> {
                Cap counted = s.window().admit(received, overrides.get(startup), cap);
                yield counted == null ? OptionalInt.empty() : OptionalInt.of(counted.submissions());
            }
        };
    }

    /** Notes that the last place was taken. What was received in time can take it after the call was closed. */
    public void reachCap(int submissions, Instant received) {
        apply(new CapReached(id, submissions, received));
        if (stage instanceof Open) {
            apply(new CallClosed(id, CAP, received));
        }
    }

    /** Refuses what no longer makes sense once the edition has ended or been cancelled. */
    public void requireNotEnded() {
        switch (stage) {
            case Unplanned _, Planned _, Scheduled _, Open _, Closed _, Running _ -> {}
            case Ended _ -> throw Refusal.because(EDITION_OVER);
            case Cancelled _ -> throw Refusal.because(EDITION_CANCELLED);
        }
    }

    public int seats() {
        return seats;
    }

    /** The policy in force. */
    public Policy policy() {
        requireNotCancelled();
        if (policy == null) {
            throw Refusal.because(POLICY_MISSING);
        }
        return policy;
    }

    /** The rubric and the policy in force. */
    public Rules rules() {
        requireNotCancelled();
        if (rubric == null) {
            throw Refusal.because(RUBRIC_MISSING);
        }
        return new Rules(rubricVersion, rubric, policyVersion, policy());
    }

    private void requireNotCancelled() {
        if (stage instanceof Cancelled) {
            throw Refusal.because(EDITION_CANCELLED);
        }
    }

    @EventSourcingHandler
    void on(EditionEvent event) {
        id = event.edition();
        switch (event) {
            case EditionPlanned e -> {
                seats = e.seats();
                stage = new Planned();
            }
            case RubricPublished e -> {
                rubric = e.rubric();
                rubricVersion = e.version();
            }
            case PolicyAdopted e -> {
                policy = e.policy();
                policyVersion = e.version();
            }
            case DeadlinesSet e -> stage = new Scheduled(e.deadlines());
            case CapSet e -> cap = Cap.of(e.cap());
            case CapReached _ -> cap = cap == null ? null : cap.full();
            case CallOpened e -> stage = stage instanceof Scheduled s ? s.opened(e.at()) : stage;
            case DeadlineExtended e -> stage = stage instanceof Open s ? s.extended(e.to()) : stage;
            case CallClosed e -> stage = stage instanceof Open s ? s.closed(e.at()) : stage;
            case CallReopened e -> stage = stage instanceof Closed s ? s.reopened(e.to()) : stage;
            case DeadlineOverrideGranted e -> overrides.put(e.startup(), DeadlineOverride.until(e.until()));
            case DeadlineOverrideRevoked e ->
                overrides.computeIfPresent(e.startup(), (_, held) -> held.revoked(e.at()));
            case EditionStarted _ -> stage = stage instanceof Closed s ? new Running(s.window()) : stage;
            case EditionEnded _ -> stage = stage instanceof Running s ? new Ended(s.window()) : stage;
            case EditionCancelled _ -> stage = new Cancelled();
        }
    }
}
