package eu.tremplin.domain.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.domain.editions.Rubric.Criterion;
import eu.tremplin.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RubricTest {

    private static final Rubric RUBRIC = EditionHistory.RUBRIC;

    @Test
    void weighsEveryCriterionByItsShareOfItsOwnRange() {
        // (2 × 3/4 + 1.5 × 1/4 + 0.5 × 7/10) ÷ 4 = 2.225 ÷ 4
        assertThat(RUBRIC.weightedMean(Map.of("team", 4, "technology", 2, "market", 7)))
                .isEqualTo(new BigDecimal("0.556250"));
    }

    @Test
    void reachesFromZeroToOne() {
        assertThat(RUBRIC.weightedMean(Map.of("team", 1, "technology", 1, "market", 0)))
                .isEqualTo(new BigDecimal("0.000000"));
        assertThat(RUBRIC.weightedMean(Map.of("team", 5, "technology", 5, "market", 10)))
                .isEqualTo(new BigDecimal("1.000000"));
    }

    @Test
    void roundsOnceAndHalfToEven() {
        var thirds = new Rubric(List.of(criterion("a", "1", 3), criterion("b", "1", 3)));
        // A sixth; had the third been rounded before it was halved, this would be 0.166666.
        assertThat(thirds.weightedMean(Map.of("a", 1, "b", 0))).isEqualTo(new BigDecimal("0.166667"));

        var halves = new Rubric(List.of(criterion("a", "1", 2_000_000)));
        assertThat(halves.weightedMean(Map.of("a", 1))).isEqualTo(new BigDecimal("0.000000"));
        assertThat(halves.weightedMean(Map.of("a", 3))).isEqualTo(new BigDecimal("0.000002"));
    }

    @Test
    void fitsScoresOfEveryCriterionWithinItsRange() {
        assertThat(RUBRIC.fits(Map.of("team", 1, "technology", 5, "market", 10)))
                .isTrue();
        assertThat(RUBRIC.fits(Map.of("team", 1, "technology", 5))).isFalse();
        assertThat(RUBRIC.fits(Map.of("team", 1, "technology", 5, "vision", 3))).isFalse();
        assertThat(RUBRIC.fits(Map.of("team", 1, "technology", 5, "market", 1, "vision", 3)))
                .isFalse();
        assertThat(RUBRIC.fits(Map.of("team", 0, "technology", 5, "market", 10)))
                .isFalse();
        assertThat(RUBRIC.fits(Map.of("team", 1, "technology", 6, "market", 10)))
                .isFalse();
    }

    @Test
    void measuresTheWidestRangeWithoutOverflow() {
        var widest = new Rubric(List.of(new Criterion("a", BigDecimal.ONE, Integer.MIN_VALUE, Integer.MAX_VALUE)));
        assertThat(widest.weightedMean(Map.of("a", Integer.MAX_VALUE))).isEqualTo(new BigDecimal("1.000000"));
    }

    @Test
    void refusesWeightsThatCannotBeMeant() {
        for (String weight : List.of("0", "-1", "1000000", "0.0000001", "1e9")) {
            assertThatThrownBy(() -> criterion("a", weight, 5)).isInstanceOf(InvalidValue.class);
        }
    }

    private static Criterion criterion(String name, String weight, int highest) {
        return new Criterion(name, new BigDecimal(weight), 0, highest);
    }
}
