package eu.tremplin.application.dashboard;

import eu.tremplin.application.web.queries.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The edition a page is about. */
record Edition(
        UUID id,
        String programme,
        String name,
        String host,
        int seats,
        ZoneId zone,
        Stage stage,
        LocalDate startsOn,
        LocalDate endsOn,
        Optional<Instant> advertised,
        Optional<Integer> cap,
        int placesTaken) {

    /** How far an edition has come, the liveliest first. */
    enum Stage {
        RUNNING("Running", "The programme is under way."),
        CLOSED("Selecting", "The call is closed, and the chair decides."),
        OPEN("Call open", "Startups can apply."),
        PLANNED("Planned", "The call is not open yet."),
        ENDED("Ended", "What is left are outcomes."),
        CANCELLED("Cancelled", "It was given up before it began.");

        private final String title;
        private final String meaning;

        Stage(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        public String title() {
            return title;
        }

        public String meaning() {
            return meaning;
        }
    }

    static Edition of(Row row) {
        return new Edition(
                row.id("edition"),
                row.text("programme"),
                row.text("name"),
                row.text("host"),
                row.whole("seats"),
                zone(row.text("zone")),
                Stage.valueOf(row.text("stage")),
                row.date("startsOn"),
                row.date("endsOn"),
                row.instantIfAny("advertised"),
                row.wholeIfAny("cap"),
                row.wholeIfAny("placesTaken").orElse(0));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (ZoneRulesException _) {
            return ZoneOffset.UTC; // known to another machine and not to this one
        }
    }

    public String title() {
        return programme + " – " + name;
    }

    public String dates() {
        return Words.date(startsOn) + " – " + Words.date(endsOn);
    }

    public String deadline() {
        return advertised.map(instant -> Words.time(instant, zone)).orElse("not set")
                + cap.map(most -> ", or with %d submissions (%d so far)".formatted(most, placesTaken))
                        .orElse("");
    }

    public String zoneName() {
        return zone.getId();
    }

    /** The stages in order, for a line of progress. */
    Stream<Stage> path() {
        if (stage == Stage.CANCELLED) {
            return Stream.of(Stage.PLANNED, Stage.CANCELLED);
        }
        return Stream.of(Stage.PLANNED, Stage.OPEN, Stage.CLOSED, Stage.RUNNING, Stage.ENDED);
    }
}
