package eu.tremplin.application.commands;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.StoredEvent;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What belongs to whom, as the first event of a stream says; so it never changes and is asked once. */
@Component
public final class Ownership {

    private static final int REMEMBERED = 10_000;

    private final EventLog log;
    private final Cache<UUID, DomainEvent> firstEvents =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Ownership(EventLog log) {
        this.log = log;
    }

    public PartnerId partnerOf(PledgeId pledge) {
        return first(pledge, PledgeProposed.class).partner();
    }

    public PartnerId partnerOf(PoolId pool) {
        return first(pool, PoolOpened.class).partner();
    }

    public EditionId editionOf(ReviewerId reviewer) {
        return first(reviewer, ReviewerInvited.class).edition();
    }

    public PersonId personOf(ReviewerId reviewer) {
        return first(reviewer, ReviewerInvited.class).person();
    }

    public EditionId editionOf(ApplicationId application) {
        return first(application, ApplicationSubmitted.class).edition();
    }

    public ApplicationId applicationOf(ParticipationId participation) {
        return first(participation, StartupEnrolled.class).application();
    }

    /** How an application began; empty where there is none of this name. */
    Optional<ApplicationSubmitted> submission(UUID stream) {
        return firstEvents.get(stream, this::readIfAny) instanceof ApplicationSubmitted submitted
                ? Optional.of(submitted)
                : Optional.empty();
    }

    private <E extends DomainEvent> E first(Identifier id, Class<E> type) {
        DomainEvent first = firstEvents.get(id.value(), this::readIfAny);
        if (!type.isInstance(first)) {
            throw unknown(id.value());
        }
        return type.cast(first);
    }

    private @Nullable DomainEvent readIfAny(UUID stream) {
        List<StoredEvent> events = log.readStream(stream, 0);
        return events.isEmpty() ? null : events.getFirst().event();
    }

    private static AggregateNotFoundException unknown(UUID stream) {
        return new AggregateNotFoundException(stream.toString(), "There is no such stream");
    }
}
