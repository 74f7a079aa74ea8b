package eu.tremplin.domain.shared;

import java.util.Locale;
import java.util.Set;

/** The countries of ISO 3166. */
public final class Country {

    // Gathered once: events that name a country are read by the hundred thousand.
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Country() {}

    /** Whether this is an alpha-2 code in capitals, such as FR. */
    public static boolean isCode(String text) {
        return CODES.contains(text);
    }
}
