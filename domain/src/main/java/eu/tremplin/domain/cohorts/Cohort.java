package eu.tremplin.domain.cohorts;

import static eu.tremplin.domain.cohorts.CohortReason.COHORT_ALREADY_FORMED;
import static eu.tremplin.domain.cohorts.CohortReason.NOT_WAITING;
import static eu.tremplin.domain.cohorts.CohortReason.NO_OPEN_OFFER;
import static eu.tremplin.domain.cohorts.CohortReason.NO_SEAT_FREE;
import static eu.tremplin.domain.cohorts.CohortReason.OFFER_HAS_EXPIRED;
import static eu.tremplin.domain.cohorts.CohortReason.OFFER_NOT_YET_EXPIRED;
import static eu.tremplin.domain.cohorts.CohortReason.RANK_TAKEN;
import static eu.tremplin.domain.cohorts.CohortReason.SEATS_GIVEN;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortCommand.AcceptOffer;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineOffer;
import eu.tremplin.domain.cohorts.CohortCommand.ExpireOffer;
import eu.tremplin.domain.cohorts.CohortCommand.FormCohort;
import eu.tremplin.domain.cohorts.CohortCommand.LeaveWaitlist;
import eu.tremplin.domain.cohorts.CohortEvent.CohortFormed;
import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.cohorts.CohortEvent.OfferDeclined;
import eu.tremplin.domain.cohorts.CohortEvent.OfferExpired;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.cohorts.CohortEvent.SeatFreed;
import eu.tremplin.domain.cohorts.CohortEvent.SeatReserved;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistLeft;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistPromoted;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistRanked;
import eu.tremplin.domain.cohorts.CohortStage.Formed;
import eu.tremplin.domain.cohorts.CohortStage.Unformed;
import eu.tremplin.domain.cohorts.Seat.Offered;
import eu.tremplin.domain.cohorts.Waitlist.Place;
import eu.tremplin.domain.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one edition, the offers made for them, and the waitlist. A seat that is given back goes to the lowest
 * waiting rank in the same transaction.
 */
@AggregateRoot(type = "cohorts.Cohort")
public class Cohort {

    @AggregateIdentifier
    private CohortId id;

    private CohortStage stage = new Unformed();

    Cohort() {} // Axon starts here and replays the events

    void form(FormCohort command) {
        switch (stage) {
            case Unformed _ -> apply(new CohortFormed(command.cohort(), command.edition(), command.seats()));
            case Formed _ -> throw Refusal.because(COHORT_ALREADY_FORMED);
        }
    }

    void admit(ApplicationId application, int offerDays, Instant received) {
        int seat = formed().seating()
                .lowestFree()
                .orElseThrow(() -> Refusal.because(NO_SEAT_FREE))
                .number();
        apply(new SeatReserved(id, seat, application));
        apply(new OfferMade(id, seat, application, expiry(received, offerDays)));
    }

    void waitlist(ApplicationId application, @Nullable Integer wanted, int offerDays) {
        Waitlist waitlist = formed().waitlist();
        int rank = wanted == null ? waitlist.nextRank() : wanted;
        if (waitlist.hasRank(rank)) {
            throw Refusal.because(RANK_TAKEN, Map.of("rank", rank, "nextRank", waitlist.nextRank()));
        }
        apply(new WaitlistRanked(id, application, rank, offerDays));
    }

    @CommandHandler
    void handle(AcceptOffer command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        Offered offer = answerableOffer(command.application(), received);
        apply(new OfferAccepted(id, offer.number(), offer.application()));
    }

    @CommandHandler
    void handle(DeclineOffer command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        Offered offer = answerableOffer(command.application(), received);
        apply(new OfferDeclined(id, offer.number(), offer.application(), command.reason()));
        free(offer.number(), received);
    }

    @CommandHandler
    void handle(ExpireOffer command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        Offered offer = offerTo(command.application());
        if (!offer.expirableAt(received)) {
            throw Refusal.because(
                    OFFER_NOT_YET_EXPIRED,
                    Map.of("expiresAt", offer.expiresAt(), "expirableFrom", offer.expirableFrom()));
        }
        apply(new OfferExpired(id, offer.number(), offer.application()));
        free(offer.number(), received);
    }

    @CommandHandler
    void handle(LeaveWaitlist command) {
        Place place =
                formed().waitlist().waiting(command.application()).orElseThrow(() -> Refusal.because(NOT_WAITING));
        apply(new WaitlistLeft(id, place.application(), place.rank()));
    }

    /** Frees the seat and, when somebody waits, promotes and makes the next offer: one freed seat, one promotion. */
    private void free(int seat, Instant received) {
        apply(new SeatFreed(id, seat));
        formed().waitlist().promotion().ifPresent(promotion -> {
            Place place = promotion.place();
            apply(new WaitlistPromoted(id, seat, place.application(), place.rank(), promotion.skipped()));
            apply(new OfferMade(id, seat, place.application(), expiry(received, place.offerDays())));
        });
    }

    private static Instant expiry(Instant received, int offerDays) {
        return received.plus(Duration.ofDays(offerDays));
    }

    private Offered answerableOffer(ApplicationId application, Instant received) {
        Offered offer = offerTo(application);
        if (!offer.openAt(received)) {
            throw Refusal.because(OFFER_HAS_EXPIRED, Map.of("expiresAt", offer.expiresAt()));
        }
        return offer;
    }

    private Offered offerTo(ApplicationId application) {
        return formed().seating().offerTo(application).orElseThrow(() -> Refusal.because(NO_OPEN_OFFER));
    }

    /** Whether the application was offered a seat and took it. */
    public boolean acceptedBy(ApplicationId application) {
        return formed().seating().takenBy(application);
    }

    /** Refuses what takes seats from nobody while somebody has one, or the offer of one. */
    public void requireNoSeatGiven() {
        if (!formed().seating().isFree()) {
            throw Refusal.because(SEATS_GIVEN);
        }
    }

    private Formed formed() {
        return switch (stage) {
            case Formed formed -> formed;
            // The repository knows no cohort without events, so nothing is ever asked of one.
            case Unformed _ -> throw new IllegalStateException("The cohort has not been formed");
        };
    }

    @EventSourcingHandler
    void on(CohortEvent event) {
        id = event.cohort();
        stage = stage.after(event);
    }
}
