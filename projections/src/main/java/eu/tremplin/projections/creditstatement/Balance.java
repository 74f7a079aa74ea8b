package eu.tremplin.projections.creditstatement;

import eu.tremplin.domain.shared.Amount;
import java.math.BigDecimal;

/**
 * What became of a grant, exactly and in its unit.
 *
 * @param balance allocated − consumed − expired
 */
record Balance(BigDecimal allocated, BigDecimal consumed, BigDecimal expired, BigDecimal balance) {

    static Balance of(Amount allocated) {
        return new Balance(allocated.value(), BigDecimal.ZERO, BigDecimal.ZERO, allocated.value());
    }

    Balance consumed(Amount amount) {
        return new Balance(allocated, plus(consumed, amount), expired, plus(balance, amount.negated()));
    }

    Balance expired(Amount amount) {
        return new Balance(allocated, consumed, plus(expired, amount), plus(balance, amount.negated()));
    }

    /** By way of an amount, so that equal sums are written alike, whatever was added up. */
    static BigDecimal plus(BigDecimal value, Amount amount) {
        return new Amount(value, amount.unit()).plus(amount).value();
    }
}
