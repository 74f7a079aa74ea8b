package eu.tremplin.domain.outcomes;

import eu.tremplin.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** One fact about what became of a startup. */
public sealed interface OutcomeFact {

    record Status(CompanyStatus status) implements OutcomeFact {}

    /**
     * Money raised in one round.
     *
     * @param amount exact, in {@code currency}; absent when the round is known and its amount is not disclosed
     */
    record Funding(@Nullable BigDecimal amount, Currency currency) implements OutcomeFact {

        public Funding {
            InvalidValue.unless(amount == null || amount.signum() > 0, "amount", "must be above zero");
        }
    }

    /**
     * Full-time employees, founders excluded.
     */
    record Headcount(int employees) implements OutcomeFact {

        public Headcount {
            InvalidValue.unless(employees >= 0, "employees", "must not be negative");
        }
    }

    /** Revenue of one calendar year. */
    record Revenue(BigDecimal amount, Currency currency, int year) implements OutcomeFact {

        public Revenue {
            InvalidValue.unless(amount.signum() >= 0, "amount", "must not be negative");
        }
    }
}
