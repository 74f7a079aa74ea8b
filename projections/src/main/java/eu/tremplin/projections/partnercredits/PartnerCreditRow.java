package eu.tremplin.projections.partnercredits;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;
import org.jspecify.annotations.Nullable;

/**
 * What one partner gives to one edition in one unit.
 *
 * @param lastPosition of the last event that is in this row
 */
record PartnerCreditRow(
        @Key EditionId edition,
        @Key PartnerId partner,
        @Nullable String partnerName,
        @Key Unit unit,
        Sums sums,
        long lastPosition) {

    PartnerCreditRow with(Sums now, Envelope envelope) {
        return new PartnerCreditRow(edition, partner, partnerName, unit, now, envelope.position());
    }
}
