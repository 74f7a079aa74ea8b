package eu.tremplin.tour.recount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The worklist: one row per application ever submitted, as it looks to who may not read what is personal. */
public final class WorklistRecount {

    private static final int PLACES = 6;

    private final History history;

    private WorklistRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> of(History history) {
        var recount = new WorklistRecount(history);
        return history.of("ApplicationSubmitted").events().stream()
                .map(recount::row)
                .toList();
    }

    private Map<String, String> row(Event submitted) {
        History own = history.inStream(submitted.stream());
        Event last = own.last().orElseThrow();
        Event decisive = decisive(own);
        String stage = stage(decisive);
        int assigned = own.of("ReviewerAssigned").count();
        int completed = own.of("ReviewSubmitted").count();
        int quorum = quorum(history, submitted.text("edition"));
        BigDecimal total = own.of("ReviewSubmitted").sum("weightedMean").setScale(PLACES, RoundingMode.UNNECESSARY);
        return new Row()
                .column("application", submitted.text("application"))
                .column("edition", submitted.text("edition"))
                .column("startup", submitted.text("startup"))
                .column("startupName", startupName(history, submitted.text("startup")))
                .column("contact", "")
                .column("contactEmail", "")
                .column("submittedAt", submitted.text("receivedAt"))
                .column("stage", stage)
                .column("stageSince", decisive.recordedAt())
                .column("nextStep", nextStep(stage, assigned, completed, quorum))
                .column("reviewsAssigned", assigned)
                .column("reviewsCompleted", completed)
                .column("quorumRequired", quorum)
                .column("scoreTotal", total.toPlainString())
                .column("meanScore", mean(total, completed))
                .column("shortlistRank", own.of("ApplicationShortlisted").last().map(event -> event.text("rank")))
                .column("version", last.version())
                .column("lastPosition", last.position())
                .cells();
    }

    static Optional<String> startupName(History history, String startup) {
        return history.of("StartupRegistered").with("startup", startup).last().map(event -> event.text("name"));
    }

    /** The event that brought the application to where it is. */
    static Event decisive(History own) {
        return own.of("ApplicationWithdrawn", "DecisionPublished", "ApplicationShortlisted")
                .last()
                .or(() -> own.of("ReviewerAssigned").first())
                .or(() -> own.of("EligibilityWaived").last())
                .or(() -> own.of("EligibilityChecked").last())
                .or(() -> own.of("ApplicationSubmitted").last())
                .orElseThrow();
    }

    static String stage(Event decisive) {
        return switch (decisive.type()) {
            case "ApplicationWithdrawn" -> "WITHDRAWN";
            case "DecisionPublished" -> decisive.text("outcome");
            case "ApplicationShortlisted" -> "SHORTLISTED";
            case "ReviewerAssigned" -> "UNDER_REVIEW";
            case "EligibilityWaived" -> "ELIGIBLE";
            case "EligibilityChecked" -> decisive.data("eligible").asBoolean() ? "ELIGIBLE" : "INELIGIBLE";
            case "ApplicationSubmitted" -> "SUBMITTED";
            default -> throw new IllegalArgumentException(decisive.toString());
        };
    }

    private static String nextStep(String stage, int assigned, int completed, int quorum) {
        return switch (stage) {
            case "SUBMITTED" -> "CHECK_ELIGIBILITY";
            case "INELIGIBLE" -> "WAIVE_ELIGIBILITY_OR_DECLINE";
            case "ELIGIBLE" -> "ASSIGN_REVIEWERS";
            case "SHORTLISTED" -> "ADMIT_WAITLIST_OR_DECLINE";
            case "UNDER_REVIEW" -> {
                if (completed >= quorum) {
                    yield "SHORTLIST_OR_DECLINE";
                }
                yield assigned < quorum ? "ASSIGN_REVIEWERS" : "AWAIT_REVIEWS";
            }
            default -> "NONE";
        };
    }

    static int quorum(History history, String edition) {
        return history.of("PolicyAdopted").with("edition", edition).last().stream()
                .mapToInt(event -> event.data("policy", "quorum").asInt())
                .sum();
    }

    static String mean(BigDecimal total, int completed) {
        return completed == 0
                ? ""
                : total.divide(BigDecimal.valueOf(completed), PLACES, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }
}
