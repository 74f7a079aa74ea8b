package eu.tremplin.projections.editions;

import static eu.tremplin.projections.Cast.EDITION;
import static eu.tremplin.projections.Cast.POLLEN;
import static eu.tremplin.projections.Cast.QEVLAR;
import static eu.tremplin.projections.Cast.RECEIVED;
import static eu.tremplin.projections.Cast.ciphertext;
import static eu.tremplin.projections.Cast.deadlines;
import static eu.tremplin.projections.Cast.planned;
import static eu.tremplin.projections.Cast.policy;
import static eu.tremplin.projections.Cast.registered;
import static eu.tremplin.projections.Cast.rubric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.tremplin.domain.editions.ClosingCause;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.CallReopened;
import eu.tremplin.domain.editions.EditionEvent.CapReached;
import eu.tremplin.domain.editions.EditionEvent.CapSet;
import eu.tremplin.domain.editions.EditionEvent.DeadlineExtended;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.IntakeEvent.PlaceTaken;
import eu.tremplin.domain.editions.IntakeId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.History;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditionsTest {

    private final History history = new History(new Editions());

    @BeforeEach
    void anEditionIsPlanned() {
        history.record(planned());
    }

    @Test
    void listsAPlannedEditionWithoutDeadlinesAndRules() {
        assertThat(edition())
                .isEqualTo(new EditionRow(
                        EDITION,
                        new Plan(
                                "AI at STATION F",
                                "Edition 2",
                                "Meta",
                                5,
                                "Europe/Paris",
                                "EU",
                                LocalDate.of(2024, 9, 1),
                                LocalDate.of(2025, 2, 28)),
                        Stage.PLANNED,
                        CallDeadlines.NONE,
                        Places.NONE,
                        RulesInForce.NONE,
                        0,
                        1));
    }

    @Test
    void staysPlannedUntilItsCallIsOpened() {
        history.record(new DeadlinesSet(EDITION, deadlines(RECEIVED)), rubric(1), policy(1, 2));

        assertThat(edition().stage()).isEqualTo(Stage.PLANNED);
    }

    @Test
    void goesThroughItsStages() {
        history.record(new CallOpened(EDITION, RECEIVED));
        assertThat(edition().stage()).isEqualTo(Stage.OPEN);

        history.record(new CallClosed(EDITION, ClosingCause.DEADLINE, RECEIVED));
        assertThat(edition().stage()).isEqualTo(Stage.CLOSED);

        history.record(new EditionStarted(EDITION, RECEIVED));
        assertThat(edition().stage()).isEqualTo(Stage.RUNNING);

        history.record(new EditionEnded(EDITION, RECEIVED));
        assertThat(edition().stage()).isEqualTo(Stage.ENDED);
    }

    @Test
    void isOpenAgainUnderTheDeadlinesItWasReopenedWith() {
        var first = deadlines(RECEIVED);
        var second = deadlines(RECEIVED.plus(Duration.ofDays(7)));
        history.record(
                new DeadlinesSet(EDITION, first),
                new CallOpened(EDITION, RECEIVED),
                new CallClosed(EDITION, ClosingCause.MANUAL, RECEIVED),
                new CallReopened(EDITION, first, second, RECEIVED, ciphertext(POLLEN, "reason")));

        assertThat(edition().stage()).isEqualTo(Stage.OPEN);
        assertThat(edition().deadlines()).isEqualTo(CallDeadlines.of(second));
    }

    @Test
    void isCancelledForGood() {
        history.record(new EditionCancelled(EDITION, RECEIVED, ciphertext(POLLEN, "reason")));

        assertThat(edition().stage()).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void countsThePlacesUnderItsCap() {
        history.record(new CapSet(EDITION, 2));
        assertThat(edition().places()).isEqualTo(new Places(2, null));

        history.record(place(POLLEN, 1), place(QEVLAR, 2));
        assertThat(edition().places()).isEqualTo(new Places(2, 2));

        history.record(new CapReached(EDITION, 2, RECEIVED), new CapSet(EDITION, null));
        assertThat(edition().places()).isEqualTo(new Places(null, 2));
    }

    /** They are of another stream, and whoever expects a version means the edition's. */
    @Test
    void keepsItsVersionWhenPlacesAreTaken() {
        history.record(place(POLLEN, 1));

        assertThat(edition().version()).isZero();
        assertThat(edition().lastPosition()).isEqualTo(1);
    }

    private static PlaceTaken place(StartupId startup, int place) {
        return new PlaceTaken(IntakeId.of(EDITION), EDITION, startup, place);
    }

    @Test
    void showsTheDeadlinesAsLastExtended() {
        var first = deadlines(RECEIVED);
        var second = deadlines(RECEIVED.plus(Duration.ofDays(7)));
        history.record(new DeadlinesSet(EDITION, first));
        assertThat(edition().deadlines()).isEqualTo(CallDeadlines.of(first));

        history.record(new DeadlineExtended(EDITION, first, second, ciphertext(POLLEN, "reason")));

        assertThat(edition().deadlines()).isEqualTo(CallDeadlines.of(second));
    }

    @Test
    void showsTheRubricAndThePolicyInForce() {
        history.record(rubric(1), policy(1, 2), rubric(2), policy(2, 3), policy(3, 4));

        assertThat(edition().rules()).isEqualTo(new RulesInForce(2, 3, 4, 14));
    }

    @Test
    void movesItsVersionWithEveryEventOfItsOwnStream() {
        history.record(
                registered(POLLEN, "Pollen Robotics"),
                new DeadlineOverrideGranted(EDITION, POLLEN, RECEIVED, ciphertext(POLLEN, "reason")));

        assertThat(edition().version()).isEqualTo(1);
        assertThat(edition().lastPosition()).isEqualTo(3);
    }

    @Test
    void stopsAtAnEventOfAnEditionNobodyPlanned() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new History(new Editions()).record(new CallOpened(EDITION, RECEIVED)));
    }

    private EditionRow edition() {
        return history.row(Editions.EDITIONS, EDITION);
    }
}
