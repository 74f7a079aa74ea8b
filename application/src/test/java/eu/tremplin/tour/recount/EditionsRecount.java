package eu.tremplin.tour.recount;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The editions: what was planned, and what is in force now. */
public final class EditionsRecount {

    private final History history;

    private EditionsRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> of(History history) {
        var recount = new EditionsRecount(history);
        return history.of("EditionPlanned").events().stream().map(recount::row).toList();
    }

    private Map<String, String> row(Event planned) {
        History own = history.inStream(planned.stream());
        Optional<Event> rubric = own.of("RubricPublished").last();
        Optional<Event> policy = own.of("PolicyAdopted").last();
        Optional<Event> cap = own.of("CapSet").last();
        Optional<Event> place = history.of("PlaceTaken")
                .with("edition", planned.text("edition"))
                .last();
        Event last = own.last().orElseThrow();
        return new Row()
                .column("edition", planned.text("edition"))
                .column("programme", planned.text("programme"))
                .column("name", planned.text("name"))
                .column("host", planned.text("host"))
                .column("seats", planned.text("seats"))
                .column("zone", planned.text("zone"))
                .column("residency", planned.text("residency"))
                .column("startsOn", planned.text("startsOn"))
                .column("endsOn", planned.text("endsOn"))
                .column("stage", stage(own))
                .column("advertised", deadline(own, "advertised"))
                .column("enforced", deadline(own, "enforced"))
                .column("internal", deadline(own, "internal"))
                .column("cap", cap.map(event -> event.text("cap")))
                .column("placesTaken", place.map(event -> event.text("place")))
                .column("rubricVersion", rubric.map(event -> event.text("version")))
                .column("policyVersion", policy.map(event -> event.text("version")))
                .column("quorum", policy.map(event -> event.text("policy", "quorum")))
                .column("offerDays", policy.map(event -> event.text("policy", "offerDays")))
                .column("version", last.version())
                .column("lastPosition", last.position())
                .cells();
    }

    private static String stage(History own) {
        if (own.of("EditionCancelled").any()) {
            return "CANCELLED";
        }
        if (own.of("EditionEnded").any()) {
            return "ENDED";
        }
        if (own.of("EditionStarted").any()) {
            return "RUNNING";
        }
        if (isClosed(own)) {
            return "CLOSED";
        }
        return own.of("CallOpened").any() ? "OPEN" : "PLANNED";
    }

    /** Closed, and not opened again since. */
    static boolean isClosed(History own) {
        return own.of("CallClosed", "CallReopened")
                .last()
                .filter(event -> event.type().equals("CallClosed"))
                .isPresent();
    }

    /** As last extended or reopened, else as last set. */
    static Optional<String> deadline(History own, String which) {
        return own.of("DeadlineExtended", "CallReopened")
                .last()
                .map(event -> event.text("to", which))
                .or(() -> own.of("DeadlinesSet").last().map(event -> event.text("deadlines", which)));
    }
}
