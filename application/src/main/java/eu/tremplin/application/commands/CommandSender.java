package eu.tremplin.application.commands;

import static eu.tremplin.application.problems.EdgeReason.ALREADY_EXISTS;
import static eu.tremplin.application.problems.EdgeReason.IDEMPOTENCY_KEY_REUSED;
import static eu.tremplin.application.problems.EdgeReason.LOST_RACE;
import static eu.tremplin.application.problems.EdgeReason.NOT_FOUND;
import static eu.tremplin.application.problems.EdgeReason.STALE_VERSION;
import static eu.tremplin.application.problems.EdgeReason.UNKNOWN_REFERENCE;

import eu.tremplin.application.commands.CommandContext.Expected;
import eu.tremplin.application.commands.CommandContext.Once;
import eu.tremplin.application.commands.CommandWatch.Watched;
import eu.tremplin.application.eventstore.AcceptedOutcome;
import eu.tremplin.application.eventstore.AppendUnconfirmed;
import eu.tremplin.application.eventstore.Appended;
import eu.tremplin.application.eventstore.ExpectedVersion;
import eu.tremplin.application.eventstore.IdempotencyKey;
import eu.tremplin.application.eventstore.Outcomes;
import eu.tremplin.application.eventstore.StreamExists;
import eu.tremplin.application.eventstore.Streams;
import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends commands, alone or several that take effect together or not at all, and answers with what they led to. Under an
 * idempotency key there is one effect and one answer however often it is asked; every no stands in the access log.
 */
@Component
public final class CommandSender {

    private final CommandBus commandBus;
    private final Authorisation authorisation;
    private final Outcomes outcomes;
    private final Streams streams;
    private final TremplinEventStore eventStore;
    private final Refusals refusals;
    private final CommandWatch watch;
    private final InFlight inFlight = new InFlight();

    CommandSender(
            CommandBus commandBus,
            Authorisation authorisation,
            Outcomes outcomes,
            Streams streams,
            TremplinEventStore eventStore,
            Refusals refusals,
            CommandWatch watch) {
        this.commandBus = commandBus;
        this.authorisation = authorisation;
        this.outcomes = outcomes;
        this.streams = streams;
        this.eventStore = eventStore;
        this.refusals = refusals;
        this.watch = watch;
    }

    /**
     * Sends commands as one: all their events are appended, or none.
     *
     * @param subject what is created or concerned; the answer names it
     * @throws CommandRefused when a rule says no, or the edge does
     */
    public Accepted send(CommandContext context, Identifier subject, DomainCommand... commands) {
        var request = new Request(context, subject.value(), List.of(commands));
        try (var watched = watch.begin(request.commands)) {
            return answered(request, watched);
        }
    }

    private Accepted answered(Request request, Watched watched) {
        CommandContext context = request.context;
        try {
            @Nullable Once once = context.once();
            Accepted accepted = once == null
                    ? persist(request)
                    : inFlight.alone(context.caller().name(), once.key(), () -> persist(request));
            watched.accepted();
            return accepted;
        } catch (RuntimeException failure) {
            RuntimeException answer = answerTo(failure, request);
            CommandRefused refused = CommandRefused.of(answer).orElse(null);
            if (refused == null) {
                watched.failed();
                throw answer;
            }
            watched.refused(refused.reason());
            refusals.record(request, refused);
            throw refused;
        }
    }

    /**
     * Judges commands as if they were sent now, and appends nothing. What only the append can tell, such as that
     * another has been quicker, is not judged.
     *
     * @throws CommandRefused when a rule says no; the access log does not hear of it, as nothing was asked for
     */
    public void rehearse(CommandContext context, Identifier subject, DomainCommand... commands) {
        var request = new Request(context, subject.value(), List.of(commands));
        try {
            judge(messages(request));
        } catch (RuntimeException failure) {
            RuntimeException answer = answerTo(failure, request);
            throw CommandRefused.of(answer).orElseThrow(() -> answer);
        }
    }

    private void judge(List<CommandMessage<DomainCommand>> messages) {
        for (var attempts = new Attempts(); ; attempts.pause()) {
            try {
                var unitOfWork = DefaultUnitOfWork.startAndGet(messages.getFirst());
                try {
                    messages.forEach(this::dispatch);
                } finally {
                    unitOfWork.rollback();
                    // Yes or no: neither is said upon what is no longer so.
                    eventStore.requireCurrent(unitOfWork);
                }
                return;
            } catch (ConcurrencyException lost) {
                if (attempts.isExhausted()) {
                    throw lost;
                }
            }
        }
    }

    /** Runs again what lost a race; every attempt judges the same request, received at the same instant. */
    private Accepted persist(Request request) {
        List<CommandMessage<DomainCommand>> messages = messages(request);
        for (var attempts = new Attempts(); ; attempts.pause()) {
            try {
                return attempt(request, messages);
            } catch (RuntimeException failure) {
                // Only now, so that the many requests that succeed at once need no look-up.
                Optional<Accepted> former = formerAnswer(request.context, failure);
                if (former.isPresent()) {
                    return former.get();
                }
                // What may be committed has perhaps itself moved the stream on.
                if (!(failure instanceof AppendUnconfirmed) && isStale(request.context.expected())) {
                    throw Problem.because(STALE_VERSION);
                }
                if (!(failure instanceof ConcurrencyException) || attempts.isExhausted()) {
                    throw failure;
                }
            }
        }
    }

