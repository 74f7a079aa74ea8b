package eu.tremplin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.Reason;
import eu.tremplin.domain.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** What a command of a {@link Scenario} led to. */
public final class Outcome {

    private final @Nullable Throwable failure;
    private final List<DomainEvent> events;
    private final Set<String> asserted;

    Outcome(@Nullable Throwable failure, List<DomainEvent> events, Set<String> asserted) {
        this.failure = failure;
        this.events = events;
        this.asserted = Set.copyOf(asserted);
    }

    /** The command was accepted, and exactly this happened, in this order, in whichever streams. */
    public Outcome expectEvents(DomainEvent... expected) {
        expectAccepted();
        assertThat(events).containsExactly(expected);
        return this;
    }

    public Outcome expectAccepted() {
        assertThat(failure).as("failure").isNull();
        return this;
    }

    /** A rule said no, for this reason; say {@link #expectNoEvents()} after it. */
    public Outcome expectRefusal(Reason reason) {
        assertThat(failure)
                .as("failure")
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::reason)
                .isEqualTo(reason);
        return this;
    }

    /** The refusal also said which numbers it looked at. */
    public Outcome expectFacts(Map<String, ?> facts) {
        assertThat(failure)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::facts)
                .isEqualTo(facts);
        return this;
    }

    /** What the command names does not exist; say {@link #expectNoEvents()} after it. */
    public Outcome expectNotFound() {
        assertThat(failure).as("failure").isInstanceOf(AggregateNotFoundException.class);
        return this;
    }

    public Outcome expectNoEvents() {
        assertThat(events).isEmpty();
        return this;
    }

    /** The append asserted the version of exactly these streams, which were read and not written. */
    public Outcome expectReadOnly(Identifier... streams) {
        assertThat(asserted)
                .containsExactlyInAnyOrder(
                        List.of(streams).stream().map(Object::toString).toArray(String[]::new));
        return this;
    }

    /** What happened, for assertions of a test's own. */
    public List<DomainEvent> events() {
        return events;
    }
}
