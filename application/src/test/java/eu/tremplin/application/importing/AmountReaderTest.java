package eu.tremplin.application.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.domain.outcomes.OutcomeFact.Funding;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.Refusal;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountReaderTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    private final AmountReader reader = new AmountReader(new AmountNotation(
            ",",
            Map.of("$", USD, "US$", USD, "€", EUR, "¥", JPY),
            ",",
            ".",
            List.of("undisclosed amount"),
            Map.of("$14.500000", "$14500000")));

    @Test
    void readsNoRoundFromAnEmptyCell() {
        assertThat(reader.read("  ")).isEmpty();
    }

    @Test
    void readsDigitsWithoutGroups() {
        assertThat(reader.read("$1200000")).containsExactly(usd("1200000"));
    }

    @Test
    void tellsCommaInsideAnAmountFromCommaBetweenTwo() {
        assertThat(reader.read("$3,000,000, $14000,$1,500,$20"))
                .containsExactly(usd("3000000"), usd("14000"), usd("1500"), usd("20"));
    }

    @Test
    void keepsEqualRoundsApartAndInOrder() {
        assertThat(reader.read("$2100000, undisclosed amount, $1200000, $1200000, Undisclosed Amount"))
                .containsExactly(
                        usd("2100000"), Funding.undisclosed(), usd("1200000"), usd("1200000"), Funding.undisclosed());
    }

    @Test
    void knowsCurrenciesByTheirSigns() {
        assertThat(reader.read("US$5, € 2,500.50, ¥300"))
                .containsExactly(
                        usd("5"), new Funding(new BigDecimal("2500.5"), EUR), new Funding(new BigDecimal("300"), JPY));
    }

    @Test
    void writesOneValueInOneForm() {
        assertThat(reader.read("$10.50")).isEqualTo(reader.read("$10.5"));
        assertThat(reader.read("$1,000.00")).isEqualTo(reader.read("$1000"));
    }

    @Test
    void readsWhatTheMappingCorrects() {
        assertThat(reader.read("$14.500000, $2000000")).containsExactly(usd("14500000"), usd("2000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1200000",
                "$1200000,",
                ", $5",
                "$5 $6",
                "$5;$6",
                "$",
                "$-5",
                "$1e6",
                "$1.5M",
                "$12,00",
                "$1,2345",
                "$1234,567x",
                "$232.7000",
                "¥1.5",
                "$1.",
                "£5",
                "undisclosed",
                "undisclosed amount undisclosed amount",
                "$1234567890123456789"
            })
    void refusesWhatItWouldHaveToGuess(String cell) {
        assertThatThrownBy(() -> reader.read(cell))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(RowReason.AMOUNT_UNREADABLE));
    }

    @Test
    void refusesNothingRaised() {
        assertThatThrownBy(() -> reader.read("$0")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void refusesMoreRoundsThanAnyStartupRaises() {
        assertThat(reader.read("$5" + ",$5".repeat(99))).hasSize(100);
        assertThatThrownBy(() -> reader.read("$5" + ",$5".repeat(100))).isInstanceOf(Refusal.class);
    }

    @Nested
    class OfANotationWithPointsForThousands {

        private final AmountReader european =
                new AmountReader(new AmountNotation(";", Map.of("€", EUR), ".", ",", List.of(), Map.of()));

        @Test
        void readsItsOwnPunctuation() {
            assertThat(european.read("€1.200.000,50; €300"))
                    .containsExactly(
                            new Funding(new BigDecimal("1200000.5"), EUR), new Funding(new BigDecimal("300"), EUR));
        }

        @Test
        void refusesTheOther() {
            assertThatThrownBy(() -> european.read("€1,200,000.50")).isInstanceOf(Refusal.class);
        }
    }

    @Nested
    class OfANotationWithoutGroupsAndDecimals {

        private final AmountReader plain =
                new AmountReader(new AmountNotation(",", Map.of("$", USD), null, null, List.of(), Map.of()));

        @Test
        void takesEveryCommaForASeparator() {
            assertThat(plain.read("$100,$200")).containsExactly(usd("100"), usd("200"));
            assertThatThrownBy(() -> plain.read("$100,200")).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> plain.read("$100.5")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void wantsCorrectionsToBeOneAmountEach() {
        for (String right : List.of("", "14500000", "$1, $2", "$14.500000")) {
            assertThatThrownBy(() -> new AmountReader(new AmountNotation(
                            ",", Map.of("$", USD), null, null, List.of(), Map.of("$14.500000", right))))
                    .as(right)
                    .isInstanceOf(InvalidValue.class);
        }
    }

    private static Funding usd(String amount) {
        return new Funding(new BigDecimal(amount), USD);
    }
}
