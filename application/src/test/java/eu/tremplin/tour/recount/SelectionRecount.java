package eu.tremplin.tour.recount;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The selection board, each application held against every other of its edition, and the reviews behind it. */
public final class SelectionRecount {

    private static final int PLACES = 6;

    private final History history;

    private SelectionRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> board(History history) {
        var recount = new SelectionRecount(history);
        return history.of("ApplicationSubmitted").events().stream()
                .map(recount::row)
                .toList();
    }

    public static List<Map<String, String>> reviews(History history) {
        return history.of("ReviewSubmitted").events().stream()
                .map(first -> latest(history, first))
                .map(review -> new Row()
                        .column("application", review.text("application"))
                        .column("reviewer", review.text("reviewer"))
                        .column("edition", submission(history, review).text("edition"))
                        .column("startup", submission(history, review).text("startup"))
                        .column("weightedMean", review.text("weightedMean"))
                        .column("recommendation", review.text("recommendation"))
                        .column("standing", standing(history, review))
                        .column("recordedAt", review.recordedAt())
                        .cells())
                .toList();
    }

    /** As it was handed in last. */
    private static Event latest(History history, Event first) {
        return history.inStream(first.stream())
                .of("ReviewSubmitted", "ReviewRevised")
                .with("reviewer", first.text("reviewer"))
                .last()
                .orElseThrow();
    }

    private static String standing(History history, Event review) {
        return history.inStream(review.stream())
                .of("ReviewRecused", "ReviewVoided")
                .with("reviewer", review.text("reviewer"))
                .first()
                .map(event -> event.type().equals("ReviewVoided") ? "VOIDED" : "RECUSED")
                .orElse("COUNTS");
    }

    private static Event submission(History history, Event review) {
        return history.inStream(review.stream())
                .of("ApplicationSubmitted")
                .first()
                .orElseThrow();
    }

    private Map<String, String> row(Event submitted) {
        History own = history.inStream(submitted.stream());
        Event last = own.last().orElseThrow();
        List<BigDecimal> scores = scores(submitted);
        return new Row()
                .column("application", submitted.text("application"))
                .column("edition", submitted.text("edition"))
                .column("startup", submitted.text("startup"))
                .column("startupName", WorklistRecount.startupName(history, submitted.text("startup")))
                .column("stage", stage(submitted))
                .column("reviewsAssigned", WorklistRecount.assigned(own))
                .column("reviewsCompleted", scores.size())
                .column("quorumRequired", quorum(submitted))
                .column("quorate", isQuorate(submitted))
                .column("meanScore", mean(submitted))
                .column(
                        "lowestScore",
                        scores.stream().min(Comparator.naturalOrder()).map(BigDecimal::toPlainString))
                .column(
                        "highestScore",
                        scores.stream().max(Comparator.naturalOrder()).map(BigDecimal::toPlainString))
                .column("spread", spread(scores))
                .column("rank", rank(submitted))
                .column("tied", tied(submitted))
                .column("cut", cut(submitted))
                .column("shortlistRank", WorklistRecount.shortlistRank(own))
                .column("version", last.version())
                .column("lastPosition", last.position())
                .cells();
    }

    private String stage(Event submitted) {
        return WorklistRecount.stage(WorklistRecount.decisive(history.inStream(submitted.stream())));
    }

    private int quorum(Event submitted) {
        return WorklistRecount.quorum(history, submitted.text("edition"));
    }

    private boolean isQuorate(Event submitted) {
        return scores(submitted).size() >= quorum(submitted);
    }

    private List<BigDecimal> scores(Event submitted) {
        return WorklistRecount.scores(history.inStream(submitted.stream()));
    }

    private String mean(Event submitted) {
        List<BigDecimal> scores = scores(submitted);
        return WorklistRecount.mean(scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add), scores.size());
    }

    /** By the definition: the root of the mean square distance from the mean, over one less than there are. */
    private static String spread(List<BigDecimal> scores) {
        if (scores.size() < 2) {
            return "";
        }
        BigDecimal mean = scores.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(scores.size()), MathContext.DECIMAL128);
        BigDecimal squares =
                scores.stream().map(score -> score.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return squares.divide(BigDecimal.valueOf(scores.size() - 1), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128)
                .setScale(PLACES, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private boolean isInOrder(Event submitted) {
        return isQuorate(submitted) && !stage(submitted).equals("WITHDRAWN");
    }

    /** The mean scores of all that are in the same order. */
    private List<BigDecimal> order(Event submitted) {
        return history.of("ApplicationSubmitted").with("edition", submitted.text("edition")).events().stream()
                .filter(this::isInOrder)
                .map(other -> new BigDecimal(mean(other)))
                .toList();
    }

    private Optional<Long> rank(Event submitted) {
        return isInOrder(submitted) ? Optional.of(1 + distance(submitted, 1)) : Optional.empty();
    }

    private Optional<Long> tied(Event submitted) {
        return isInOrder(submitted) ? Optional.of(distance(submitted, 0)) : Optional.empty();
    }

    private long distance(Event submitted, int sign) {
        var own = new BigDecimal(mean(submitted));
        return order(submitted).stream()
                .filter(other -> other.compareTo(own) == sign)
                .count();
    }

    private Optional<String> cut(Event submitted) {
        int seats = history.of("EditionPlanned")
                .with("edition", submitted.text("edition"))
                .first()
                .orElseThrow()
                .data("seats")
                .asInt();
        return rank(submitted).map(rank -> {
            if (rank > seats) {
                return "BELOW";
            }
            return rank + tied(submitted).orElseThrow() - 1 > seats ? "STRADDLING" : "ABOVE";
        });
    }
}
