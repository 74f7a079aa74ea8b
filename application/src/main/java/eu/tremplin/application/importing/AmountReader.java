package eu.tremplin.application.importing;

import static eu.tremplin.application.importing.RowReason.AMOUNT_UNREADABLE;

import eu.tremplin.domain.outcomes.OutcomeFact.Funding;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rounds in one cell by the notation of their source. */
final class AmountReader {

    private static final int MAX_DIGITS = 18;
    private static final int MAX_ROUNDS = 100;
    private static final String NOTHING = "(?!)";

    private final AmountNotation notation;
    private final Pattern round;

    AmountReader(AmountNotation notation) {
        this.notation = notation;
        // A round ends at the end of the cell, or at a separator after which there is more.
        round = Pattern.compile(
                "(?:(?<wrong>%s)|(?<undisclosed>(?i:%s))|(?<sign>%s)\\s*(?<whole>%s|\\d+)(?:%s)?)(?:$|\\s*%s\\s*(?!$))"
                        .formatted(
                                anyOf(notation.readAs().keySet()),
                                anyOf(notation.undisclosed()),
                                anyOf(notation.currencies().keySet()),
                                groupsOfThree(notation.thousands()),
                                decimals(notation.decimal()),
                                Pattern.quote(notation.separator().strip())));
        notation.readAs().values().forEach(this::requireOneAmount);
    }

    /** The rounds in the order in which the cell has them; none for an empty cell. */
    List<Funding> read(String cell) {
        var rounds = new ArrayList<Funding>();
        String rest = cell.strip();
        while (!rest.isEmpty()) {
            Matcher next = round.matcher(rest);
            if (!next.lookingAt() || rounds.size() == MAX_ROUNDS) {
                throw unreadable(rest);
            }
            rounds.add(funding(next));
            rest = rest.substring(next.end());
        }
        return rounds;
    }

    private Funding funding(Matcher read) {
        String wrong = read.group("wrong");
        if (wrong != null) {
            return read(Objects.requireNonNull(notation.readAs().get(wrong))).getFirst();
        }
        if (read.group("undisclosed") != null) {
            return Funding.undisclosed();
        }
        Currency currency = Objects.requireNonNull(notation.currencies().get(read.group("sign")));
        return new Funding(amount(read, currency), currency);
    }

    private BigDecimal amount(Matcher read, Currency currency) {
        String whole = read.group("whole");
        String digits = notation.thousands() == null ? whole : whole.replace(notation.thousands(), "");
        String decimals = Objects.requireNonNullElse(read.group("decimals"), "");
        if (digits.length() > MAX_DIGITS || decimals.length() > currency.getDefaultFractionDigits()) {
            throw unreadable(read.group());
        }
        // One value, one form: 10.50 and 10.5 are the same fact and have to be equal to it.
        var amount = new BigDecimal(decimals.isEmpty() ? digits : digits + "." + decimals).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    private void requireOneAmount(String right) {
        boolean one;
        try {
            one = !notation.readAs().containsKey(right) && read(right).size() == 1;
        } catch (Refusal _) {
            one = false;
        }
        InvalidValue.unless(one, "amounts.readAs", "must give one amount in the same notation for each");
    }

    private static Refusal unreadable(String text) {
        return Refusal.because(
                AMOUNT_UNREADABLE, Map.of("amounts", text.length() > 60 ? text.substring(0, 60) + "…" : text));
    }

    private static String groupsOfThree(@Nullable String separator) {
        return separator == null ? NOTHING : "\\d{1,3}(?:%s\\d{3})+(?!\\d)".formatted(Pattern.quote(separator));
    }

    private static String decimals(@Nullable String point) {
        return point == null ? NOTHING + "(?<decimals>)" : Pattern.quote(point) + "(?<decimals>\\d+)";
    }

    /** The longest first, so that {@code US$} is not read as something before a {@code $}. */
    private static String anyOf(Collection<String> words) {
        return words.isEmpty()
                ? NOTHING
                : words.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
    }
}
