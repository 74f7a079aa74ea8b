package eu.tremplin.projections.creditstatement;

import eu.tremplin.domain.credits.Account;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.projections.kit.Key;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger; the lines of one position sum to zero.
 *
 * @param position of the event that booked it
 * @param line number within the posting, from 1
 * @param accountOwner the pledge, pool or grant whose account it is
 * @param amount positive into the account, negative out of it
 * @param creditGrant none between a pledge and its pool
 */
record PostingRow(
        @Key long position,
        @Key int line,
        Cause cause,
        Account.Kind accountKind,
        UUID accountOwner,
        BigDecimal amount,
        Unit unit,
        EditionId edition,
        PoolId pool,
        @Nullable GrantId creditGrant,
        Instant recordedAt) {}
