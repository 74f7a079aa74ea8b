package eu.tremplin.domain.partners;

import eu.tremplin.domain.shared.DomainEvent;

/** What has happened to a partner. */
public sealed interface PartnerEvent extends DomainEvent {

    PartnerId partner();

    record PartnerInvited(PartnerId partner, String name, String legalSeat) implements PartnerEvent {}
}
