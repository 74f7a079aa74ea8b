package eu.tremplin.domain.testing;

import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * One given-when-then on the whole domain, two-aggregate rules included, on a log of its own:
 *
 * <pre>{@code
 * given(planned, published, adopted).when(new OpenCall(EDITION)).expectRefusal(DEADLINES_MISSING).expectNoEvents();
 * given(planned).at(NOON).by("staff").when(new SetDeadlines(EDITION, deadlines)).expectEvents(new DeadlinesSet(…));
 * }</pre>
 *
 * Events may belong to any number of streams. Without {@link #at} a command is received at {@link #NOW}, without
 * {@link #by} from {@link #ACTOR}.
 */
public final class Scenario {

    /** When commands are received unless a scenario says otherwise. */
    public static final Instant NOW = Instant.parse("2024-08-01T10:00:00Z");

    /** Who asks unless a scenario says otherwise. */
    public static final String ACTOR = "staff";

    private final Log log = new Log();
    private Instant received = NOW;
    private String actor = ACTOR;
    private @Nullable PersonId person;

    private Scenario() {}

    public static Scenario given(DomainEvent... events) {
        return given(List.of(events));
    }

    public static Scenario given(Collection<? extends DomainEvent> events) {
        return new Scenario().and(events);
    }

    public static Scenario givenNothing() {
        return new Scenario();
    }

    /** More that happened before. */
    public Scenario and(DomainEvent... events) {
        return and(List.of(events));
    }

    /** More that happened before. */
    public Scenario and(Collection<? extends DomainEvent> events) {
        events.forEach(log::append);
        return this;
    }

    /** What was asked, and accepted, before. */
    public Scenario and(DomainCommand command) {
        when(command).expectAccepted();
        return this;
    }

    /** When what follows is received. */
    public Scenario at(Instant instant) {
        received = instant;
        return this;
    }

    /** Who asks for what follows. */
    public Scenario by(String name) {
        actor = name;
        return this;
    }

    /** Which person asks for what follows; nobody in particular unless a scenario says so. */
    public Scenario by(PersonId somebody) {
        person = somebody;
        return this;
    }

    public Outcome when(DomainCommand command) {
        var metadata = MetaData.from(Map.of(CommandMetadata.RECEIVED, received, CommandMetadata.ACTOR, actor));
        CommandMessage<DomainCommand> message = new GenericCommandMessage<>(
                command, person == null ? metadata : metadata.and(CommandMetadata.PERSON, person));
        Outcome outcome = outcomeOf(domain -> {
            var callback = new FutureCallback<DomainCommand, Object>();
            domain.commandBus().dispatch(message, callback);
            return callback.getResult();
        });
        Observed.note(command, outcome.events());
        return outcome;
    }

    /** Asks an aggregate's public decision method, the way the command service of a downstream context does. */
    public <T> Outcome whenAsked(Class<T> aggregate, Identifier id, Consumer<T> decision) {
        return outcomeOf(domain -> DefaultUnitOfWork.startAndGet(null).executeWithResult(() -> {
            domain.repository(aggregate).load(id.toString()).execute(decision);
            return null;
        }));
    }

    private Outcome outcomeOf(Function<Configuration, ResultMessage<?>> asking) {
        int before = log.events().size();
        ResultMessage<?> result = Domain.on(log, asking);
        List<DomainEvent> after = log.events();
        return new Outcome(
                result.optionalExceptionResult().orElse(null), after.subList(before, after.size()), log.lastAsserted());
    }
}
