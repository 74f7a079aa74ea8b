package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.Account.Kind.CONSUMED;
import static eu.tremplin.domain.credits.Account.Kind.EXPIRED;
import static eu.tremplin.domain.credits.Account.Kind.GRANT;
import static eu.tremplin.domain.credits.CreditReason.GRANT_ALREADY_OPEN;
import static eu.tremplin.domain.credits.CreditReason.GRANT_HAS_EXPIRED;
import static eu.tremplin.domain.credits.CreditReason.GRANT_NOT_YET_EXPIRED;
import static eu.tremplin.domain.credits.CreditReason.NOTHING_LEFT_TO_EXPIRE;
import static eu.tremplin.domain.credits.CreditReason.NOT_THE_PROVIDER;
import static eu.tremplin.domain.credits.CreditReason.USAGE_ALREADY_RECORDED;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.credits.CreditGrantCommand.ExpireCredits;
import eu.tremplin.domain.credits.CreditGrantCommand.RecordUsage;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditGrantEvent.UsageRecorded;
import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.GrantStage.Expired;
import eu.tremplin.domain.credits.GrantStage.Open;
import eu.tremplin.domain.credits.GrantStage.Opened;
import eu.tremplin.domain.credits.GrantStage.Unopened;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** Credits given to one startup: used as its provider reports, and expired when their time has passed. */
@AggregateRoot(type = "credits.CreditGrant")
public class CreditGrant {

    @AggregateIdentifier
    private GrantId id;

    private GrantStage stage = new Unopened();

    // Not part of the stage, which would be copied whole with every record.
    private final Set<String> recorded = new HashSet<>();

    CreditGrant() {} // Axon starts here and replays the events

    void open(AllocateCredits command, PoolStage.Open pool, StartupId startup) {
        switch (stage) {
            case Unopened _ ->
                apply(new GrantOpened(
                        command.grant(),
                        pool.edition(),
                        command.pool(),
                        pool.partner(),
                        command.participation(),
                        startup,
                        command.amount(),
                        command.scope(),
                        pool.terms().residency(),
                        command.start(),
                        command.expiry()));
            case Opened _ -> throw Refusal.because(GRANT_ALREADY_OPEN);
        }
    }

    @CommandHandler
    void handle(RecordUsage command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        switch (stage) {
            case Opened grant when !grant.partner().equals(command.by()) -> throw Refusal.because(NOT_THE_PROVIDER);
            // Whatever has changed since: whoever sends a record again is to learn that it has counted.
            case Opened _ when recorded.contains(command.recordId()) -> throw Refusal.because(USAGE_ALREADY_RECORDED);
            case Expired _ -> throw Refusal.because(GRANT_HAS_EXPIRED);
            case Open grant -> {
                grant.admit(command, received);
                record(command);
            }
            case Unopened _ -> throw unopened();
        }
    }

    private void record(RecordUsage command) {
        apply(new UsageRecorded(
                id,
                command.by(),
                command.recordId(),
                command.start(),
                command.end(),
                command.device(),
                command.region(),
                command.quantity()));
        apply(new CreditsConsumed(
                id,
                command.recordId(),
                command.quantity(),
                Posting.transfer(command.quantity(), Account.of(GRANT, id), Account.of(CONSUMED, id))));
    }

    /** A grant that was used up has nothing left to post, so it is left as it is: it cannot be used either way. */
    @CommandHandler
    void handle(ExpireCredits command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        switch (stage) {
            case Open grant when !received.isAfter(grant.expiry()) -> throw Refusal.because(GRANT_NOT_YET_EXPIRED);
            case Open grant when grant.balance().isZero() -> throw Refusal.because(NOTHING_LEFT_TO_EXPIRE);
            case Open grant ->
                apply(new CreditsExpired(
                        id,
                        grant.balance(),
                        Posting.transfer(grant.balance(), Account.of(GRANT, id), Account.of(EXPIRED, id))));
            case Expired _ -> throw Refusal.because(GRANT_HAS_EXPIRED);
            case Unopened _ -> throw unopened();
        }
    }

    private static IllegalStateException unopened() {
        // The repository knows no grant without events, so nothing is ever asked of one.
        return new IllegalStateException("The grant has not been opened");
    }

    @EventSourcingHandler
    void on(CreditGrantEvent event) {
        id = event.grant();
        stage = stage.after(event);
        if (event instanceof UsageRecorded usage) {
            recorded.add(usage.recordId());
        }
    }
}
