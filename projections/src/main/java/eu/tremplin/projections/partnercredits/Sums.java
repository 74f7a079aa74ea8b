package eu.tremplin.projections.partnercredits;

import eu.tremplin.domain.shared.Amount;
import java.math.BigDecimal;

/**
 * What became of a partner's credits, exactly and in their unit.
 *
 * @param pledged in pledges that the partner has committed
 * @param suspended of the pledged, in pledges that the partner holds back: nothing more of them is granted
 * @param pooled in pools that were opened from them
 * @param available pooled − granted: what can still be granted
 * @param remaining granted − used − expired: what startups can still use
 */
record Sums(
        BigDecimal pledged,
        BigDecimal suspended,
        BigDecimal pooled,
        BigDecimal granted,
        BigDecimal used,
        BigDecimal expired,
        BigDecimal available,
        BigDecimal remaining) {

    static final Sums NONE = new Sums(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    Sums pledged(Amount amount) {
        return new Sums(plus(pledged, amount), suspended, pooled, granted, used, expired, available, remaining);
    }

    Sums suspended(Amount amount) {
        return new Sums(pledged, plus(suspended, amount), pooled, granted, used, expired, available, remaining);
    }

    Sums pooled(Amount amount) {
        return new Sums(
                pledged, suspended, plus(pooled, amount), granted, used, expired, plus(available, amount), remaining);
    }

    Sums granted(Amount amount) {
        return new Sums(
                pledged,
                suspended,
                pooled,
                plus(granted, amount),
                used,
                expired,
                plus(available, amount.negated()),
                plus(remaining, amount));
    }

    Sums used(Amount amount) {
        return new Sums(
                pledged,
                suspended,
                pooled,
                granted,
                plus(used, amount),
                expired,
                available,
                plus(remaining, amount.negated()));
    }

    Sums expired(Amount amount) {
        return new Sums(
                pledged,
                suspended,
                pooled,
                granted,
                used,
                plus(expired, amount),
                available,
                plus(remaining, amount.negated()));
    }

    /** Equal sums are written alike, whatever was added up; there may be more of them than one amount can hold. */
    private static BigDecimal plus(BigDecimal value, Amount amount) {
        BigDecimal sum = value.add(amount.value());
        BigDecimal stripped = sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
