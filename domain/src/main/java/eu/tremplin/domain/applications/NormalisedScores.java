package eu.tremplin.domain.applications;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores as reviewers gave them, each beside what it is once reviewers are comparable. */
public record NormalisedScores(List<Line> lines) {

    private static final int PLACES = 6;

    private static final Comparator<Line> BY_NAME = Comparator.comparing(
                    (Line line) -> line.application().toString())
            .thenComparing(line -> line.reviewer().toString());

    public NormalisedScores {
        lines = List.copyOf(lines);
    }

    /** Mean of the normalised scores of each application, six places, half even. */
    public Map<ApplicationId, BigDecimal> means() {
        var sums = new TreeMap<ApplicationId, BigDecimal>(Comparator.comparing(ApplicationId::toString));
        var counts = new TreeMap<ApplicationId, Integer>(Comparator.comparing(ApplicationId::toString));
        for (Line line : lines) {
            sums.merge(line.application(), line.normalised(), BigDecimal::add);
            counts.merge(line.application(), 1, Integer::sum);
        }
        sums.replaceAll((application, sum) ->
                sum.divide(BigDecimal.valueOf(counts.getOrDefault(application, 1)), PLACES, RoundingMode.HALF_EVEN));
        return sums;
    }

    /**
     * SHA-256, in lower-case hex, of the lines in the order of their applications and reviewers: {@code application
     * reviewer raw normalised basis} each, and a line feed. Whoever computes the scores again comes to the same.
     */
    public String digest() {
        MessageDigest digest = sha256();
        lines.stream().sorted(BY_NAME).forEach(line -> digest.update(line.text().getBytes(US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a score has become. */
    public enum Basis {
        /** It is as its reviewer gave it. */
        RAW,
        /** It is moved by how much its reviewer is above or below all together. */
        SHIFTED,
        /** It is as far from the mean of all, by their deviation, as it was from its reviewer's by theirs. */
        SCALED
    }

    /**
     * One review's score.
     *
     * @param raw as its reviewer gave it, six places
     * @param normalised perhaps below 0 or above 1, six places, half even
     */
    public record Line(
            ApplicationId application, ReviewerId reviewer, BigDecimal raw, BigDecimal normalised, Basis basis) {

        static Line of(Normalisation.Score score, BigDecimal normalised, Basis basis) {
            return new Line(score.application(), score.reviewer(), rounded(score.value()), rounded(normalised), basis);
        }

        private static BigDecimal rounded(BigDecimal value) {
            return value.setScale(PLACES, RoundingMode.HALF_EVEN);
        }

        private String text() {
            return "%s %s %s %s %s\n".formatted(application, reviewer, raw, normalised, basis);
        }
    }
}
