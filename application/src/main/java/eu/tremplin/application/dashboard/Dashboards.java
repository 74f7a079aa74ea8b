package eu.tremplin.application.dashboard;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.history.NewestEvents;
import eu.tremplin.application.history.NewestEvents.Happened;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.queries.ReadModelRows;
import eu.tremplin.application.web.queries.ReadModelRows.Selection;
import eu.tremplin.application.web.queries.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Puts together where an edition stands, from the read models as they are now. */
@Component
final class Dashboards {

    /** One table of each read model that is shown: a page is as of a position when all of them are. */
    static final List<String> SHOWN = List.of(
            Editions.TABLE,
            FunnelPanel.TABLE,
            WorklistPanel.TABLE,
            SeatsPanel.ROSTER,
            CreditsPanel.TABLE,
            DuePanel.TABLE);

    private static final int ALL = 500;
    private static final int FIRST = 8;

    private final ReadModelRows rows;
    private final NewestEvents newest;
    private final EventLog log;
    private final Clock clock;

    Dashboards(ReadModelRows rows, NewestEvents newest, EventLog log, Clock clock) {
        this.rows = rows;
        this.newest = newest;
        this.log = log;
        this.clock = clock;
    }

    Dashboard of(Edition edition, Caller caller) {
        long head = log.watermark();
        Map<String, String> here = Map.of("edition", edition.id().toString());
        Selection funnel = rows.select(caller, FunnelPanel.TABLE, here, "place", ALL);
        Selection seats = rows.select(caller, SeatsPanel.SEATS, here, "seat", ALL);
        Selection roster = rows.select(caller, SeatsPanel.ROSTER, here, "waitlistRank", ALL);
        Selection credits = rows.select(caller, CreditsPanel.TABLE, here, "partnerName,unit", ALL);
        Selection due = rows.select(caller, DuePanel.TABLE, here, "dueAt", ALL);
        Map<String, Long> steps = rows.countByChoice(caller, WorklistPanel.TABLE, here, "nextStep");
        long position = LongStream.of(
                        funnel.position(), seats.position(), roster.position(), credits.position(), due.position())
                .min()
                .orElse(0);
        return new Dashboard(
                edition,
                FunnelPanel.of(edition.id(), funnel.rows()),
                WorklistPanel.of(edition, steps, firstOf(edition, steps, caller)),
                SeatsPanel.of(edition, seats.rows(), roster.rows()),
                CreditsPanel.of(edition, credits.rows()),
                DuePanel.of(edition, due.rows(), clock.instant()),
                Viewer.seesHistory(caller) ? events(edition, caller, head, FIRST) : null,
                Freshness.of(position, head, newest.lastRecordedAt(position), edition.zone()));
    }

    /** What happened up to a position, the newest first. */
    EventsPanel events(Edition edition, Caller caller, long upTo, int limit) {
        List<Happened> events = newest.ofEdition(caller, edition.id(), upTo, limit);
        return EventsPanel.of(
                edition,
                events,
                rows.texts(caller, WorklistPanel.TABLE, "startupName", EventsPanel.applications(events)));
    }

    /** Of the applications that wait for somebody, those that are nearest to their end and have waited longest. */
    private List<Row> firstOf(Edition edition, Map<String, Long> steps, Caller caller) {
        var first = new ArrayList<Row>();
        for (String step : List.copyOf(steps.keySet()).reversed()) {
            if (first.size() < FIRST && steps.getOrDefault(step, 0L) > 0 && !step.equals(WorklistPanel.NOTHING_TO_DO)) {
                Map<String, String> waiting = Map.of("edition", edition.id().toString(), "nextStep", step);
                first.addAll(rows.select(caller, WorklistPanel.TABLE, waiting, "stageSince", FIRST - first.size())
                        .rows());
            }
        }
        return first;
    }
}
