package eu.tremplin.tour.recount;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cohort roster: one row per application that was ever offered a seat or put on the waitlist. */
public final class RosterRecount {

    private final History history;

    private RosterRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> of(History history) {
        var recount = new RosterRecount(history);
        return history.of("OfferMade", "WaitlistRanked").texts("application").stream()
                .distinct()
                .map(recount::row)
                .toList();
    }

    private Map<String, String> row(String application) {
        Event submitted = history.of("ApplicationSubmitted")
                .with("application", application)
                .first()
                .orElseThrow();
        History inCohort = history.of(
                        "OfferMade",
                        "OfferAccepted",
                        "OfferDeclined",
                        "OfferExpired",
                        "WaitlistRanked",
                        "WaitlistLeft",
                        "WaitlistPromoted")
                .with("application", application);
        Optional<Event> enrolled =
                history.of("StartupEnrolled").with("application", application).last();
        Optional<Event> graduated = enrolled.flatMap(event -> history.of("StartupGraduated")
                .with("participation", event.text("participation"))
                .last());
        Optional<Event> offer = inCohort.of("OfferMade").last();
        boolean gaveBack = inCohort.of("OfferDeclined", "OfferExpired").any();
        Event latest = graduated.or(() -> enrolled).or(inCohort::last).orElseThrow();
        return new Row()
                .column("application", application)
                .column("edition", submitted.text("edition"))
                .column("cohort", inCohort.first().orElseThrow().text("cohort"))
                .column("startup", submitted.text("startup"))
                .column("startupName", WorklistRecount.startupName(history, submitted.text("startup")))
                .column("state", state(latest))
                .column("stateSince", latest.recordedAt())
                .column("seat", offer.filter(_ -> !gaveBack).map(event -> event.text("seat")))
                .column("waitlistRank", inCohort.of("WaitlistRanked").last().map(event -> event.text("rank")))
                .column("offerExpiresAt", offer.map(event -> event.text("expiresAt")))
                .column(
                        "promotedForSeat",
                        inCohort.of("WaitlistPromoted").last().map(event -> event.text("seat")))
                .column("participation", enrolled.map(event -> event.text("participation")))
                .column("lastPosition", latest.position())
                .cells();
    }

    private static String state(Event latest) {
        return switch (latest.type()) {
            case "OfferMade" -> "OFFERED";
            case "OfferAccepted" -> "ACCEPTED";
            case "OfferDeclined" -> "DECLINED";
            case "OfferExpired" -> "EXPIRED";
            case "WaitlistRanked" -> "WAITING";
            case "WaitlistLeft" -> "LEFT";
            case "StartupEnrolled" -> "ENROLLED";
            case "StartupGraduated" -> "GRADUATED";
            default -> throw new IllegalArgumentException(latest.toString());
        };
    }
}
