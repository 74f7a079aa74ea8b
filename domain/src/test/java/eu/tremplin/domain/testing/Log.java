package eu.tremplin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.domain.shared.Claim;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** A log in memory that keeps the promises the real one makes to the domain: versions without gaps, claims held once. */
final class Log extends InMemoryEventStorageEngine {

    private final List<DomainEvent> events = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Set<Claim> claims = new HashSet<>();

    /** Appends what happened before the scenario. */
    void append(DomainEvent event) {
        Stream stream = streamOf(event);
        long version = versions.getOrDefault(stream.id().toString(), -1L) + 1;
        appendEvents(List.of(
                new GenericDomainEventMessage<>(stream.type(), stream.id().toString(), version, event)));
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        messages.forEach(message -> admit((DomainEventMessage<?>) message));
        super.appendEvents(messages);
    }

    private void admit(DomainEventMessage<?> message) {
        var event = (DomainEvent) message.getPayload();
        Stream stream = streamOf(event);
        assertThat(message.getType()).isEqualTo(stream.type());
        assertThat(message.getAggregateIdentifier()).isEqualTo(stream.id().toString());
        assertThat(message.getSequenceNumber())
                .as("version of %s", event)
                .isEqualTo(versions.getOrDefault(message.getAggregateIdentifier(), -1L) + 1);
        event.releases().forEach(claims::remove);
        for (Claim claim : event.claims()) {
            if (!claims.add(claim)) {
                throw Refusal.because(claim.whenTaken());
            }
        }
        versions.put(message.getAggregateIdentifier(), message.getSequenceNumber());
        events.add(event);
    }

    List<DomainEvent> events() {
        return List.copyOf(events);
    }

    private static Stream streamOf(DomainEvent event) {
        return switch (event) {
            case EditionEvent e -> new Stream("editions.Edition", e.edition());
            case PartnerEvent e -> new Stream("partners.Partner", e.partner());
            case PledgeEvent e -> new Stream("partners.Pledge", e.pledge());
            case ApplicationEvent e -> new Stream("applications.Application", e.application());
            case ReviewerEvent e -> new Stream("applications.Reviewer", e.reviewer());
            case CohortEvent e -> new Stream("cohorts.Cohort", e.cohort());
            case ParticipationEvent e -> new Stream("participations.Participation", e.participation());
            case CreditPoolEvent e -> new Stream("credits.CreditPool", e.pool());
            case CreditGrantEvent e -> new Stream("credits.CreditGrant", e.grant());
            case StartupEvent e -> new Stream("outcomes.Startup", e.startup());
            default -> throw new IllegalArgumentException("No stream is known for " + event);
        };
    }

    private record Stream(String type, Identifier id) {}
}
