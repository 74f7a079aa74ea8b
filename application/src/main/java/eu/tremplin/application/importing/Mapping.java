package eu.tremplin.application.importing;

import eu.tremplin.domain.outcomes.CompanyStatus;
import eu.tremplin.domain.shared.InvalidValue;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one source mean; the format is described in {@code docs/import/README.md}.
 *
 * @param source where all this is known from; part of every id, so it stays the same for later files of the source
 * @param asOf business date of statuses and amounts
 * @param key columns that together name one startup within the source
 * @param seasons first day of the session by the season's name, {@code --06-01} for 1 June
 * @param statuses by the source's word; an empty cell is the word {@code ""}
 * @param countries ISO 3166 alpha-2 code by the source's name of the country
 */
record Mapping(
        String source,
        String programme,
        LocalDate asOf,
        @Nullable String charset,
        @Nullable String delimiter,
        List<String> key,
        Columns columns,
        Map<String, MonthDay> seasons,
        Map<String, CompanyStatus> statuses,
        Map<String, String> countries,
        @Nullable AmountNotation amounts) {

    private static final Set<String> COUNTRY_CODES = Set.of(Locale.getISOCountries());

    Mapping {
        required(source, "source");
        // The number of a round is added to the source, and both have to fit what an outcome takes.
        InvalidValue.unlessText(source, "source", 400);
        required(programme, "programme");
        InvalidValue.unlessText(programme, "programme", 200);
        required(asOf, "asOf");
        InvalidValue.unless(charset == null || isKnown(charset), "charset", "is not a character set known here");
        InvalidValue.unless(
                delimiter == null || List.of(",", ";", "\t", "|").contains(delimiter),
                "delimiter",
                "must be a comma, a semicolon, a tab or a bar");
        required(key, "key");
        InvalidValue.unless(!key.isEmpty() && distinct(key), "key", "must name at least one column and none twice");
        required(columns, "columns");
        seasons = orEmpty(seasons);
        InvalidValue.unless(!seasons.isEmpty(), "seasons", "must name at least one season and its first day");
        statuses = orEmpty(statuses);
        InvalidValue.unless(
                (columns.status() == null) == statuses.isEmpty(),
                "statuses",
                "must be given with columns.status, and not without");
        countries = orEmpty(countries);
        InvalidValue.unless(
                (columns.country() == null) == countries.isEmpty(),
                "countries",
                "must be given with columns.country, and not without");
        countries.forEach((name, code) -> InvalidValue.unless(
                COUNTRY_CODES.contains(code), "countries", "must give an ISO 3166 alpha-2 code for " + name));
        InvalidValue.unless(
                (columns.amounts() == null) == (amounts == null),
                "amounts",
                "must be given with columns.amounts, and not without");
    }

    Charset encoding() {
        return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    }

    char separator() {
        return delimiter == null ? ',' : delimiter.charAt(0);
    }

    /** Every column of the file that this mapping reads. */
    Set<String> columnsRead() {
        var names = new HashSet<>(key);
        columns.all().forEach(names::add);
        return names;
    }

    static void required(@Nullable Object value, String field) {
        InvalidValue.unless(value != null, field, "is required");
    }

    static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> given) {
        return given == null ? Map.of() : Map.copyOf(given);
    }

    private static boolean distinct(List<String> names) {
        return names.stream().distinct().count() == names.size();
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.forName(charset).canEncode();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    /**
     * The columns by what they hold. A column that is not given holds nothing that is imported.
     *
     * @param year calendar year of the session
     * @param season part of the year; without it the mapping's season named {@code ""} is meant
     * @param amounts money raised, all rounds in one cell
     */
    record Columns(
            String name,
            String year,
            @Nullable String season,
            @Nullable String status,
            @Nullable String foundedIn,
            @Nullable String country,
            @Nullable String website,
            @Nullable String description,
            @Nullable String amounts) {

        Columns {
            required(name, "columns.name");
            required(year, "columns.year");
        }

        private Stream<String> all() {
            return Stream.of(name, year, season, status, foundedIn, country, website, description, amounts)
                    .filter(Objects::nonNull);
        }
    }
}
