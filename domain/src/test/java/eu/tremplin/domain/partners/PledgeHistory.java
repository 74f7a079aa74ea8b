package eu.tremplin.domain.partners;

import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionHistory.END;
import static eu.tremplin.domain.editions.EditionHistory.START;

import eu.tremplin.domain.partners.PartnerEvent.PartnerInvited;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeSuspended;
import eu.tremplin.domain.partners.PledgeEvent.PledgeWithdrawn;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.domain.testing.History;
import java.util.List;
import java.util.UUID;

/** A partner's pledge of 12,000 GPU-hours for the length of the edition of the tests. */
public final class PledgeHistory {

    public static final PartnerId PARTNER = new PartnerId(UUID.fromString("01900000-0000-7000-8000-0000000000f1"));

    public static final PledgeId PLEDGE = new PledgeId(UUID.fromString("01900000-0000-7000-8000-0000000000f2"));

    public static final PledgeTerms TERMS =
            new PledgeTerms(Amount.of("12000", Unit.GPU_HOUR), "H100 cluster", "EU", START, END);

    /** A little more, for the same time. */
    public static final PledgeTerms REVISED =
            new PledgeTerms(Amount.of("15000", Unit.GPU_HOUR), "H100 cluster", "EU", START, END);

    /** A reason given by somebody at the partner. */
    public static final PersonalText REASON = PersonalText.of(
            new PersonId(UUID.fromString("01900000-0000-7000-8000-0000000000a2")), "The cluster is being rebuilt");

    private PledgeHistory() {}

    public static List<DomainEvent> partnerInvited() {
        return List.of(new PartnerInvited(PARTNER, "A cloud provider", "FR"));
    }

    public static List<DomainEvent> proposed() {
        return History.of(partnerInvited(), new PledgeProposed(PLEDGE, PARTNER, EDITION, TERMS));
    }

    public static List<DomainEvent> committed() {
        return History.of(proposed(), new PledgeCommitted(PLEDGE));
    }

    public static List<DomainEvent> suspended() {
        return History.of(committed(), new PledgeSuspended(PLEDGE, REASON));
    }

    public static List<DomainEvent> withdrawn() {
        return History.of(committed(), new PledgeWithdrawn(PLEDGE, Amount.zero(Unit.GPU_HOUR), REASON));
    }
}
