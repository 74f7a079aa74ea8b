package eu.tremplin.domain.outcomes;

import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.StartupId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known to have happened to a startup. */
public sealed interface StartupEvent extends DomainEvent {

    StartupId startup();

    record StartupRegistered(
            StartupId startup,
            String name,
            @Nullable String country,
            @Nullable Integer foundedIn,
            @Nullable String website,
            @Nullable String description)
            implements StartupEvent {}

    record PastParticipationRecorded(
            StartupId startup, String programme, String session, LocalDate startedOn, String source)
            implements StartupEvent {}

    record OutcomeReported(
            StartupId startup,
            OutcomeFact fact,
            LocalDate businessDate,
            String source,
            @Nullable LocalDate verifiedOn) implements StartupEvent {}
}
