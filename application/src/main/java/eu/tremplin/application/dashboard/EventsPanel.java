package eu.tremplin.application.dashboard;

import eu.tremplin.application.history.NewestEvents.Happened;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What happened last, and who did it. */
record EventsPanel(List<Line> lines, String list) {

    private static final String APPLICATION = "applications.Application";

    /**
     * Lines of these events.
     *
     * @param startups names by their applications
     */
    static EventsPanel of(Edition edition, List<Happened> events, Map<UUID, String> startups) {
        return new EventsPanel(
                events.stream().map(event -> line(edition, event, startups)).toList(),
                Link.to("/events", Map.of("edition", edition.id())));
    }

    /** The applications to which some of these events happened. */
    static Set<UUID> applications(List<Happened> events) {
        return events.stream()
                .filter(event -> event.aggregateType().equals(APPLICATION))
                .map(Happened::stream)
                .collect(Collectors.toSet());
    }

    private static Line line(Edition edition, Happened event, Map<UUID, String> startups) {
        return new Line(
                event.position(),
                Words.event(event.type()),
                startups.getOrDefault(event.stream(), ""),
                event.aggregateType().equals(APPLICATION) ? Link.application(event.stream()) : "",
                event.at().toString(),
                Words.time(event.at(), edition.zone()),
                actor(event.actor()),
                event.onBehalfOf() == null ? "" : actor(event.onBehalfOf()));
    }

    /** Users by their names; an applicant has none that may be shown. */
    static String actor(String name) {
        if (name.startsWith("applicant:")) {
            return "the applicant";
        }
        return name.startsWith("system:") ? "Tremplin" : name;
    }

    /** One event; with a link where it happened to an application. */
    record Line(
            long position,
            String what,
            String startup,
            String link,
            String at,
            String atInWords,
            String actor,
            String onBehalfOf) {}
}
