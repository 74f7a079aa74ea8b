package eu.tremplin.projections.creditstatement;

import static eu.tremplin.projections.Cast.EDITION;
import static eu.tremplin.projections.Cast.POLLEN;
import static eu.tremplin.projections.Cast.ciphertext;
import static eu.tremplin.projections.Cast.participationOf;
import static eu.tremplin.projections.Cast.registered;
import static eu.tremplin.projections.kit.History.minute;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.credits.Account;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditGrantEvent.UsageRecorded;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolClosed;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolRevised;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.credits.Posting;
import eu.tremplin.domain.partners.PartnerEvent.PartnerInvited;
import eu.tremplin.domain.partners.PartnerId;
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
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CreditStatementTest {

    private static final PartnerId SCALEWAY = new PartnerId(Identifier.derivedFrom("partner", "Scaleway"));
    private static final PledgeId PLEDGE = new PledgeId(Identifier.derivedFrom("pledge", SCALEWAY));
    private static final PoolId POOL = PoolId.of(PLEDGE);
    private static final GrantId GRANT = new GrantId(Identifier.derivedFrom("grant", POLLEN));
    private static final Instant START = Instant.parse("2024-09-01T00:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2025-02-28T23:59:59Z");

    private static final PledgeTerms TERMS = new PledgeTerms(hours("1000"), "H100 cluster", "EU", START, EXPIRY);
    private static final PledgeTerms LESS =
            new PledgeTerms(hours("400"), "H100 cluster", "EU", START, EXPIRY.plusSeconds(1));

    private final History history = new History(new CreditStatement());

    @BeforeEach
    void pollenIsGrantedOneHundredOfAThousandGpuHours() {
        history.record(
                new PartnerInvited(SCALEWAY, "Scaleway", "FR"),
                registered(POLLEN, "Pollen Robotics"),
                new PoolOpened(
                        POOL,
                        EDITION,
                        PLEDGE,
                        SCALEWAY,
                        TERMS,
                        posting(hours("1000"), Account.Kind.PLEDGED, PLEDGE, Account.Kind.POOL, POOL)),
                new CreditsAllocated(
                        POOL,
                        GRANT,
                        participationOf(POLLEN),
                        POLLEN,
                        hours("100"),
                        posting(hours("100"), Account.Kind.POOL, POOL, Account.Kind.GRANT, GRANT)),
                new GrantOpened(
                        GRANT,
                        EDITION,
                        POOL,
                        SCALEWAY,
                        participationOf(POLLEN),
                        POLLEN,
                        hours("100"),
                        "H100 cluster",
                        "EU",
                        START,
                        EXPIRY));
    }

    @AfterEach
    @Tag("I-25")
    void theLinesOfEveryPostingSumToZero() {
        assertThat(history.rows(CreditStatement.POSTINGS).stream()
                        .collect(Collectors.groupingBy(
                                PostingRow::position,
                                Collectors.reducing(BigDecimal.ZERO, PostingRow::amount, BigDecimal::add)))
                        .values())
                .allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("0"));
    }

    @Test
    void showsAGrantWithItsPartnerStartupAndPeriod() {
        assertThat(grant())
                .isEqualTo(new GrantRow(
                        GRANT,
                        POOL,
                        EDITION,
                        SCALEWAY,
                        "Scaleway",
                        participationOf(POLLEN),
                        POLLEN,
                        "Pollen Robotics",
                        Unit.GPU_HOUR,
                        "H100 cluster",
                        "EU",
                        START,
                        EXPIRY,
                        new Balance(number("100"), number("0"), number("0"), number("100")),
                        0,
                        0,
                        5));
    }

    @Test
    void showsWhatIsLeftOfThePool() {
        assertThat(pool().stock())
                .isEqualTo(new Stock(number("1000"), number("100"), number("900"), 1, number("0"), number("0")));
        assertThat(pool().partnerName()).isEqualTo("Scaleway");
    }

    @Test
    @Tag("I-26")
    void takesUseOffTheBalance() {
        use("r-1", "12.5");
        use("r-2", "7.5");

        assertThat(grant().balances()).isEqualTo(new Balance(number("100"), number("20"), number("0"), number("80")));
        assertThat(grant().usageRecords()).isEqualTo(2);
        assertThat(pool().stock().consumed()).isEqualTo("20");
    }

    @Test
    @Tag("I-26")
    void leavesNothingAfterExpiry() {
        use("r-1", "30");
        history.record(new CreditsExpired(
                GRANT, hours("70"), posting(hours("70"), Account.Kind.GRANT, GRANT, Account.Kind.EXPIRED, GRANT)));

        assertThat(grant().balances()).isEqualTo(new Balance(number("100"), number("30"), number("70"), number("0")));
        assertThat(pool().stock().expired()).isEqualTo("70");
    }

    @Test
    void followsItsPledge() {
        history.record(
                new PledgeRevised(PLEDGE, TERMS, LESS, ciphertext(POLLEN, "reason")),
                new PoolRevised(
                        POOL,
                        PLEDGE,
                        TERMS,
                        LESS,
                        posting(hours("-600"), Account.Kind.PLEDGED, PLEDGE, Account.Kind.POOL, POOL)));

        assertThat(pool().terms()).isEqualTo(Terms.of(LESS));
        assertThat(pool().stock())
                .isEqualTo(new Stock(number("400"), number("100"), number("300"), 1, number("0"), number("0")));
        assertThat(pool().version()).isEqualTo(2);
        assertThat(history.rows(CreditStatement.POSTINGS))
                .filteredOn(posting -> posting.cause() == Cause.POOL_REVISED)
                .extracting(PostingRow::accountKind, PostingRow::amount)
                .containsExactly(
                        Tuple.tuple(Account.Kind.PLEDGED, number("600")),
                        Tuple.tuple(Account.Kind.POOL, number("-600")));
    }

    @Test
    void booksNothingWhereTheAmountStays() {
        var elsewhere = new PledgeTerms(hours("1000"), "A100 cluster", "EU", START, EXPIRY);
        history.record(new PoolRevised(POOL, PLEDGE, TERMS, elsewhere, null));

        assertThat(pool().terms().scope()).isEqualTo("A100 cluster");
        assertThat(history.rows(CreditStatement.POSTINGS)).noneMatch(posting -> posting.cause() == Cause.POOL_REVISED);
    }

    @Test
    void saysWhetherThePartnerHoldsBack() {
        history.record(new PledgeSuspended(PLEDGE, ciphertext(POLLEN, "reason")));
        assertThat(pool().state()).isEqualTo(PoolState.SUSPENDED);
        assertThat(pool().version()).isEqualTo(1);
        assertThat(pool().lastPosition()).isEqualTo(history.position());

        history.record(new PledgeResumed(PLEDGE));
        assertThat(pool().state()).isEqualTo(PoolState.OPEN);
    }

    @Test
    void leavesOfAWithdrawnPledgeWhatWasAllocated() {
        history.record(
                new PledgeWithdrawn(PLEDGE, hours("100"), ciphertext(POLLEN, "reason")),
                new PoolClosed(
                        POOL,
                        PLEDGE,
                        hours("900"),
                        posting(hours("-900"), Account.Kind.PLEDGED, PLEDGE, Account.Kind.POOL, POOL)));

        assertThat(pool().state()).isEqualTo(PoolState.WITHDRAWN);
        assertThat(pool().stock())
                .isEqualTo(new Stock(number("100"), number("100"), number("0"), 1, number("0"), number("0")));
        assertThat(history.rows(CreditStatement.POSTINGS)).anyMatch(posting -> posting.cause() == Cause.POOL_CLOSED);
    }

    @Test
    void showsNoPoolOfAPledgeThatHasNone() {
        history.record(new PledgeSuspended(
                new PledgeId(Identifier.derivedFrom("pledge", "another")), ciphertext(POLLEN, "reason")));

        assertThat(history.rows(CreditStatement.POOLS)).hasSize(1);
    }

    @Test
    void listsEveryLineOfTheLedger() {
        use("r-1", "12.5");

        assertThat(history.rows(CreditStatement.POSTINGS))
                .extracting(PostingRow::position, PostingRow::line, PostingRow::cause, PostingRow::amount)
                .containsExactly(
                        tuple(3, 1, Cause.POOL_OPENED, "-1000"),
                        tuple(3, 2, Cause.POOL_OPENED, "1000"),
                        tuple(4, 1, Cause.CREDITS_ALLOCATED, "-100"),
                        tuple(4, 2, Cause.CREDITS_ALLOCATED, "100"),
                        tuple(7, 1, Cause.CREDITS_CONSUMED, "-12.5"),
                        tuple(7, 2, Cause.CREDITS_CONSUMED, "12.5"));
        assertThat(history.row(CreditStatement.POSTINGS, 7L, 2))
                .isEqualTo(new PostingRow(
                        7,
                        2,
                        Cause.CREDITS_CONSUMED,
                        Account.Kind.CONSUMED,
                        GRANT.value(),
                        number("12.5"),
                        Unit.GPU_HOUR,
                        EDITION,
                        POOL,
                        GRANT,
                        minute(7)));
    }

    @Test
    void carriesTheVersionOfTheGrantsOwnStream() {
        use("r-1", "1");

        assertThat(grant().version()).isEqualTo(2);
        assertThat(pool().version()).isEqualTo(1);
    }

    private void use(String recordId, String quantity) {
        history.record(
                new UsageRecorded(GRANT, SCALEWAY, recordId, START, START, "H100", "EU", hours(quantity)),
                new CreditsConsumed(
                        GRANT,
                        recordId,
                        hours(quantity),
                        posting(hours(quantity), Account.Kind.GRANT, GRANT, Account.Kind.CONSUMED, GRANT)));
    }

    private static Tuple tuple(long position, int line, Cause cause, String amount) {
        return Tuple.tuple(position, line, cause, number(amount));
    }

    private static Posting posting(
            Amount amount, Account.Kind from, Identifier giver, Account.Kind to, Identifier taker) {
        return new Posting(List.of(
                new Posting.Entry(Account.of(from, giver), amount.negated()),
                new Posting.Entry(Account.of(to, taker), amount)));
    }

    private static Amount hours(String value) {
        return Amount.of(value, Unit.GPU_HOUR);
    }

    private static BigDecimal number(String value) {
        return hours(value).value();
    }

    private GrantRow grant() {
        return history.row(CreditStatement.GRANTS, GRANT);
    }

    private PoolRow pool() {
        return history.row(CreditStatement.POOLS, POOL);
    }
}
