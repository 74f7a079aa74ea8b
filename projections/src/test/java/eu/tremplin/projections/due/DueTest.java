package eu.tremplin.projections.due;

import static eu.tremplin.projections.Cast.COHORT;
import static eu.tremplin.projections.Cast.EDITION;
import static eu.tremplin.projections.Cast.POLLEN;
import static eu.tremplin.projections.Cast.RECEIVED;
import static eu.tremplin.projections.Cast.applicationOf;
import static eu.tremplin.projections.Cast.ciphertext;
import static eu.tremplin.projections.Cast.deadlines;
import static eu.tremplin.projections.Cast.enrolled;
import static eu.tremplin.projections.Cast.participationOf;
import static eu.tremplin.projections.Cast.planned;
import static eu.tremplin.projections.Cast.posting;
import static eu.tremplin.projections.Cast.registered;
import static eu.tremplin.projections.Cast.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.cohorts.CohortEvent.OfferDeclined;
import eu.tremplin.domain.cohorts.CohortEvent.OfferExpired;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.editions.ClosingCause;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CallReopened;
import eu.tremplin.domain.editions.EditionEvent.DeadlineExtended;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideRevoked;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.participations.Assessment;
import eu.tremplin.domain.participations.MilestoneKind;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneAssessed;
import eu.tremplin.domain.participations.ParticipationEvent.MilestonePlanned;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneReported;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneWaived;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.projections.kit.History;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DueTest {

    private static final GrantId GRANT = new GrantId(Identifier.derivedFrom("grant", POLLEN));

    private final History history = new History(new Due());

    @BeforeEach
    void anEditionIsPlanned() {
        history.record(planned(), registered(POLLEN, "Pollen Robotics"));
    }

    /** In Paris it is summer time on the first day, two hours ahead, and winter time on the last, one hour ahead. */
    @Test
    void listsBeginningAndEndOfAnEditionAtTheEndOfTheirDaysThere() {
        assertThat(at(DueKind.EDITION_START)).isEqualTo("2024-09-01T21:59:59.999999Z");
        assertThat(at(DueKind.EDITION_END)).isEqualTo("2025-02-28T22:59:59.999999Z");
        assertThat(history.rows(Due.DUE)).allSatisfy(row -> {
            assertThat(row.subject()).isEqualTo(EDITION.value());
            assertThat(row.startup()).isNull();
            assertThat(row.label()).isNull();
        });
    }

    @Test
    void forgetsThemOnceTheEditionIsStartedAndEnded() {
        history.record(new EditionStarted(EDITION, RECEIVED));
        assertThat(kinds()).containsExactly(DueKind.EDITION_END);

        history.record(new EditionEnded(EDITION, RECEIVED));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void movesTheDeadlinesAsTheyAreExtended() {
        var first = deadlines(RECEIVED);
        var second = deadlines(RECEIVED.plus(Duration.ofDays(7)));

        history.record(
                new DeadlinesSet(EDITION, first),
                new DeadlineExtended(EDITION, first, second, ciphertext(POLLEN, "reason")));

        assertThat(at(DueKind.ADVERTISED_DEADLINE)).isEqualTo(second.advertised());
        assertThat(at(DueKind.ENFORCED_DEADLINE)).isEqualTo(second.enforced());
        assertThat(at(DueKind.INTERNAL_DEADLINE)).isEqualTo(second.internal());
    }

    @Test
    void keepsTheInternalDeadlineFromTheCloseOfTheCallToTheStart() {
        history.record(
                new DeadlinesSet(EDITION, deadlines(RECEIVED)),
                new CallClosed(EDITION, ClosingCause.DEADLINE, RECEIVED));
        assertThat(kinds())
                .contains(DueKind.INTERNAL_DEADLINE)
                .doesNotContain(DueKind.ENFORCED_DEADLINE, DueKind.ADVERTISED_DEADLINE);

        history.record(new EditionStarted(EDITION, RECEIVED));
        assertThat(kinds()).doesNotContain(DueKind.INTERNAL_DEADLINE);
    }

    @Test
    void listsTheDeadlinesAgainOnceTheCallIsReopened() {
        Instant later = RECEIVED.plus(Duration.ofDays(3));
        history.record(
                new DeadlinesSet(EDITION, deadlines(RECEIVED)),
                new CallClosed(EDITION, ClosingCause.MANUAL, RECEIVED),
                new CallReopened(
                        EDITION, deadlines(RECEIVED), deadlines(later), RECEIVED, ciphertext(POLLEN, "reason")));

        assertThat(at(DueKind.ADVERTISED_DEADLINE)).isEqualTo(later);
        assertThat(kinds()).contains(DueKind.ENFORCED_DEADLINE, DueKind.INTERNAL_DEADLINE);
    }

    @Test
    void forgetsEverythingOfACancelledEdition() {
        history.record(
                new DeadlinesSet(EDITION, deadlines(RECEIVED)),
                new EditionCancelled(EDITION, RECEIVED, ciphertext(POLLEN, "reason")));

        assertThat(kinds()).isEmpty();
    }

    static List<DomainEvent> endsOfAnOverride() {
        return List.of(
                new DeadlineOverrideRevoked(EDITION, POLLEN, RECEIVED, ciphertext(POLLEN, "reason")),
                submitted(POLLEN),
                new EditionEnded(EDITION, RECEIVED),
                new EditionCancelled(EDITION, RECEIVED, ciphertext(POLLEN, "reason")));
    }

    @ParameterizedTest
    @MethodSource("endsOfAnOverride")
    void listsAnOverrideUntilItNoLongerMatters(DomainEvent end) {
        history.record(new DeadlineOverrideGranted(EDITION, POLLEN, RECEIVED, ciphertext(POLLEN, "reason")));
        assertThat(row(DueKind.DEADLINE_OVERRIDE).startupName()).isEqualTo("Pollen Robotics");

        history.record(end);

        assertThat(kinds()).doesNotContain(DueKind.DEADLINE_OVERRIDE);
    }

    static List<DomainEvent> answers() {
        return List.of(
                new OfferAccepted(COHORT, 1, applicationOf(POLLEN)),
                new OfferDeclined(COHORT, 1, applicationOf(POLLEN), ciphertext(POLLEN, "reason")),
                new OfferExpired(COHORT, 1, applicationOf(POLLEN)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void listsAnOfferUntilItIsAnsweredOrLetExpire(DomainEvent answer) {
        history.record(submitted(POLLEN), new OfferMade(COHORT, 1, applicationOf(POLLEN), RECEIVED));
        assertThat(row(DueKind.OFFER_EXPIRY))
                .isEqualTo(new DueRow(
                        DueRow.id(DueKind.OFFER_EXPIRY, applicationOf(POLLEN)),
                        EDITION,
                        DueKind.OFFER_EXPIRY,
                        applicationOf(POLLEN).value(),
                        POLLEN,
                        "Pollen Robotics",
                        null,
                        RECEIVED,
                        4));

        history.record(answer);

        assertThat(kinds()).doesNotContain(DueKind.OFFER_EXPIRY);
    }

    @Test
    void listsEveryMilestoneByNameAtTheEndOfItsDay() {
        history.record(enrolled(POLLEN), milestone("prototype"), milestone("final report"));

        assertThat(history.rows(Due.DUE))
                .filteredOn(row -> row.kind() == DueKind.MILESTONE)
                .extracting(DueRow::label)
                .containsExactlyInAnyOrder("prototype", "final report");
        assertThat(at(DueKind.MILESTONE)).isEqualTo("2024-11-30T22:59:59.999999Z");
        assertThat(row(DueKind.MILESTONE).subject())
                .isEqualTo(participationOf(POLLEN).value());
    }

    @Test
    void keepsAMilestoneThatWasReportedOrMissed() {
        history.record(
                enrolled(POLLEN),
                milestone("prototype"),
                new MilestoneReported(participationOf(POLLEN), "prototype", ciphertext(POLLEN, "report")),
                new MilestoneAssessed(participationOf(POLLEN), "prototype", Assessment.MISSED));

        assertThat(kinds()).contains(DueKind.MILESTONE);
    }

    static List<DomainEvent> endsOfAMilestone() {
        return List.of(
                new MilestoneAssessed(participationOf(POLLEN), "prototype", Assessment.MET),
                new MilestoneWaived(participationOf(POLLEN), "prototype", ciphertext(POLLEN, "reason")),
                new StartupGraduated(participationOf(POLLEN), EDITION, POLLEN, RECEIVED));
    }

    @ParameterizedTest
    @MethodSource("endsOfAMilestone")
    void forgetsAMilestoneThatIsMetWaivedOrOvertaken(DomainEvent end) {
        history.record(enrolled(POLLEN), milestone("prototype"), end);

        assertThat(kinds()).doesNotContain(DueKind.MILESTONE);
    }

    @Test
    void listsCreditsWhileThereAreSomeLeft() {
        history.record(granted("100"), used("60"));
        assertThat(at(DueKind.CREDIT_EXPIRY)).isEqualTo(RECEIVED);
        assertThat(row(DueKind.CREDIT_EXPIRY).label()).isEqualTo("H100 cluster");

        history.record(used("40"));

        assertThat(kinds()).doesNotContain(DueKind.CREDIT_EXPIRY);
    }

    @Test
    void forgetsCreditsThatHaveExpired() {
        history.record(granted("100"), used("60"), new CreditsExpired(GRANT, hours("40"), posting(hours("40"), GRANT)));

        assertThat(kinds()).doesNotContain(DueKind.CREDIT_EXPIRY);
    }

    @Test
    void bearsADayBeyondEveryCalendar() {
        history.record(
                enrolled(POLLEN),
                new MilestonePlanned(
                        participationOf(POLLEN), "never", MilestoneKind.DELIVERABLE, false, LocalDate.MAX));

        assertThat(at(DueKind.MILESTONE)).isEqualTo("9999-12-31T22:59:59.999999Z");
    }

    private static MilestonePlanned milestone(String name) {
        return new MilestonePlanned(
                participationOf(POLLEN), name, MilestoneKind.DELIVERABLE, true, LocalDate.of(2024, 11, 30));
    }

    private static GrantOpened granted(String hours) {
        var partner = new PartnerId(Identifier.derivedFrom("partner", "Scaleway"));
        return new GrantOpened(
                GRANT,
                EDITION,
                new PoolId(Identifier.derivedFrom("pool", "Scaleway")),
                partner,
                participationOf(POLLEN),
                POLLEN,
                hours(hours),
                "H100 cluster",
                "EU",
                RECEIVED,
                RECEIVED);
    }

    private static CreditsConsumed used(String hours) {
        return new CreditsConsumed(GRANT, "r-1", hours(hours), posting(hours(hours), GRANT));
    }

    private static Amount hours(String value) {
        return Amount.of(value, Unit.GPU_HOUR);
    }

    private List<DueKind> kinds() {
        return history.rows(Due.DUE).stream().map(DueRow::kind).toList();
    }

    private DueRow row(DueKind kind) {
        return history.rows(Due.DUE).stream()
                .filter(row -> row.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Instant at(DueKind kind) {
        return row(kind).dueAt();
    }
}
