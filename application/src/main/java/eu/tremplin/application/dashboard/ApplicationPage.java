package eu.tremplin.application.dashboard;

import eu.tremplin.application.history.TimelineEntry;
import eu.tremplin.application.history.TimelinePage;
import eu.tremplin.application.web.queries.Row;
import eu.tremplin.domain.applications.ApplicationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One application and what happened to it, day by day.
 *
 * @param rank empty where it has none
 * @param later address of what came after these entries; null where nothing did
 * @param json address of the same for programs
 */
record ApplicationPage(
        String startup,
        String stage,
        String reviews,
        String mean,
        String rank,
        List<Day> days,
        @Nullable String later,
        String json) {

    static ApplicationPage of(ApplicationId application, Edition edition, Row row, TimelinePage page) {
        return new ApplicationPage(
                row.textIfAny("startupName").orElse("Unregistered startup"),
                Words.choice(row.text("stage")),
                row.whole("reviewsCompleted") + " of " + row.whole("quorumRequired"),
                row.numberIfAny("meanScore").map(Words::score).orElse("none yet"),
                row.wholeIfAny("rank").map(Object::toString).orElse("none"),
                days(edition, page.items()),
                page.next() == null ? null : Link.to(Link.application(application), Map.of("after", page.next())),
                "/api/applications/" + application + "/timeline");
    }

    private static List<Day> days(Edition edition, List<TimelineEntry> entries) {
        var days = new ArrayList<Day>();
        for (TimelineEntry entry : entries) {
            LocalDate date = entry.at().atZone(edition.zone()).toLocalDate();
            String name = Words.date(date);
            if (days.isEmpty() || !days.getLast().date().equals(name)) {
                days.add(new Day(name, new ArrayList<>()));
            }
            days.getLast().entries().add(entry(edition, entry));
        }
        return days;
    }

    private static Entry entry(Edition edition, TimelineEntry entry) {
        return switch (entry.kind()) {
            case EVENT ->
                new Entry(
                        Words.event(String.valueOf(entry.type())),
                        "",
                        false,
                        entry.at().toString(),
                        Words.clock(entry.at(), edition.zone()),
                        EventsPanel.actor(entry.actor()),
                        entry.onBehalfOf() == null ? "" : EventsPanel.actor(entry.onBehalfOf()),
                        entry.reason() == null ? "" : entry.reason(),
                        "event " + entry.position(),
                        entry.correlationId());
            case REFUSAL ->
                new Entry(
                        "Refused: " + Words.table(String.valueOf(entry.code())).toLowerCase(Locale.ROOT),
                        String.valueOf(entry.what()),
                        true,
                        entry.at().toString(),
                        Words.clock(entry.at(), edition.zone()),
                        EventsPanel.actor(entry.actor()),
                        entry.onBehalfOf() == null ? "" : EventsPanel.actor(entry.onBehalfOf()),
                        "",
                        "access log",
                        entry.correlationId());
        };
    }

    /** What happened on one day, where the edition is. */
    record Day(String date, List<Entry> entries) {}

    /**
     * One thing that happened or was refused.
     *
     * @param asked of a refusal, what was asked for
     * @param reason empty where there is none, or none for this viewer
     * @param source where it is written down
     */
    record Entry(
            String what,
            String asked,
            boolean refused,
            String at,
            String clock,
            String actor,
            String onBehalfOf,
            String reason,
            String source,
            String correlationId) {}
}
