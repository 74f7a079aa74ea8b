package eu.tremplin.application.dashboard;

import eu.tremplin.application.web.queries.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What falls due next.
 *
 * @param overdue how many of all have passed already
 */
record DuePanel(List<Item> items, long overdue, String list, String csv) {

    static final String TABLE = "due";
    private static final int SHOWN = 8;

    static DuePanel of(Edition edition, List<Row> rows, Instant now) {
        var filter = Map.of("edition", edition.id());
        return new DuePanel(
                rows.stream().limit(SHOWN).map(row -> item(edition, row, now)).toList(),
                rows.stream().filter(row -> row.instant("dueAt").isBefore(now)).count(),
                Link.list(TABLE, filter),
                Link.csv(TABLE, filter));
    }

    private static Item item(Edition edition, Row row, Instant now) {
        Instant dueAt = row.instant("dueAt");
        return new Item(
                Words.choice(row.text("kind")),
                row.textIfAny("label").orElse(""),
                row.textIfAny("startupName").orElse(""),
                dueAt.toString(),
                Words.time(dueAt, edition.zone()),
                distance(Duration.between(now, dueAt)),
                dueAt.isBefore(now));
    }

    /** {@code in 3 days}, {@code 2 hours ago}. */
    static String distance(Duration ahead) {
        Duration length = ahead.abs();
        String words;
        if (length.toDays() >= 2) {
            words = length.toDays() + " days";
        } else if (length.toHours() >= 2) {
            words = length.toHours() + " hours";
        } else {
            words = Math.max(1, length.toMinutes()) + " min";
        }
        return ahead.isNegative() ? words + " ago" : "in " + words;
    }

    /** One thing that falls due, for the edition or for one startup. */
    record Item(
            String kind,
            String label,
            String startup,
            String dueAt,
            String dueInWords,
            String distance,
            boolean overdue) {}
}
