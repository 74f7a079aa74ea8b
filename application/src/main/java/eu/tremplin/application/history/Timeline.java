package eu.tremplin.application.history;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.DPO;
import static eu.tremplin.application.security.Role.PM;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.application.commands.ConflictsOfInterest;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.Streams;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that concerns one application, in the order in which it was recorded: what happened to it, what its cohort
 * says of it, what followed in its participation and with its credits, and what was refused.
 */
@Component
public class Timeline {

    private static final String APPLICATION = "applications.Application";

    // The streams of one application are few and each is found by an index; of its cohort's events those are taken
    // whose bytes hold its id, since nothing else in them looks like one.
    private static final String ENTRIES = """
        with own as (
          select stream_id
            from log.stream
           where stream_id in (:application, :participation)
          union all
          select s.stream_id
            from log.stream s
            join log.event opened on opened.stream_id = s.stream_id and opened.version = 0
           where s.edition_id = :edition
             and s.aggregate_type = 'credits.CreditGrant'
             and position(:participationBytes in opened.payload) > 0
        ), event as (
          select * from log.event where stream_id in (select stream_id from own)
          union all
          select * from log.event where stream_id = :cohort and position(:applicationBytes in payload) > 0
        ), entry as (
          select e.recorded_at as at, 'EVENT' as kind, e.position as number, e.stream_id as stream, t.name as type,
                 null as code, null as what, log.json(e.metadata) ->> 'actor' as actor,
                 log.json(e.metadata) ->> 'onBehalfOf' as on_behalf_of,
                 log.json(e.metadata) ->> 'correlationId' as correlation_id,
                 log.json(e.payload) -> 'reason' ->> 'person' as person,
                 log.json(e.payload) -> 'reason' ->> 'ciphertext' as ciphertext
            from event e
            join log.event_type t on t.id = e.type
           where e.position <= :upTo
          union all
          select at, 'REFUSAL', id, stream, null, code, what, actor, on_behalf_of, correlation_id, null, null
            from access.access_log
           where :refusals and kind = 'REFUSED' and stream in (select stream_id from own)
        )
        select *
          from entry
         where (at, kind collate "C", number) > (:at, :kind, :number)
         order by at, kind collate "C", number
         limit :limit\
        """;

    private final JdbcClient jdbc;
    private final EventLog log;
    private final Streams streams;
    private final PersonalTextCipher cipher;
    private final ConflictsOfInterest conflicts;

    Timeline(JdbcClient jdbc, EventLog log, Streams streams, PersonalTextCipher cipher, ConflictsOfInterest conflicts) {
        this.jdbc = jdbc;
        this.log = log;
        this.streams = streams;
        this.cipher = cipher;
        this.conflicts = conflicts;
    }

    /**
     * A page of it, as the caller may see it: refusals are for auditors and the data-protection officer alone, reasons
     * for those who read personal text. Whoever shows it writes the read down first, by {@link Reads}.
     *
     * @param after {@code next} of the page before; null for the first
     * @throws Problem when there is no such application, or it is withheld, or {@code after} is none
     */
    public TimelinePage page(ApplicationId application, Caller caller, @Nullable String after, int limit) {
        caller.require(AU, PM, DPO);
        Page.limit(limit);
        TimelinePlace place = TimelinePlace.after(after);
        UUID edition = streams.find(application.value())
                .filter(head -> head.aggregateType().equals(APPLICATION))
                .flatMap(Streams.Head::edition)
                .orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
        conflicts.requireNone(caller, application.value());
        ParticipationId participation = ParticipationId.of(application);
        long upTo = log.watermark();
        List<Placed> found = jdbc.sql(ENTRIES)
                .param("application", application.value())
                .param("applicationBytes", application.toString().getBytes(UTF_8))
                .param("participation", participation.value())
                .param("participationBytes", participation.toString().getBytes(UTF_8))
                .param("cohort", CohortId.of(new EditionId(edition)).value())
                .param("edition", edition)
                .param("refusals", caller.has(AU, DPO))
                .param("upTo", upTo)
                .param("at", Conditions.atUtc(place.at()))
                .param("kind", place.kind().name())
                .param("number", place.number())
                .param("limit", limit + 1)
                .query((row, _) -> read(row, caller.readsPersonalText()))
                .list();
        List<Placed> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new TimelinePage(
                shown.stream().map(Placed::entry).toList(),
                found.size() > limit ? shown.getLast().place().text() : null,
                upTo);
    }

    private Placed read(ResultSet row, boolean opensReasons) throws SQLException {
        var place = new TimelinePlace(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                TimelineEntry.Kind.valueOf(row.getString("kind")),
                row.getLong("number"));
        boolean happened = place.kind() == TimelineEntry.Kind.EVENT;
        return new Placed(
                place,
                new TimelineEntry(
                        place.at(),
                        place.kind(),
                        row.getString("type"),
                        row.getString("code"),
                        row.getString("what"),
                        row.getObject("stream", UUID.class),
                        row.getString("actor"),
                        row.getString("on_behalf_of"),
                        opensReasons ? reason(row.getString("person"), row.getString("ciphertext")) : null,
                        happened ? place.number() : null,
                        row.getString("correlation_id")));
    }

    private @Nullable String reason(@Nullable String person, @Nullable String ciphertext) {
        return person == null || ciphertext == null
                ? null
                : cipher.open(new PersonalText.Encrypted(new PersonId(UUID.fromString(person)), ciphertext))
                        .orElse(null);
    }

    /** An entry and where it stands. */
    private record Placed(TimelinePlace place, TimelineEntry entry) {}
}
