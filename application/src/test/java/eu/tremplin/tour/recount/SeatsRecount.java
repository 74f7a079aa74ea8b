package eu.tremplin.tour.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The seats of every cohort, and who has each. */
public final class SeatsRecount {

    private SeatsRecount() {}

    public static List<Map<String, String>> of(History history) {
        var rows = new ArrayList<Map<String, String>>();
        for (Event formed : history.of("CohortFormed").events()) {
            History cohort = history.with("cohort", formed.text("cohort"));
            for (int seat = 1; seat <= formed.data("seats").asInt(); seat++) {
                rows.add(row(formed, seat, cohort.with("seat", Integer.toString(seat))));
            }
        }
        return rows;
    }

    private static Map<String, String> row(Event formed, int seat, History ofSeat) {
        Event last = ofSeat.of("SeatReserved", "OfferMade", "OfferAccepted", "SeatFreed")
                .last()
                .orElse(formed);
        return new Row()
                .column("cohort", formed.text("cohort"))
                .column("seat", seat)
                .column("edition", formed.text("edition"))
                .column("state", state(last))
                .column("application", last.text("application"))
                .column("lastPosition", last.position())
                .cells();
    }

    private static String state(Event last) {
        return switch (last.type()) {
            case "CohortFormed", "SeatFreed" -> "FREE";
            case "SeatReserved" -> "RESERVED";
            case "OfferMade" -> "OFFERED";
            case "OfferAccepted" -> "TAKEN";
            default -> throw new IllegalArgumentException(last.toString());
        };
    }
}
