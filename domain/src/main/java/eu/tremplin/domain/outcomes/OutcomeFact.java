package eu.tremplin.domain.outcomes;

import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** One fact about what became of a startup. */
public sealed interface OutcomeFact {

    /** Whether the company goes on, and how. */
    record Status(CompanyStatus status) implements OutcomeFact {}

    /**
     * Money raised in one round; amount and currency are both absent when the round is known and what it raised is not
     * disclosed.
     *
     * @param amount exact, in {@code currency}
     */
    record Funding(@Nullable BigDecimal amount, @Nullable Currency currency) implements OutcomeFact {

        public Funding {
            amount = amount == null ? null : exact(amount);
            InvalidValue.unless(amount == null || amount.signum() > 0, "amount", "must be above zero");
            Contradiction.when(
                    (amount == null) != (currency == null), "An amount needs a currency, and a currency an amount.");
        }

        /** A round of which nobody says what it raised. */
        public static Funding undisclosed() {
            return new Funding(null, null);
        }
    }

    /** Full-time employees, founders excluded. */
    record Headcount(int employees) implements OutcomeFact {

        public Headcount {
            InvalidValue.unless(employees >= 0, "employees", "must not be negative");
        }
    }

    /** Revenue of one calendar year. */
    record Revenue(BigDecimal amount, Currency currency, int year) implements OutcomeFact {

        public Revenue {
            amount = exact(amount);
            InvalidValue.unless(amount.signum() >= 0, "amount", "must not be negative");
        }
    }

    /** Equal sums are equal whatever zeros they were written with; else a fact reported twice would pass for two. */
    private static BigDecimal exact(BigDecimal amount) {
        BigDecimal stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        InvalidValue.unless(stripped.scale() <= 6, "amount", "must have at most six decimal places");
        InvalidValue.unless((long) stripped.precision() - stripped.scale() <= 18, "amount", "is too large");
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
