package eu.tremplin.application.importing;

import eu.tremplin.domain.shared.InvalidValue;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a source writes money raised, several rounds in one cell.
 *
 * <p>Every amount begins with the sign of its currency, which is what tells a comma inside a number from one between
 * two amounts. What does not read as an amount is refused, never guessed.
 *
 * @param separator stands between two amounts
 * @param currencies by sign, {@code $}
 * @param thousands groups three digits, where the source groups
 * @param decimal precedes the decimals, where the source has any; no more than the currency has
 * @param undisclosed how the source writes a round without its amount
 * @param readAs amounts the source got wrong, and what each is read as
 */
record AmountNotation(
        String separator,
        Map<String, Currency> currencies,
        @Nullable String thousands,
        @Nullable String decimal,
        List<String> undisclosed,
        Map<String, String> readAs) {

    AmountNotation {
        Mapping.required(separator, "amounts.separator");
        InvalidValue.unless(separator.strip().length() == 1, "amounts.separator", "must be one character");
        currencies = Mapping.orEmpty(currencies);
        InvalidValue.unless(!currencies.isEmpty(), "amounts.currencies", "must name at least one currency sign");
        InvalidValue.unless(
                currencies.keySet().stream().noneMatch(String::isBlank), "amounts.currencies", "must not be blank");
        InvalidValue.unless(thousands == null || thousands.length() == 1, "amounts.thousands", "must be one character");
        InvalidValue.unless(decimal == null || decimal.length() == 1, "amounts.decimal", "must be one character");
        InvalidValue.unless(
                decimal == null || !decimal.equals(thousands), "amounts.decimal", "must differ from amounts.thousands");
        undisclosed = undisclosed == null ? List.of() : List.copyOf(undisclosed);
        InvalidValue.unless(
                undisclosed.stream().noneMatch(String::isBlank), "amounts.undisclosed", "must not be blank");
        readAs = Mapping.orEmpty(readAs);
    }
}
