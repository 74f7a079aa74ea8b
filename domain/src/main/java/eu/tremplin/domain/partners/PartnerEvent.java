package eu.tremplin.domain.partners;

import eu.tremplin.domain.shared.DomainEvent;

/** What has happened to a partner. */
public sealed interface PartnerEvent extends DomainEvent {

    PartnerId partner();

    /**
     * An organisation that gives resources was made known.
     *
     * @param legalSeat ISO 3166 alpha-2 code of the country
     */
    record PartnerInvited(PartnerId partner, String name, String legalSeat) implements PartnerEvent {}
}
