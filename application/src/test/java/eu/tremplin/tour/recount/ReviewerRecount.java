package eu.tremplin.tour.recount;

import java.util.List;
import java.util.Map;

/** The reviewers, each read from its own stream. */
public final class ReviewerRecount {

    private static final String COMMITTED = "COMMITTED";

    private final History history;

    private ReviewerRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> of(History history) {
        var recount = new ReviewerRecount(history);
        return history.of("ReviewerInvited").events().stream().map(recount::row).toList();
    }

    private Map<String, String> row(Event invited) {
        History own = history.inStream(invited.stream());
        Event last = own.last().orElseThrow();
        String standing = standing(own);
        int capacity = capacity(own);
        int taken = own.of("CapacityTaken").count() - own.of("CapacityReturned").count();
        return new Row()
                .column("reviewer", invited.text("reviewer"))
                .column("edition", invited.text("edition"))
                .column("person", invited.text("person"))
                .column("standing", standing)
                .column("capacity", capacity)
                .column("taken", taken)
                .column("remaining", standing.equals(COMMITTED) ? capacity - taken : 0)
                .column("version", last.version())
                .column("lastPosition", last.position())
                .cells();
    }

    private static String standing(History own) {
        return own.of("ReviewerInvited", "CommitmentAccepted", "CommitmentDeclined", "ReviewerReleased")
                .last()
                .map(event -> switch (event.type()) {
                    case "ReviewerInvited" -> "INVITED";
                    case "CommitmentAccepted" -> COMMITTED;
                    case "CommitmentDeclined" -> "DECLINED";
                    default -> "RELEASED";
                })
                .orElseThrow();
    }

    private static int capacity(History own) {
        return own.of("CommitmentAccepted", "CapacityChanged")
                .last()
                .map(event -> event.data(event.type().equals("CapacityChanged") ? "to" : "capacity")
                        .asInt())
                .orElse(0);
    }
}
