package eu.tremplin.application.dashboard;

import eu.tremplin.application.web.queries.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The applications of an edition beside each other: those with a rank, in its order, then the others.
 *
 * @param cutBefore the first ranked application for which no seat is left by the scores alone; none where all have one
 * @param more whether there are more than are shown
 */
record Board(
        int seats,
        List<Candidate> ranked,
        List<Candidate> others,
        Optional<UUID> cutBefore,
        boolean more,
        String list,
        String csv) {

    static final String TABLE = "selection-board";
    static final String REVIEWS = "selection-reviews";

    static Board of(Edition edition, List<Row> rows, Map<UUID, List<Row>> reviews, boolean more) {
        var filter = Map.of("edition", edition.id());
        Map<Boolean, List<Candidate>> candidates = rows.stream()
                .map(row -> candidate(row, reviews.getOrDefault(row.id("application"), List.of())))
                .collect(
                        Collectors.partitioningBy(candidate -> !candidate.rank().isEmpty()));
        List<Candidate> ranked = candidates.getOrDefault(true, List.of());
        return new Board(
                edition.seats(),
                ranked,
                candidates.getOrDefault(false, List.of()),
                ranked.stream().filter(Candidate::below).map(Candidate::id).findFirst(),
                more,
                Link.list(TABLE, filter),
                Link.csv(TABLE, filter));
    }

    private static Candidate candidate(Row row, List<Row> reviews) {
        String cut = row.textIfAny("cut").orElse("");
        int tied = row.wholeIfAny("tied").orElse(0);
        return new Candidate(
                row.id("application"),
                row.textIfAny("startupName").orElse("Unregistered startup"),
                Link.application(row.id("application")),
                row.wholeIfAny("rank").map(Object::toString).orElse(""),
                tied > 1 ? "tied with " + (tied - 1) : "",
                cut.equals("STRADDLING"),
                cut.equals("BELOW"),
                Words.choice(row.text("stage")),
                row.whole("reviewsCompleted"),
                row.whole("quorumRequired"),
                row.flag("quorate"),
                row.numberIfAny("meanScore").map(Words::score).orElse(""),
                row.numberIfAny("spread").map(Words::score).orElse(""),
                Plot.of(row, reviews));
    }

    public boolean isEmpty() {
        return ranked.isEmpty() && others.isEmpty();
    }

    public boolean cutsBefore(UUID candidate) {
        return cutBefore.filter(candidate::equals).isPresent();
    }

    /**
     * One application.
     *
     * @param rank empty where it has none
     * @param straddles whether its tie has more applications than seats are left for it
     */
    record Candidate(
            UUID id,
            String startup,
            String link,
            String rank,
            String tie,
            boolean straddles,
            boolean below,
            String stage,
            int reviews,
            int quorum,
            boolean quorate,
            String mean,
            String spread,
            Plot plot) {}

    /**
     * The reviews' scores on a line from nought to one, in a drawing 220 wide.
     *
     * @param dots where the scores are that count
     * @param struck those that do not
     */
    record Plot(
            List<BigDecimal> dots,
            List<Struck> struck,
            BigDecimal low,
            BigDecimal high,
            BigDecimal mean,
            String inWords) {

        private static final BigDecimal MARGIN = BigDecimal.TEN;
        private static final BigDecimal WIDTH = BigDecimal.valueOf(200);

        static Plot of(Row row, List<Row> reviews) {
            Map<Boolean, List<Row>> counting = reviews.stream().collect(Collectors.partitioningBy(Plot::counts));
            List<BigDecimal> scores = counting.getOrDefault(true, List.of()).stream()
                    .map(review -> review.number("weightedMean"))
                    .toList();
            return new Plot(
                    scores.stream().map(Plot::place).toList(),
                    counting.getOrDefault(false, List.of()).stream()
                            .map(Plot::struck)
                            .toList(),
                    place(row.numberIfAny("lowestScore").orElse(BigDecimal.ZERO)),
                    place(row.numberIfAny("highestScore").orElse(BigDecimal.ZERO)),
                    place(row.numberIfAny("meanScore").orElse(BigDecimal.ZERO)),
                    scores.isEmpty()
                            ? "no review yet"
                            : scores.stream().map(Words::score).collect(Collectors.joining(", ")));
        }

        private static boolean counts(Row review) {
            return review.text("standing").equals("COUNTS");
        }

        private static Struck struck(Row review) {
            BigDecimal score = review.number("weightedMean");
            return new Struck(
                    place(score), Words.score(score), review.text("standing").toLowerCase(Locale.ROOT));
        }

        private static BigDecimal place(BigDecimal score) {
            return score.multiply(WIDTH).add(MARGIN).setScale(1, RoundingMode.HALF_EVEN);
        }

        public boolean isEmpty() {
            return dots.isEmpty() && struck.isEmpty();
        }
    }

    /**
     * A review that counts for nothing.
     *
     * @param why it was voided, or its reviewer recused
     */
    record Struck(BigDecimal place, String score, String why) {

        private static final BigDecimal ARM = BigDecimal.valueOf(4);

        /** A cross in its place. */
        public String cross() {
            BigDecimal left = place.subtract(ARM);
            BigDecimal right = place.add(ARM);
            return "M%s 6L%s 14M%s 14L%s 6".formatted(left, right, left, right);
        }
    }
}
