package eu.tremplin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.IntakeEvent;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.domain.shared.Claim;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * The streams of one scenario. It keeps the promises that the real log makes to the domain: an append happens as a
 * whole or not at all, versions have no gaps, claims are held once, and what was read has not changed.
 */
final class Log {

    private List<DomainEventMessage<?>> messages = List.of();
    private Set<Claim> claims = Set.of();
    private Set<String> lastAsserted = Set.of();

    /** Appends what happened before the scenario. */
    void append(DomainEvent event) {
        Stream stream = streamOf(event);
        String id = stream.id().toString();
        append(
                List.of(new GenericDomainEventMessage<>(stream.type(), id, versionOf(id, messages) + 1, event)),
                Map.of());
    }

    /** Appends what a command led to, if the streams it read still have the versions that were read. */
    void append(List<DomainEventMessage<?>> batch, Map<String, Long> asserted) {
        asserted.forEach((id, version) ->
                assertThat(versionOf(id, messages)).as("version of " + id).isEqualTo(version));
        var nextMessages = new ArrayList<>(messages);
        var nextClaims = new HashSet<>(claims);
        for (DomainEventMessage<?> message : batch) {
            admit(message, nextMessages, nextClaims);
        }
        messages = List.copyOf(nextMessages);
        claims = Set.copyOf(nextClaims);
        lastAsserted = Set.copyOf(asserted.keySet());
    }

    private static void admit(DomainEventMessage<?> message, List<DomainEventMessage<?>> messages, Set<Claim> claims) {
        String id = message.getAggregateIdentifier();
        DomainEvent event = eventIn(message);
        Stream stream = streamOf(event);
        assertThat(message.getType()).isEqualTo(stream.type());
        assertThat(id).isEqualTo(stream.id().toString());
        assertThat(message.getSequenceNumber()).as("version of %s", event).isEqualTo(versionOf(id, messages) + 1);
        event.releases().forEach(claims::remove);
        for (Claim claim : event.claims()) {
            if (!claims.add(claim)) {
                throw Refusal.because(claim.whenTaken());
            }
        }
        messages.add(message);
    }

    List<DomainEventMessage<?>> stream(String id) {
        return messages.stream()
                .filter(message -> message.getAggregateIdentifier().equals(id))
                .toList();
    }

    /** Everything that has happened, in whichever streams. */
    List<DomainEvent> events() {
        return messages.stream().map(Log::eventIn).toList();
    }

    /** The streams whose versions the last append asserted. */
    Set<String> lastAsserted() {
        return lastAsserted;
    }

    private static long versionOf(String id, List<DomainEventMessage<?>> messages) {
        return messages.stream()
                        .filter(message -> message.getAggregateIdentifier().equals(id))
                        .count()
                - 1;
    }

    private static DomainEvent eventIn(DomainEventMessage<?> message) {
        return (DomainEvent) message.getPayload();
    }

    private static Stream streamOf(DomainEvent event) {
        return switch (event) {
            case EditionEvent e -> new Stream("editions.Edition", e.edition());
            case IntakeEvent e -> new Stream("editions.Intake", e.intake());
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
