package eu.tremplin.application.dashboard;

import eu.tremplin.application.web.queries.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** What partners pledged, and what became of it. */
record CreditsPanel(List<Line> lines, String list, String csv) {

    static final String TABLE = "partner-credits";

    static CreditsPanel of(Edition edition, List<Row> rows) {
        var filter = Map.of("edition", edition.id());
        return new CreditsPanel(
                rows.stream().map(row -> line(edition, row)).toList(),
                Link.list(TABLE, filter),
                Link.csv(TABLE, filter));
    }

    private static Line line(Edition edition, Row row) {
        BigDecimal pledged = row.number("pledged");
        BigDecimal used = row.number("used");
        BigDecimal expired = row.number("expired");
        BigDecimal granted = row.number("granted");
        var shares = new Shares(
                share(used, pledged),
                share(expired, pledged),
                share(granted.subtract(used).subtract(expired), pledged));
        return new Line(
                row.textIfAny("partnerName").orElse("Unnamed partner"),
                Words.choice(row.text("unit")) + "s",
                Words.number(pledged),
                Words.number(granted),
                Words.number(used),
                Words.number(expired),
                Words.number(row.number("remaining")),
                Words.number(row.number("available")),
                shares,
                Link.list(
                        "credit-statement",
                        Map.of("edition", edition.id(), "partner", row.id("partner"), "unit", row.text("unit"))));
    }

    /** In hundredths of all that was pledged. */
    private static BigDecimal share(BigDecimal part, BigDecimal pledged) {
        return pledged.signum() == 0
                ? BigDecimal.ZERO
                : part.multiply(BigDecimal.valueOf(100)).divide(pledged, 2, RoundingMode.HALF_EVEN);
    }

    /** One partner's credits in one unit; amounts as they read. */
    record Line(
            String partner,
            String unit,
            String pledged,
            String granted,
            String used,
            String expired,
            String toUse,
            String toGrant,
            Shares shares,
            String link) {}

    /** How the bar is divided; what is left of a hundred is not granted. */
    record Shares(BigDecimal used, BigDecimal expired, BigDecimal open) {

        public BigDecimal usedAndExpired() {
            return used.add(expired);
        }
    }
}
