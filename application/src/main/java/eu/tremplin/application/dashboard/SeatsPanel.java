package eu.tremplin.application.dashboard;

import eu.tremplin.application.web.queries.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The seats of the cohort, and who waits for one. */
record SeatsPanel(
        List<Seat> seats, List<Waiting> waitlist, String list, String csv, String takenLink, String waitingLink) {

    static final String SEATS = "cohort-seats";
    static final String ROSTER = "cohort-roster";
    static final String WAITING = "WAITING";

    static SeatsPanel of(Edition edition, List<Row> seats, List<Row> roster) {
        Map<UUID, Row> holders =
                roster.stream().collect(Collectors.toMap(row -> row.id("application"), Function.identity()));
        var filter = Map.of("edition", edition.id());
        return new SeatsPanel(
                seats.stream().map(row -> seat(row, holders)).toList(),
                roster.stream()
                        .filter(row -> row.text("state").equals(WAITING))
                        .map(SeatsPanel::waiting)
                        .sorted()
                        .toList(),
                Link.list(SEATS, filter),
                Link.csv(SEATS, filter),
                Link.list(SEATS, Map.of("edition", edition.id(), "state", "TAKEN")),
                Link.list(ROSTER, Map.of("edition", edition.id(), "state", WAITING)));
    }

    private static Seat seat(Row row, Map<UUID, Row> holders) {
        var holder = row.idIfAny("application");
        return new Seat(
                row.whole("seat"),
                Words.choice(row.text("state")),
                "seat-" + row.text("state").toLowerCase(Locale.ROOT),
                holder.map(id -> holders.containsKey(id) ? startup(holders.get(id)) : "An application")
                        .orElse(""),
                holder.map(Link::application).orElse(""));
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                row.wholeIfAny("waitlistRank").orElse(Integer.MAX_VALUE),
                startup(row),
                Link.application(row.id("application")));
    }

    private static String startup(Row row) {
        return row.textIfAny("startupName").orElse("Unregistered startup");
    }

    public long taken() {
        return count("Taken");
    }

    public long free() {
        return count("Free");
    }

    private long count(String state) {
        return seats.stream().filter(seat -> seat.state().equals(state)).count();
    }

    /** One seat; without a holder while it is free. */
    record Seat(int number, String state, String look, String startup, String link) {}

    /** A startup on the waitlist. */
    record Waiting(int rank, String startup, String link) implements Comparable<Waiting> {

        @Override
        public int compareTo(Waiting other) {
            return Integer.compare(rank, other.rank);
        }
    }
}
