package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.Normalisation.Method.RAW;
import static eu.tremplin.domain.applications.Normalisation.Method.SHRINKAGE;
import static eu.tremplin.domain.applications.Normalisation.Method.Z_SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.domain.applications.Normalisation.Score;
import eu.tremplin.domain.applications.NormalisedScores.Basis;
import eu.tremplin.domain.applications.NormalisedScores.Line;
import eu.tremplin.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalisationTest {

    private static final ReviewerId MIKE = new ReviewerId(new UUID(0, 1));
    private static final ReviewerId JENNIFER = new ReviewerId(new UUID(0, 2));

    /** "Mike scores 7 to 10, Jennifer 2 to 5" (acceleratorapp.co), out of ten, and they agree about everything. */
    private static final List<Score> MIKE_AND_JENNIFER = List.of(
            score(1, MIKE, "0.7"),
            score(2, MIKE, "0.8"),
            score(3, MIKE, "0.9"),
            score(4, MIKE, "1.0"),
            score(1, JENNIFER, "0.2"),
            score(2, JENNIFER, "0.3"),
            score(3, JENNIFER, "0.4"),
            score(4, JENNIFER, "0.5"));

    @Test
    void leavesRawScoresAsTheyAre() {
        var scores = new Normalisation(RAW, 1, 1).of(MIKE_AND_JENNIFER);

        assertThat(scores.lines())
                .allSatisfy(line -> assertThat(line.normalised()).isEqualTo(line.raw()))
                .allSatisfy(line -> assertThat(line.basis()).isEqualTo(Basis.RAW));
        assertThat(scores.means().get(application(1))).isEqualTo("0.450000");
    }

    /** μ = 0.6, σ = √0.075, of each reviewer √0.0125: so 0.6 + √6 × (x − μⱼ), where x − μⱼ is ±0.05 or ±0.15. */
    @Test
    void makesMikeAndJenniferComparable() {
        var scores = new Normalisation(Z_SCORE, 3, 1).of(MIKE_AND_JENNIFER);

        for (ReviewerId reviewer : List.of(MIKE, JENNIFER)) {
            assertThat(normalised(scores, reviewer)).containsExactly("0.232577", "0.477526", "0.722474", "0.967423");
        }
        assertThat(scores.lines()).allSatisfy(line -> assertThat(line.basis()).isEqualTo(Basis.SCALED));
        assertThat(scores.means().values())
                .map(BigDecimal::toPlainString)
                .containsExactly("0.232577", "0.477526", "0.722474", "0.967423");
    }

    /** What Mike alone has read is no better for it: without Jennifer's word it stands where her second best does. */
    @Test
    void ranksWhatOneOfThemHasNotRead() {
        var more = new ArrayList<>(MIKE_AND_JENNIFER);
        more.add(score(5, MIKE, "0.75"));

        Map<ApplicationId, BigDecimal> raw =
                new Normalisation(RAW, 1, 1).of(more).means();
        Map<ApplicationId, BigDecimal> normalised =
                new Normalisation(Z_SCORE, 3, 1).of(more).means();

        assertThat(raw.get(application(5))).isGreaterThanOrEqualTo(raw.get(application(4)));
        assertThat(normalised.get(application(5))).isLessThan(normalised.get(application(3)));
    }

    @Test
    @Tag("I-20")
    void shiftsWhoFindsEverythingTheSame() {
        var given = List.of(
                score(1, MIKE, "0.9"),
                score(2, MIKE, "0.9"),
                score(3, MIKE, "0.9"),
                score(1, JENNIFER, "0.1"),
                score(2, JENNIFER, "0.3"),
                score(3, JENNIFER, "0.2"));

        var own = new Normalisation(Z_SCORE, 3, 1).of(given);
        var shrunk = new Normalisation(SHRINKAGE, 3, 3).of(given);

        // To μ = (3 × 0.9 + 0.6) ÷ 6; with three of their own and a prior of three, by half as much.
        assertThat(normalised(own, MIKE)).containsExactly("0.550000", "0.550000", "0.550000");
        assertThat(normalised(shrunk, MIKE)).containsExactly("0.725000", "0.725000", "0.725000");
        for (var scores : List.of(own, shrunk)) {
            assertThat(scores.lines().getFirst().basis()).isEqualTo(Basis.SHIFTED);
            assertThat(scores.lines().getLast().basis()).isEqualTo(Basis.SCALED);
        }
    }

    @Test
    @Tag("I-20")
    void shiftsNobodyWhereAllFindEverythingTheSame() {
        for (var method : List.of(Z_SCORE, SHRINKAGE)) {
            var scores = new Normalisation(method, 1, 1)
                    .of(List.of(
                            score(1, MIKE, "0.333333"), score(2, MIKE, "0.333333"), score(1, JENNIFER, "0.333333")));

            assertThat(scores.lines())
                    .allSatisfy(line -> assertThat(line.normalised()).isEqualTo("0.333333"))
                    .allSatisfy(line -> assertThat(line.basis()).isEqualTo(Basis.SHIFTED));
        }
    }

    @Test
    @Tag("I-20")
    void keepsTheScoresOfWhoHasReadTooLittle() {
        var more = new ArrayList<>(MIKE_AND_JENNIFER);
        var novice = new ReviewerId(new UUID(0, 3));
        more.add(score(1, novice, "0.1"));
        more.add(score(2, novice, "0.9"));

        for (var method : List.of(Z_SCORE, SHRINKAGE)) {
            var scores = new Normalisation(method, 3, 1).of(more);
            assertThat(normalised(scores, novice)).containsExactly("0.100000", "0.900000");
            assertThat(scores.lines().getLast().basis()).isEqualTo(Basis.RAW);
            assertThat(scores.lines().getFirst().basis()).isEqualTo(Basis.SCALED);
        }
    }

    /** n = 4 and prior 4: Mike's mean is taken for (0.85 + 0.6) ÷ 2, his variance for (0.0125 + 0.075) ÷ 2. */
    @Test
    void shrinksTowardsWhatAllDoTogether() {
        var scores = new Normalisation(SHRINKAGE, 3, 4).of(MIKE_AND_JENNIFER);

        // 0.6 + √(0.075 ÷ 0.04375) × (0.7 − 0.725), and so on.
        assertThat(normalised(scores, MIKE)).containsExactly("0.567267", "0.698198", "0.829129", "0.960060");
        assertThat(normalised(scores, JENNIFER)).containsExactly("0.239940", "0.370871", "0.501802", "0.632733");
    }

    @Test
    void shrinksTheLessTheMoreIsRead() {
        BigDecimal strong = distance(new Normalisation(SHRINKAGE, 1, 100));
        BigDecimal weak = distance(new Normalisation(SHRINKAGE, 1, 1));
        BigDecimal none = distance(new Normalisation(Z_SCORE, 1, 1));

        assertThat(none).isLessThan(weak);
        assertThat(weak).isLessThan(strong);
        assertThat(strong).isLessThan(distance(new Normalisation(RAW, 1, 1)));
    }

    @ParameterizedTest
    @EnumSource(Normalisation.Method.class)
    @Tag("I-19")
    void comesToTheSameDigestInWhateverOrder(Normalisation.Method method) {
        long seed = Long.getLong("tremplin.seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        List<Score> scores = drawn(random);
        var normalisation = new Normalisation(method, 3, 5);
        String digest = normalisation.of(scores).digest();

        for (int i = 0; i < 5; i++) {
            Collections.shuffle(scores, random);
            assertThat(normalisation.of(scores).digest()).isEqualTo(digest);
        }
        assertThat(normalisation.of(scores.subList(1, scores.size())).digest()).isNotEqualTo(digest);
    }

    @ParameterizedTest
    @EnumSource(Normalisation.Method.class)
    @Tag("I-20")
    void doesNotAskWhoTheReviewersAre(Normalisation.Method method) {
        long seed = Long.getLong("tremplin.seed", System.nanoTime());
        System.out.println("seed " + seed);
        List<Score> scores = drawn(new Random(seed));
        List<Score> renamed = scores.stream()
                .map(it -> new Score(
                        it.application(),
                        new ReviewerId(new UUID(7, -it.reviewer().value().getLeastSignificantBits())),
                        it.value()))
                .toList();
        var normalisation = new Normalisation(method, 3, 5);

        assertThat(normalisation.of(renamed).lines())
                .map(Line::normalised)
                .isEqualTo(normalisation.of(scores).lines().stream()
                        .map(Line::normalised)
                        .toList());
    }

    @Test
    void hasNothingToSayOfNothing() {
        for (var method : Normalisation.Method.values()) {
            assertThat(new Normalisation(method, 1, 1).of(List.of()).lines()).isEmpty();
        }
    }

    @Test
    void asksForSensibleNumbers() {
        assertThatThrownBy(() -> new Normalisation(Z_SCORE, 0, 1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Normalisation(Z_SCORE, 1, 0)).isInstanceOf(InvalidValue.class);
    }

    /** How far Mike's and Jennifer's words on the first are apart. */
    private static BigDecimal distance(Normalisation normalisation) {
        var lines = normalisation.of(MIKE_AND_JENNIFER).lines();
        return lines.get(0).normalised().subtract(lines.get(4).normalised());
    }

    /** Twenty applications, each read by three of twelve. */
    private static List<Score> drawn(Random random) {
        var scores = new ArrayList<Score>();
        for (int number = 0; number < 60; number++) {
            scores.add(score(
                    number / 3,
                    new ReviewerId(new UUID(0, 3L * random.nextInt(4) + number % 3)),
                    BigDecimal.valueOf(random.nextInt(1_000_001), 6).toPlainString()));
        }
        return scores;
    }

    private static List<String> normalised(NormalisedScores scores, ReviewerId reviewer) {
        return scores.lines().stream()
                .filter(line -> line.reviewer().equals(reviewer))
                .map(line -> line.normalised().toPlainString())
                .toList();
    }

    private static Score score(int application, ReviewerId reviewer, String value) {
        return new Score(application(application), reviewer, new BigDecimal(value));
    }

    private static ApplicationId application(int number) {
        return new ApplicationId(new UUID(0, number));
    }
}