    private Accepted attempt(Request request, List<CommandMessage<DomainCommand>> messages) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(messages.getFirst());
        try {
            carry(request, unitOfWork);
            messages.forEach(this::dispatch);
        } catch (RuntimeException | Error failure) {
            unitOfWork.rollback(failure);
            // No is only said upon what is so; otherwise the request is judged again.
            eventStore.requireCurrent(unitOfWork);
            throw failure;
        }
        unitOfWork.commit();
        var appended = Appended.by(unitOfWork)
                .orElseThrow(() -> new IllegalStateException(request.names() + " led to no event"));
        return new Accepted(request.subject, appended.versionOf(request.subject).orElse(null), appended.lastPosition());
    }

    private void carry(Request request, DefaultUnitOfWork<?> unitOfWork) {
        @Nullable Once once = request.context.once();
        if (once != null) {
            new IdempotencyKey(request.context.caller().name(), once.key(), once.requestDigest(), request.subject)
                    .carryOn(unitOfWork);
        }
        @Nullable Expected expected = request.context.expected();
        if (expected != null) {
            new ExpectedVersion(expected.stream(), versionOf(expected)).carryOn(unitOfWork);
        }
    }

    /** The one version to hold the append to; where several would do, the one that the stream has now. */
    private long versionOf(Expected expected) {
        Set<Long> versions = expected.versions();
        long any = versions.iterator().next();
        return versions.size() == 1
                ? any
                : streams.versionOf(expected.stream())
                        .filter(versions::contains)
                        .orElse(any);
    }

    private void dispatch(CommandMessage<DomainCommand> message) {
        var answer = new FutureCallback<DomainCommand, Object>();
        commandBus.dispatch(message, answer);
        var result = answer.getResult();
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
    }

    private List<CommandMessage<DomainCommand>> messages(Request request) {
        return request.commands.stream()
                .map(command -> message(request.context, command))
                .toList();
    }

    private CommandMessage<DomainCommand> message(CommandContext context, DomainCommand command) {
        @Nullable String onBehalfOf = authorisation.authorise(context, command);
        var metadata = new HashMap<>(context.origin());
        metadata.put(CommandMetadata.RECEIVED, context.received());
        metadata.put(CommandMetadata.ACTOR, context.caller().name());
        metadata.put(CommandMetadata.PERSON, context.caller().person());
        metadata.put(CommandMetadata.COMMAND_ID, context.commandId());
        metadata.put(CommandMetadata.CORRELATION_ID, context.correlationId());
        if (onBehalfOf != null) {
            metadata.put(CommandMetadata.ON_BEHALF_OF, onBehalfOf);
        }
        if (context.causationId() != null) {
            metadata.put(CommandMetadata.CAUSATION_ID, context.causationId());
        }
        return new GenericCommandMessage<>(command, metadata);
    }

    private Optional<Accepted> formerAnswer(CommandContext context, RuntimeException failure) {
        @Nullable Once once = context.once();
        if (once == null) {
            return Optional.empty();
        }
        Optional<AcceptedOutcome> outcome;
        try {
            outcome = outcomes.find(context.caller().name(), once.key());
        } catch (RuntimeException lookUp) {
            failure.addSuppressed(lookUp);
            return Optional.empty();
        }
        if (outcome.isPresent() && !outcome.get().requestDigest().equals(once.requestDigest())) {
            throw Problem.because(IDEMPOTENCY_KEY_REUSED);
        }
        return outcome.map(
                former -> new Accepted(former.resource(), former.version().orElse(null), former.position()));
    }

    private boolean isStale(@Nullable Expected expected) {
        if (expected == null) {
            return false;
        }
        return streams.versionOf(expected.stream())
                .filter(version -> !expected.versions().contains(version))
                .isPresent();
    }

    private static RuntimeException answerTo(RuntimeException failure, Request request) {
        return switch (failure) {
            case AggregateNotFoundException e -> missing(String.valueOf(e.getAggregateIdentifier()), request);
            case StreamExists e -> Problem.because(ALREADY_EXISTS, Map.of("id", e.streamId()));
            case ConcurrencyException _ -> Problem.because(LOST_RACE);
            default -> failure;
        };
    }

    private static Problem missing(String id, Request request) {
        return id.equals(request.subject.toString())
                ? Problem.because(NOT_FOUND)
                : Problem.because(UNKNOWN_REFERENCE, Map.of("id", id));
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(failure);
        };
    }

    /** One thing asked, however often it is run. */
    record Request(CommandContext context, UUID subject, List<DomainCommand> commands) {

        String names() {
            return CommandWatch.names(commands);
        }
    }
}
