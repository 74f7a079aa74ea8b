package eu.tremplin.domain.shared;

import java.math.BigDecimal;

/**
 * An exact decimal of one unit, at most six places; never a float. Equal amounts are equal whatever zeros they were
 * written with.
 */
public record Amount(BigDecimal value, Unit unit) implements Comparable<Amount> {

    private static final int MAX_PLACES = 6;
    private static final int MAX_DIGITS = 18;

    public Amount {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() < 0) {
            InvalidValue.unless(value.precision() - value.scale() <= MAX_DIGITS, "amount", "is too large");
            value = value.setScale(0);
        }
        InvalidValue.unless(value.scale() <= MAX_PLACES, "amount", "must have at most six decimal places");
        InvalidValue.unless(value.precision() - value.scale() <= MAX_DIGITS, "amount", "is too large");
    }

    public static Amount of(String value, Unit unit) {
        return new Amount(new BigDecimal(value), unit);
    }

    public static Amount zero(Unit unit) {
        return new Amount(BigDecimal.ZERO, unit);
    }

    public Amount plus(Amount other) {
        return new Amount(value.add(sameUnit(other).value), unit);
    }

    public Amount minus(Amount other) {
        return new Amount(value.subtract(sameUnit(other).value), unit);
    }

    public Amount negated() {
        return new Amount(value.negate(), unit);
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean exceeds(Amount other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(sameUnit(other).value);
    }

    private Amount sameUnit(Amount other) {
        if (other.unit != unit) {
            throw new IllegalArgumentException("Cannot combine " + unit + " with " + other.unit);
        }
        return other;
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
