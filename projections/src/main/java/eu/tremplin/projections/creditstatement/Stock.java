package eu.tremplin.projections.creditstatement;

import static eu.tremplin.projections.creditstatement.Balance.plus;

import eu.tremplin.domain.shared.Amount;
import java.math.BigDecimal;

/**
 * What became of a pool, exactly and in its unit.
 *
 * @param available pledged − allocated
 * @param grants number of allocations
 * @param consumed of all its grants
 * @param expired of all its grants
 */
record Stock(
        BigDecimal pledged,
        BigDecimal allocated,
        BigDecimal available,
        int grants,
        BigDecimal consumed,
        BigDecimal expired) {

    static Stock of(Amount pledged) {
        return new Stock(pledged.value(), BigDecimal.ZERO, pledged.value(), 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** More of it, or less where the amount is below zero. */
    Stock revised(Amount more) {
        return new Stock(plus(pledged, more), allocated, plus(available, more), grants, consumed, expired);
    }

    Stock allocated(Amount amount) {
        return new Stock(
                pledged, plus(allocated, amount), plus(available, amount.negated()), grants + 1, consumed, expired);
    }

    Stock consumed(Amount amount) {
        return new Stock(pledged, allocated, available, grants, plus(consumed, amount), expired);
    }

    Stock expired(Amount amount) {
        return new Stock(pledged, allocated, available, grants, consumed, plus(expired, amount));
    }
}
