package eu.tremplin.tour.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The funnel: which stages each application passed through, counted per edition and stage. */
public final class FunnelRecount {

    private static final List<String> STAGES = List.of(
            "SUBMITTED",
            "WITHDRAWN",
            "INELIGIBLE",
            "ELIGIBLE",
            "UNDER_REVIEW",
            "SHORTLISTED",
            "DECLINED",
            "WAITLISTED",
            "WAITLIST_LEFT",
            "ADMITTED",
            "OFFER_DECLINED",
            "OFFER_EXPIRED",
            "OFFER_ACCEPTED",
            "ENROLLED",
            "GRADUATED");

    private final History history;

    private FunnelRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> of(History history) {
        var recount = new FunnelRecount(history);
        return history.of("EditionPlanned").texts("edition").stream()
                .flatMap(edition -> recount.rows(edition).stream())
                .toList();
    }

    private List<Map<String, String>> rows(String edition) {
        List<List<String>> journeys = history.of("ApplicationSubmitted").with("edition", edition).events().stream()
                .map(this::journey)
                .toList();
        var rows = new ArrayList<Map<String, String>>();
        for (String stage : STAGES) {
            long entered =
                    journeys.stream().filter(journey -> journey.contains(stage)).count();
            long current = journeys.stream()
                    .filter(journey -> journey.getLast().equals(stage))
                    .count();
            rows.add(new Row()
                    .column("edition", edition)
                    .column("stage", stage)
                    .column("place", STAGES.indexOf(stage) + 1)
                    .column("entered", entered)
                    .column("current", current)
                    .column("movedOn", entered - current)
                    .cells());
        }
        return rows;
    }

    /** The stages that one application came through, in their order; some of them perhaps again. */
    private List<String> journey(Event submitted) {
        String application = submitted.text("application");
        List<String> participations =
                history.of("StartupEnrolled").with("application", application).texts("participation");
        var journey = new ArrayList<String>();
        history.where(event -> event.text("application").equals(application)
                        || participations.contains(event.text("participation")))
                .events()
                .forEach(event -> {
                    String stage = stage(event);
                    if (!stage.isEmpty()
                            && (journey.isEmpty() || !journey.getLast().equals(stage))) {
                        journey.add(stage);
                    }
                });
        return journey;
    }

    /** Whether there are too few reviews without this one. */
    private static boolean isMissed(Event discounted) {
        return discounted.data("quorum", "completed").asInt()
                < discounted.data("quorum", "required").asInt();
    }

    /** Where an event brings its application; nowhere, for most. */
    private static String stage(Event event) {
        return switch (event.type()) {
            case "ApplicationSubmitted" -> "SUBMITTED";
            case "ApplicationWithdrawn" -> "WITHDRAWN";
            case "EligibilityChecked" -> event.data("eligible").asBoolean() ? "ELIGIBLE" : "INELIGIBLE";
            case "EligibilityWaived" -> "ELIGIBLE";
            case "ReviewerAssigned" -> "UNDER_REVIEW";
            case "ReviewRecused", "ReviewVoided" -> isMissed(event) ? "UNDER_REVIEW" : "";
            case "ApplicationShortlisted" -> "SHORTLISTED";
            case "DecisionPublished" -> event.text("outcome");
            case "WaitlistPromoted" -> "ADMITTED";
            case "WaitlistLeft" -> "WAITLIST_LEFT";
            case "OfferDeclined" -> "OFFER_DECLINED";
            case "OfferExpired" -> "OFFER_EXPIRED";
            case "OfferAccepted" -> "OFFER_ACCEPTED";
            case "StartupEnrolled" -> "ENROLLED";
            case "StartupGraduated" -> "GRADUATED";
            default -> "";
        };
    }
}
