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
        int assigned = assigned(own);
        List<BigDecimal> scores = scores(own);
        int completed = scores.size();
        int quorum = quorum(history, submitted.text("edition"));
        BigDecimal total =
                scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(PLACES, RoundingMode.UNNECESSARY);
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
                .column("shortlistRank", shortlistRank(own))
                .column("version", last.version())
                .column("lastPosition", last.position())
                .cells();
    }

    static Optional<String> startupName(History history, String startup) {
        return history.of("StartupRegistered").with("startup", startup).last().map(event -> event.text("name"));
    }

    /** Who is to read it or has, and was neither taken off nor has a review that counts for nothing. */
    static int assigned(History own) {
        return own.of("ReviewerAssigned").count()
                - own.of("AssignmentRecalled", "ReviewAbstained", "ReviewRecused", "ReviewVoided")
                        .count();
    }

    /** Of the reviews that count, in the order of their reviewers' first. */
    static List<BigDecimal> scores(History own) {
        return own.of("ReviewSubmitted").texts("reviewer").stream()
                .filter(reviewer -> !own.of("ReviewRecused", "ReviewVoided")
                        .with("reviewer", reviewer)
                        .any())
                .map(reviewer -> own.of("ReviewSubmitted", "ReviewRevised")
                        .with("reviewer", reviewer)
                        .last())
                .map(review -> new BigDecimal(review.orElseThrow().text("weightedMean")))
                .toList();
    }

    /** None once the application has been brought back under review. */
    static Optional<String> shortlistRank(History own) {
        return own.of("ApplicationShortlisted")
                .last()
                .filter(shortlisted -> missed(own, shortlisted).isEmpty())
                .map(shortlisted -> shortlisted.text("rank"));
    }

    /** What brought the application back from the shortlist: the first review that was missed there. */
    private static Optional<Event> missed(History own, Event shortlisted) {
        return own.after(shortlisted)
                .of("ReviewRecused", "ReviewVoided")
                .where(event -> event.data("quorum", "completed").asInt()
                        < event.data("quorum", "required").asInt())
                .first();
    }

    /** The event that brought the application to where it is. */
    static Event decisive(History own) {
        return own.of("ApplicationWithdrawn", "DecisionPublished", "ApplicationShortlisted")
                .last()
                .map(last -> last.type().equals("ApplicationShortlisted")
                        ? missed(own, last).orElse(last)
                        : last)
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
            case "ReviewerAssigned", "ReviewRecused", "ReviewVoided" -> "UNDER_REVIEW";
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
