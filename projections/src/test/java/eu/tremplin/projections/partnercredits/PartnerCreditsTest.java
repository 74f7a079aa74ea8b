package eu.tremplin.projections.partnercredits;

import static eu.tremplin.projections.Cast.EDITION;
import static eu.tremplin.projections.Cast.POLLEN;
import static eu.tremplin.projections.Cast.ciphertext;
import static eu.tremplin.projections.Cast.participationOf;
import static eu.tremplin.projections.Cast.posting;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolClosed;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolRevised;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.partners.PartnerEvent.PartnerInvited;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeResumed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeRevised;
import eu.tremplin.domain.partners.PledgeEvent.PledgeSuspended;
import eu.tremplin.domain.partners.PledgeEvent.PledgeWithdrawn;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.projections.kit.History;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartnerCreditsTest {

    private static final PartnerId SCALEWAY = new PartnerId(Identifier.derivedFrom("partner", "Scaleway"));
    private static final Instant START = Instant.parse("2024-09-01T00:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2025-02-28T23:59:59Z");

    private final History history = new History(new PartnerCredits());

    @BeforeEach
    void aPartnerIsInvited() {
        history.record(new PartnerInvited(SCALEWAY, "Scaleway", "FR"));
    }

    @Test
    void countsAPledgeOnceItIsCommitted() {
        history.record(proposed("first", "1000", Unit.GPU_HOUR));
        assertThat(history.rows(PartnerCredits.CREDITS)).isEmpty();

        history.record(new PledgeCommitted(pledge("first")));

        assertThat(row(Unit.GPU_HOUR))
                .isEqualTo(new PartnerCreditRow(
                        EDITION,
                        SCALEWAY,
                        "Scaleway",
                        Unit.GPU_HOUR,
                        sums("1000", "0", "0", "0", "0", "0", "0", "0"),
                        3));
    }

    @Test
    void addsUpThePledgesOfOneUnitAndMixesNoUnits() {
        history.record(
                proposed("first", "1000", Unit.GPU_HOUR),
                proposed("second", "0.5", Unit.GPU_HOUR),
                proposed("desks", "4", Unit.DESK),
                new PledgeCommitted(pledge("first")),
                new PledgeCommitted(pledge("second")),
                new PledgeCommitted(pledge("desks")));

        assertThat(row(Unit.GPU_HOUR).sums().pledged()).isEqualTo("1000.5");
        assertThat(row(Unit.DESK).sums().pledged()).isEqualTo("4");
    }

    @Test
    void followsTheCreditsFromThePoolToTheirEnd() {
        history.record(proposed("first", "1000", Unit.GPU_HOUR), new PledgeCommitted(pledge("first")));
        history.record(pool("first", "1000"), grant("a", "100"), grant("b", "50.5"));
        assertThat(row(Unit.GPU_HOUR).sums()).isEqualTo(sums("1000", "0", "1000", "150.5", "0", "0", "849.5", "150.5"));

        history.record(
                new CreditsConsumed(grant("a"), "r-1", hours("60"), posting(hours("60"), SCALEWAY)),
                new CreditsConsumed(grant("b"), "r-2", hours("0.5"), posting(hours("0.5"), SCALEWAY)),
                new CreditsExpired(grant("a"), hours("40"), posting(hours("40"), SCALEWAY)));

        assertThat(row(Unit.GPU_HOUR).sums())
                .isEqualTo(sums("1000", "0", "1000", "150.5", "60.5", "40", "849.5", "50"));
        assertThat(row(Unit.GPU_HOUR).lastPosition()).isEqualTo(history.position());
    }

    @Test
    void followsARevisionBeforeAndAfterItCounts() {
        history.record(
                proposed("first", "1000", Unit.GPU_HOUR),
                revised("first", hours("1000"), hours("1200")),
                new PledgeCommitted(pledge("first")));
        assertThat(row(Unit.GPU_HOUR).sums().pledged()).isEqualTo("1200");

        history.record(pool("first", "1200"), grant("a", "100"));
        history.record(
                revised("first", hours("1200"), hours("700.5")),
                new PoolRevised(
                        PoolId.of(pledge("first")),
                        pledge("first"),
                        terms(hours("1200")),
                        terms(hours("700.5")),
                        posting(hours("-499.5"), SCALEWAY)));

        assertThat(row(Unit.GPU_HOUR).sums()).isEqualTo(sums("700.5", "0", "700.5", "100", "0", "0", "600.5", "100"));
    }

    @Test
    void countsAPledgeInTheUnitItWasRevisedTo() {
        history.record(
                proposed("first", "1000", Unit.GPU_HOUR),
                new PledgeCommitted(pledge("first")),
                revised("first", hours("1000"), Amount.of("4", Unit.DESK)));

        assertThat(row(Unit.GPU_HOUR).sums().pledged()).isEqualTo("0");
        assertThat(row(Unit.DESK).sums().pledged()).isEqualTo("4");
    }

    @Test
    void showsWhatIsHeldBackUntilItIsResumed() {
        history.record(proposed("first", "1000", Unit.GPU_HOUR), new PledgeCommitted(pledge("first")));
        history.record(new PledgeSuspended(pledge("first"), ciphertext(POLLEN, "reason")));
        assertThat(row(Unit.GPU_HOUR).sums().suspended()).isEqualTo("1000");
        assertThat(row(Unit.GPU_HOUR).sums().pledged()).isEqualTo("1000");

        history.record(revised("first", hours("1000"), hours("800")));
        assertThat(row(Unit.GPU_HOUR).sums().suspended()).isEqualTo("800");

        history.record(new PledgeResumed(pledge("first")));
        assertThat(row(Unit.GPU_HOUR).sums().suspended()).isEqualTo("0");
        assertThat(row(Unit.GPU_HOUR).sums().pledged()).isEqualTo("800");
    }

    @Test
    void keepsOfAWithdrawnPledgeWhatWasGranted() {
        history.record(
                proposed("first", "1000", Unit.GPU_HOUR),
                new PledgeCommitted(pledge("first")),
                pool("first", "1000"),
                grant("a", "100"),
                new PledgeSuspended(pledge("first"), ciphertext(POLLEN, "reason")));
        history.record(
                new PledgeWithdrawn(pledge("first"), hours("100"), ciphertext(POLLEN, "reason")),
                new PoolClosed(
                        PoolId.of(pledge("first")), pledge("first"), hours("900"), posting(hours("-900"), SCALEWAY)));

        assertThat(row(Unit.GPU_HOUR).sums()).isEqualTo(sums("100", "0", "100", "100", "0", "0", "0", "100"));
    }

    @Test
    void forgetsAProposalThatIsWithdrawn() {
        history.record(
                proposed("first", "1000", Unit.GPU_HOUR),
                new PledgeWithdrawn(pledge("first"), hours("0"), ciphertext(POLLEN, "reason")));

        assertThat(history.rows(PartnerCredits.CREDITS)).isEmpty();
    }

    @Test
    void writesRoundSumsWithoutAnExponent() {
        history.record(proposed("first", "99.5", Unit.GPU_HOUR), proposed("second", "0.5", Unit.GPU_HOUR));
        history.record(new PledgeCommitted(pledge("first")), new PledgeCommitted(pledge("second")));

        assertThat(row(Unit.GPU_HOUR).sums().pledged().toString()).isEqualTo("100");
    }

    private static PledgeProposed proposed(String name, String amount, Unit unit) {
        return new PledgeProposed(pledge(name), SCALEWAY, EDITION, terms(Amount.of(amount, unit)));
    }

    private static PledgeRevised revised(String name, Amount from, Amount to) {
        return new PledgeRevised(pledge(name), terms(from), terms(to), ciphertext(POLLEN, "reason"));
    }

    private static PoolOpened pool(String name, String hours) {
        return new PoolOpened(
                PoolId.of(pledge(name)),
                EDITION,
                pledge(name),
                SCALEWAY,
                terms(hours(hours)),
                posting(hours(hours), SCALEWAY));
    }

    private static GrantOpened grant(String name, String hours) {
        return new GrantOpened(
                grant(name),
                EDITION,
                PoolId.of(pledge("first")),
                SCALEWAY,
                participationOf(POLLEN),
                POLLEN,
                hours(hours),
                "H100 cluster",
                "EU",
                START,
                EXPIRY);
    }

    private static PledgeTerms terms(Amount amount) {
        return new PledgeTerms(amount, "H100 cluster", "EU", START, EXPIRY);
    }

    private static PledgeId pledge(String name) {
        return new PledgeId(Identifier.derivedFrom("pledge", name));
    }

    private static GrantId grant(String name) {
        return new GrantId(Identifier.derivedFrom("grant", name));
    }

    private static Amount hours(String value) {
        return Amount.of(value, Unit.GPU_HOUR);
    }

    private static Sums sums(
            String pledged,
            String suspended,
            String pooled,
            String granted,
            String used,
            String expired,
            String available,
            String remaining) {
        return new Sums(
                new BigDecimal(pledged),
                new BigDecimal(suspended),
                new BigDecimal(pooled),
                new BigDecimal(granted),
                new BigDecimal(used),
                new BigDecimal(expired),
                new BigDecimal(available),
                new BigDecimal(remaining));
    }

    private PartnerCreditRow row(Unit unit) {
        return history.row(PartnerCredits.CREDITS, EDITION, SCALEWAY, unit);
    }
}
