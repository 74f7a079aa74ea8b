package eu.tremplin.domain.outcomes;

import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.StartupId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known to have happened to a startup. */
public sealed interface StartupEvent extends DomainEvent {

    StartupId startup();

    /**
     * A company is known by this name.
     *
     * @param country ISO 3166 alpha-2 code; absent when not known
     * @param foundedIn calendar year; absent when not known
     * @param website absent when not known
     * @param description absent when not known
     */
    record StartupRegistered(
            StartupId startup,
            String name,
            @Nullable String country,
            @Nullable Integer foundedIn,
            @Nullable String website,
            @Nullable String description)
            implements StartupEvent {}

    /**
     * A company took part in a programme before, here or elsewhere.
     *
     * @param session which run of the programme
     * @param startedOn first day
     * @param source where that is known from
     */
    record PastParticipationRecorded(
            StartupId startup, String programme, String session, LocalDate startedOn, String source)
            implements StartupEvent {}

    /**
     * Something became known about a company.
     *
     * @param businessDate day on which the fact holds
     * @param source where that is known from
     * @param verifiedOn day on which somebody checked it; absent when nobody has
     */
    record OutcomeReported(
            StartupId startup,
            OutcomeFact fact,
            LocalDate businessDate,
            String source,
            @Nullable LocalDate verifiedOn) implements StartupEvent {}
}
