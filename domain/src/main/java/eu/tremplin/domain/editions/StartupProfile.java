package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.Country;
import eu.tremplin.domain.shared.InvalidValue;

/**
 * What a startup says of itself when it applies, as far as eligibility depends on it.
 *
 * @param legalSeat ISO 3166 alpha-2 code of the country
 */
public record StartupProfile(
        String legalSeat,
        StartupStage stage,
        boolean openModelUsed,
        boolean civilPurpose,
        boolean independent,
        int priorParticipations) {

    public StartupProfile {
        InvalidValue.unless(
                Country.isCode(legalSeat),
                "legalSeat",
                "must be an ISO 3166 alpha-2 country code in capitals, such as FR");
        InvalidValue.unless(priorParticipations >= 0, "priorParticipations", "must not be negative");
    }
}
