package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.CreditHistory.ANOTHER_PARTNER;
import static eu.tremplin.domain.credits.CreditHistory.EXPIRY;
import static eu.tremplin.domain.credits.CreditHistory.PARTNER;
import static eu.tremplin.domain.credits.CreditHistory.START;
import static eu.tremplin.domain.credits.CreditHistory.TERMS;
import static eu.tremplin.domain.credits.CreditHistory.WITHDRAW;
import static eu.tremplin.domain.credits.CreditHistory.allocate;
import static eu.tremplin.domain.credits.CreditHistory.gpuHours;
import static eu.tremplin.domain.credits.CreditHistory.grant;
import static eu.tremplin.domain.credits.CreditHistory.poolOpen;
import static eu.tremplin.domain.credits.CreditHistory.poolOpened;
import static eu.tremplin.domain.credits.CreditHistory.revise;
import static eu.tremplin.domain.credits.CreditHistory.terms;
import static eu.tremplin.domain.testing.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.credits.Account.Kind;
import eu.tremplin.domain.credits.CreditGrantCommand.ExpireCredits;
import eu.tremplin.domain.credits.CreditGrantCommand.RecordUsage;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.UsageRecorded;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolClosed;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolRevised;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.DomainEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is allocated, used and expired in whatever order, the postings are added up once more here. */
class RandomLedgerTest {

    private static final int GRANTS = 6;
    private static final int COMMANDS = 160;

    @Test
    @Tag("I-25")
    @Tag("I-26")
    @Tag("I-27")
    @Tag("I-28")
    void alwaysBalancesAndNeverGoesBelowZero() {
        int consumptions = 0;
        int expiries = 0;
        for (long seed : LongStream.concat(LongStream.rangeClosed(1, 12), LongStream.of(new Random().nextLong()))
                .toArray()) {
            Ledger ledger = run(seed);
            consumptions += ledger.consumedRecords.size();
            expiries += ledger.expiredGrants.size();
        }
        // Else the runs would prove nothing.
        assertThat(consumptions).isGreaterThan(50);
        assertThat(expiries).isGreaterThan(5);
    }

    private static Ledger run(long seed) {
        var random = new Random(seed);
        var scenario = given(poolOpen());
        var ledger = new Ledger(seed);
        ledger.add(poolOpened());
        Instant now = START;
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(36)));
            scenario.at(now).when(anyCommand(random, now)).events().forEach(ledger::add);
            ledger.check();
        }
        return ledger;
    }

    private static DomainCommand anyCommand(Random random, Instant now) {
        GrantId grant = grant(1 + random.nextInt(GRANTS));
        return switch (random.nextInt(12)) {
            case 0, 1 -> allocate(grant, anyAmount(random));
            case 2 -> new ExpireCredits(grant);
            case 3 ->
                random.nextInt(50) == 0
                        ? WITHDRAW
                        : revise(terms(anyAmount(random).plus(gpuHours("32000"))));
            default -> {
                Instant start = now.minus(Duration.ofHours(random.nextInt(48)));
                yield new RecordUsage(
                        grant,
                        random.nextInt(20) == 0 ? ANOTHER_PARTNER : PARTNER,
                        "record " + random.nextInt(COMMANDS),
                        start,
                        start.plus(Duration.ofHours(random.nextInt(24))),
                        "8 × H100",
                        random.nextInt(20) == 0 ? "US" : "EU",
                        anyAmount(random));
            }
        };
    }

    /** Up to half of the pool, to the last place. */
    private static Amount anyAmount(Random random) {
        return new Amount(
                BigDecimal.valueOf(1 + random.nextLong(32_000_000_000L), 6),
                TERMS.amount().unit());
    }

    private static final class Ledger {

        private final long seed;
        private final Map<Account, Amount> balances = new HashMap<>();
        private final Set<String> consumedRecords = new HashSet<>();
        private final Set<GrantId> expiredGrants = new HashSet<>();
        private Amount pledged = TERMS.amount();

        Ledger(long seed) {
            this.seed = seed;
        }

        void add(DomainEvent event) {
            switch (event) {
                case PoolOpened e -> post(e.posting());
                case PoolRevised e -> {
                    pledged = e.to().amount();
                    postIfAny(e.posting());
                }
                case PoolClosed e -> {
                    pledged = pledged.minus(e.returned());
                    postIfAny(e.posting());
                }
                case CreditsAllocated e -> post(e.posting());
                case UsageRecorded e -> {
                    assertThat(consumedRecords.add(e.recordId()))
                            .as("seed %d: record counts once", seed)
                            .isTrue();
                    assertThat(e.partner()).as("seed %d: provider", seed).isEqualTo(PARTNER);
                    assertThat(e.region()).as("seed %d: region", seed).isEqualTo("EU");
                    assertThat(e.end()).as("seed %d: in time", seed).isBeforeOrEqualTo(EXPIRY);
                    assertThat(expiredGrants).as("seed %d: not expired", seed).doesNotContain(e.grant());
                }
                case CreditsConsumed e -> post(e.posting());
                case CreditsExpired e -> {
                    post(e.posting());
                    expiredGrants.add(e.grant());
                    assertThat(balance(Kind.GRANT, e.grant()))
                            .as("seed %d: nothing left", seed)
                            .isEqualTo(gpuHours("0"));
                }
                default -> {}
            }
        }

        private void postIfAny(@Nullable Posting posting) {
            if (posting != null) {
                post(posting);
            }
        }

        private void post(Posting posting) {
            posting.entries().forEach(entry -> balances.merge(entry.account(), entry.amount(), Amount::plus));
        }

        private Amount balance(Kind kind, GrantId grant) {
            return balances.getOrDefault(Account.of(kind, grant), gpuHours("0"));
        }

        void check() {
            Amount total = balances.values().stream().reduce(gpuHours("0"), Amount::plus);
            assertThat(total).as("seed %d: all accounts together", seed).isEqualTo(gpuHours("0"));
            balances.forEach((account, balance) -> {
                if (account.kind() == Kind.PLEDGED) {
                    assertThat(balance).as("seed %d: pledged", seed).isEqualTo(pledged.negated());
                } else {
                    assertThat(balance).as("seed %d: %s", seed, account).isGreaterThanOrEqualTo(gpuHours("0"));
                }
            });
        }
    }
}
