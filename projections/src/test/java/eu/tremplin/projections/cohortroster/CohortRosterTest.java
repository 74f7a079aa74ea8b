package eu.tremplin.projections.cohortroster;

import static eu.tremplin.projections.Cast.COHORT;
import static eu.tremplin.projections.Cast.EDITION;
import static eu.tremplin.projections.Cast.POLLEN;
import static eu.tremplin.projections.Cast.QEVLAR;
import static eu.tremplin.projections.Cast.applicationOf;
import static eu.tremplin.projections.Cast.ciphertext;
import static eu.tremplin.projections.Cast.cohort;
import static eu.tremplin.projections.Cast.enrolled;
import static eu.tremplin.projections.Cast.participationOf;
import static eu.tremplin.projections.Cast.registered;
import static eu.tremplin.projections.Cast.submitted;
import static eu.tremplin.projections.kit.History.minute;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.cohorts.CohortEvent.OfferDeclined;
import eu.tremplin.domain.cohorts.CohortEvent.OfferExpired;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.cohorts.CohortEvent.SeatFreed;
import eu.tremplin.domain.cohorts.CohortEvent.SeatReserved;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistLeft;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistPromoted;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistRanked;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.History;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CohortRosterTest {

    private static final Instant EXPIRY = Instant.parse("2024-09-01T00:00:00Z");

    private final History history = new History(new CohortRoster());

    @BeforeEach
    void pollenHasAnOfferOfTheOneSeat() {
        history.record(
                cohort(1),
                registered(POLLEN, "Pollen Robotics"),
                submitted(POLLEN),
                submitted(QEVLAR),
                new SeatReserved(COHORT, 1, applicationOf(POLLEN)),
                offer(POLLEN));
    }

    @Test
    void showsAnOfferWithItsSeatAndExpiry() {
        assertThat(row(POLLEN))
                .isEqualTo(new RosterRow(
                        applicationOf(POLLEN),
                        EDITION,
                        COHORT,
                        POLLEN,
                        "Pollen Robotics",
                        RosterState.OFFERED,
                        minute(6),
                        new Place(1, null, EXPIRY, null),
                        null,
                        6));
        assertThat(seat()).isEqualTo(new SeatRow(COHORT, 1, EDITION, SeatState.OFFERED, applicationOf(POLLEN), 6));
    }

    @Test
    void listsEverySeatOfACohortAsFreeAtFirst() {
        var fresh = new History(new CohortRoster()).record(cohort(5));

        assertThat(fresh.rows(CohortRoster.SEATS))
                .hasSize(5)
                .allSatisfy(seat -> assertThat(seat.state()).isEqualTo(SeatState.FREE));
    }

    @Test
    void takesTheSeatWhenTheOfferIsAccepted() {
        history.record(new OfferAccepted(COHORT, 1, applicationOf(POLLEN)));

        assertThat(row(POLLEN).state()).isEqualTo(RosterState.ACCEPTED);
        assertThat(seat().state()).isEqualTo(SeatState.TAKEN);
    }

    @Test
    void showsWhoWaitsAtWhichRank() {
        history.record(waiting(QEVLAR, 1));

        assertThat(row(QEVLAR).state()).isEqualTo(RosterState.WAITING);
        assertThat(row(QEVLAR).place()).isEqualTo(new Place(null, 1, null, null));
    }

    @Test
    void keepsTheRankOfWhoLeftTheWaitlist() {
        history.record(waiting(QEVLAR, 1), new WaitlistLeft(COHORT, applicationOf(QEVLAR), 1));

        assertThat(row(QEVLAR).state()).isEqualTo(RosterState.LEFT);
        assertThat(row(QEVLAR).place().waitlistRank()).isEqualTo(1);
    }

    @Test
    void freesTheSeatOfADeclinedOfferWhenNobodyWaits() {
        history.record(
                new OfferDeclined(COHORT, 1, applicationOf(POLLEN), ciphertext(POLLEN, "reason")),
                new SeatFreed(COHORT, 1));

        assertThat(row(POLLEN).state()).isEqualTo(RosterState.DECLINED);
        assertThat(row(POLLEN).place().seat()).isNull();
        assertThat(seat().state()).isEqualTo(SeatState.FREE);
        assertThat(seat().application()).isNull();
    }

    @Test
    void offersTheSeatOfAnExpiredOfferToWhoWaits() {
        history.record(
                waiting(QEVLAR, 1),
                new OfferExpired(COHORT, 1, applicationOf(POLLEN)),
                new SeatFreed(COHORT, 1),
                new WaitlistPromoted(COHORT, 1, applicationOf(QEVLAR), 1, List.of()),
                offer(QEVLAR));

        assertThat(row(POLLEN).state()).isEqualTo(RosterState.EXPIRED);
        assertThat(row(QEVLAR).state()).isEqualTo(RosterState.OFFERED);
        assertThat(row(QEVLAR).place()).isEqualTo(new Place(1, 1, EXPIRY, 1));
        assertThat(seat().application()).isEqualTo(applicationOf(QEVLAR));
    }

    @Test
    void followsAStartupFromEnrolmentToGraduation() {
        history.record(new OfferAccepted(COHORT, 1, applicationOf(POLLEN)), enrolled(POLLEN));
        assertThat(row(POLLEN).state()).isEqualTo(RosterState.ENROLLED);
        assertThat(row(POLLEN).participation()).isEqualTo(participationOf(POLLEN));

        history.record(new StartupGraduated(participationOf(POLLEN), EDITION, POLLEN, EXPIRY));

        assertThat(row(POLLEN).state()).isEqualTo(RosterState.GRADUATED);
        assertThat(row(POLLEN).place().seat()).isEqualTo(1);
    }

    @Test
    void leavesOutApplicationsTheCohortKnowsNothingOf() {
        assertThat(history.rows(CohortRoster.ROSTER))
                .extracting(RosterRow::startup)
                .containsExactly(POLLEN);
    }

    private static OfferMade offer(StartupId startup) {
        return new OfferMade(COHORT, 1, applicationOf(startup), EXPIRY);
    }

    private static WaitlistRanked waiting(StartupId startup, int rank) {
        return new WaitlistRanked(COHORT, applicationOf(startup), rank, 14);
    }

    private RosterRow row(StartupId startup) {
        return history.row(CohortRoster.ROSTER, applicationOf(startup));
    }

    private SeatRow seat() {
        return history.row(CohortRoster.SEATS, COHORT, 1);
    }
}
