package eu.tremplin.domain.applications;

import eu.tremplin.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the scores of strict and of lenient reviewers are made comparable. A score x is moved to where it would stand if
 * its reviewer scored as all do together: μ + σ × (x − μⱼ) ÷ σⱼ, where μ and σ are mean and standard deviation of all
 * scores, μⱼ and σⱼ those of the reviewer's. Deviations are of all there is, not of a sample: √(Σ(x − μ)² ÷ n).
 *
 * <p>It is a function of the scores alone. Sums are exact, so neither their order nor whose they are makes a difference.
 *
 * @param minimumReviews a reviewer with fewer has shown no manner of their own, and keeps their scores
 * @param prior of {@link Method#SHRINKAGE}: as many reviews of a reviewer's own weigh as much as what all do together
 */
public record Normalisation(Method method, int minimumReviews, int prior) {

    public Normalisation {
        InvalidValue.unless(
                minimumReviews >= 1 && minimumReviews <= 1000, "minimumReviews", "must be between 1 and 1000");
        InvalidValue.unless(prior >= 1 && prior <= 1000, "prior", "must be between 1 and 1000");
    }

    /** Which mean and deviation are taken for a reviewer's. */
    public enum Method {
        /** None: scores stay as they are. */
        RAW,
        /** Their own. */
        Z_SCORE,
        /** n ÷ (n + prior) of their own and the rest of everybody's, for means and for variances. */
        SHRINKAGE
    }

    /** The scores as they are given, each beside what it is moved to. */
    public NormalisedScores of(Collection<Score> scores) {
        Spread all = Spread.of(scores);
        Map<ReviewerId, List<Score>> byReviewer = scores.stream().collect(Collectors.groupingBy(Score::reviewer));
        Map<ReviewerId, Spread> own = new HashMap<>();
        byReviewer.forEach((reviewer, theirs) -> own.put(reviewer, Spread.of(theirs)));
        return new NormalisedScores(scores.stream()
                .map(score -> line(score, own.getOrDefault(score.reviewer(), all), all))
                .toList());
    }

    private NormalisedScores.Line line(Score score, Spread own, Spread all) {
        return switch (method) {
            case RAW -> score.stays();
            case Z_SCORE -> own.count() < minimumReviews ? score.stays() : score.moved(own, all);
            case SHRINKAGE -> own.count() < minimumReviews ? score.stays() : score.moved(own.towards(all, prior), all);
        };
    }

    /**
     * What one reviewer found of one application.
     *
     * @param value from 0 to 1
     */
    public record Score(ApplicationId application, ReviewerId reviewer, BigDecimal value) {

        private NormalisedScores.Line stays() {
            return NormalisedScores.Line.of(this, value, NormalisedScores.Basis.RAW);
        }

        /** Who finds everything the same says nothing by how far apart they put things, only by where. */
        private NormalisedScores.Line moved(Spread from, Spread to) {
            BigDecimal distance = value.subtract(from.mean());
            return from.deviation().signum() == 0
                    ? NormalisedScores.Line.of(this, to.mean().add(distance), NormalisedScores.Basis.SHIFTED)
                    : NormalisedScores.Line.of(
                            this,
                            to.mean()
                                    .add(to.deviation()
                                            .multiply(distance)
                                            .divide(from.deviation(), MathContext.DECIMAL128)),
                            NormalisedScores.Basis.SCALED);
        }
    }

    /** Where scores lie, and how far apart. */
    private record Spread(int count, BigDecimal mean, BigDecimal variance) {

        static Spread of(Collection<Score> scores) {
            BigDecimal count = BigDecimal.valueOf(scores.size());
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            for (Score score : scores) {
                sum = sum.add(score.value());
                squares = squares.add(score.value().multiply(score.value()));
            }
            if (scores.isEmpty()) {
                return new Spread(0, BigDecimal.ZERO, BigDecimal.ZERO);
            }
            // (n × Σx² − (Σx)²) ÷ n², which is nought exactly where all are the same.
            BigDecimal variance = count.multiply(squares)
                    .subtract(sum.multiply(sum))
                    .divide(count.multiply(count), MathContext.DECIMAL128);
            return new Spread(scores.size(), sum.divide(count, MathContext.DECIMAL128), variance);
        }

        BigDecimal deviation() {
            return variance.sqrt(MathContext.DECIMAL128);
        }

        /** Who finds everything the same is not lent a deviation. */
        Spread towards(Spread all, int prior) {
            BigDecimal shrunk = variance.signum() == 0 ? variance : between(variance, all.variance, prior);
            return new Spread(count, between(mean, all.mean, prior), shrunk);
        }

        private BigDecimal between(BigDecimal own, BigDecimal everybodys, int prior) {
            return own.multiply(BigDecimal.valueOf(count))
                    .add(everybodys.multiply(BigDecimal.valueOf(prior)))
                    .divide(BigDecimal.valueOf((long) count + prior), MathContext.DECIMAL128);
        }
    }
}
