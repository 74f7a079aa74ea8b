package eu.tremplin.projections.reviewers;

import static eu.tremplin.projections.Cast.EDITION;
import static eu.tremplin.projections.Cast.POLLEN;
import static eu.tremplin.projections.Cast.QEVLAR;
import static eu.tremplin.projections.Cast.applicationOf;
import static eu.tremplin.projections.Cast.ciphertext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.tremplin.domain.applications.ConflictKind;
import eu.tremplin.domain.applications.ConflictRule;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityChanged;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityReturned;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentDeclined;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictCleared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDetected;
import eu.tremplin.domain.applications.ReviewerEvent.NonConflictPinned;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.History;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewersTest {

    private static final PersonId ADA = new PersonId(Identifier.derivedFrom("person", "Ada"));
    private static final ReviewerId REVIEWER = ReviewerId.of(EDITION, ADA);

    private final History history = new History(new Reviewers());

    @BeforeEach
    void adaIsInvited() {
        history.record(new ReviewerInvited(REVIEWER, EDITION, ADA));
    }

    @Test
    void readsNothingBeforeTheCommitment() {
        assertThat(ada()).isEqualTo(new ReviewerRow(REVIEWER, EDITION, ADA, Standing.INVITED, 0, 0, 0, 0, 1));
    }

    @Test
    void hasWhatIsLeftOfTheCapacity() {
        history.record(new CommitmentAccepted(REVIEWER, 3), new CapacityTaken(REVIEWER, applicationOf(POLLEN)));

        assertThat(ada()).isEqualTo(new ReviewerRow(REVIEWER, EDITION, ADA, Standing.COMMITTED, 3, 1, 2, 2, 3));
    }

    @Test
    void hasWhatIsLeftOfAChangedCapacity() {
        history.record(
                new CommitmentAccepted(REVIEWER, 3),
                new CapacityTaken(REVIEWER, applicationOf(POLLEN)),
                new CapacityChanged(REVIEWER, 3, 1));

        assertThat(ada()).isEqualTo(new ReviewerRow(REVIEWER, EDITION, ADA, Standing.COMMITTED, 1, 1, 0, 3, 4));
    }

    @Test
    void hasBackWhatIsReturned() {
        history.record(
                new CommitmentAccepted(REVIEWER, 3),
                new CapacityTaken(REVIEWER, applicationOf(POLLEN)),
                new CapacityReturned(REVIEWER, applicationOf(POLLEN)));

        assertThat(ada()).isEqualTo(new ReviewerRow(REVIEWER, EDITION, ADA, Standing.COMMITTED, 3, 0, 3, 3, 4));
    }

    @Test
    void hasNothingLeftOnceReleased() {
        history.record(
                new CommitmentAccepted(REVIEWER, 3),
                new CapacityTaken(REVIEWER, applicationOf(POLLEN)),
                new ReviewerReleased(REVIEWER));

        assertThat(ada()).isEqualTo(new ReviewerRow(REVIEWER, EDITION, ADA, Standing.RELEASED, 3, 1, 0, 3, 4));
    }

    @Test
    void commitsAfterAllAfterDeclining() {
        history.record(new CommitmentDeclined(REVIEWER));
        assertThat(ada().standing()).isEqualTo(Standing.DECLINED);

        history.record(new CommitmentAccepted(REVIEWER, 2));
        assertThat(ada().standing()).isEqualTo(Standing.COMMITTED);
        assertThat(ada().remaining()).isEqualTo(2);
    }

    @Test
    void keepsTheVersionOfWhatChangesNothingElse() {
        history.record(new ConflictDeclared(REVIEWER, POLLEN, ConflictKind.FAMILY));

        assertThat(ada()).isEqualTo(new ReviewerRow(REVIEWER, EDITION, ADA, Standing.INVITED, 0, 0, 0, 1, 2));
    }

    @Test
    void keepsWhatIsDeclared() {
        var ended = LocalDate.of(2023, 8, 1);
        history.record(
                new ConflictDeclared(REVIEWER, POLLEN, ConflictKind.EMPLOYMENT, ended, ended.plusYears(1)),
                new ConflictDeclared(REVIEWER, POLLEN, ConflictKind.FAMILY));

        assertThat(history.rows(Reviewers.CONFLICTS))
                .containsExactly(
                        new ConflictRow(
                                REVIEWER,
                                POLLEN,
                                ConflictKind.EMPLOYMENT,
                                ConflictSource.DECLARED,
                                EDITION,
                                ADA,
                                ConflictStanding.HOLDS,
                                ended,
                                ended.plusYears(1),
                                2),
                        new ConflictRow(
                                REVIEWER,
                                POLLEN,
                                ConflictKind.FAMILY,
                                ConflictSource.DECLARED,
                                EDITION,
                                ADA,
                                ConflictStanding.HOLDS,
                                null,
                                null,
                                3));
    }

    @Test
    void pinsWhatIsDetectedAndNothingElse() {
        history.record(
                new ConflictDeclared(REVIEWER, POLLEN, ConflictKind.FAMILY),
                detected(POLLEN),
                detected(QEVLAR),
                new NonConflictPinned(REVIEWER, POLLEN, ciphertext(POLLEN, "reason")));

        assertThat(standing(POLLEN, ConflictSource.DECLARED)).isEqualTo(ConflictStanding.HOLDS);
        assertThat(standing(POLLEN, ConflictSource.DETECTED)).isEqualTo(ConflictStanding.PINNED);
        assertThat(standing(QEVLAR, ConflictSource.DETECTED)).isEqualTo(ConflictStanding.HOLDS);
        assertThat(ada().version()).isEqualTo(4);
    }

    @Test
    void clearsWhatIsOfThatKindHoweverItIsKnown() {
        history.record(
                new ConflictDeclared(REVIEWER, POLLEN, ConflictKind.FAMILY),
                new ConflictDeclared(REVIEWER, POLLEN, ConflictKind.INVESTMENT),
                detected(POLLEN),
                new ConflictCleared(REVIEWER, POLLEN, ConflictKind.FAMILY, ciphertext(POLLEN, "reason")));

        assertThat(standing(POLLEN, ConflictSource.DECLARED)).isEqualTo(ConflictStanding.CLEARED);
        assertThat(standing(POLLEN, ConflictSource.DETECTED)).isEqualTo(ConflictStanding.CLEARED);
        assertThat(history.row(Reviewers.CONFLICTS, REVIEWER, POLLEN, ConflictKind.INVESTMENT, ConflictSource.DECLARED)
                        .standing())
                .isEqualTo(ConflictStanding.HOLDS);
    }

    private ConflictStanding standing(StartupId startup, ConflictSource source) {
        return history.row(Reviewers.CONFLICTS, REVIEWER, startup, ConflictKind.FAMILY, source)
                .standing();
    }

    private static ConflictDetected detected(StartupId startup) {
        return new ConflictDetected(
                REVIEWER,
                startup,
                ConflictRule.FAMILY,
                ConflictKind.FAMILY,
                ciphertext(startup, "evidence"),
                null,
                null);
    }

    @Test
    void stopsAtACommitmentOfSomebodyWhoWasNeverInvited() {
        var stranger = ReviewerId.of(EDITION, new PersonId(Identifier.derivedFrom("person", "Grace")));

        assertThatIllegalStateException().isThrownBy(() -> history.record(new CommitmentAccepted(stranger, 1)));
    }

    private ReviewerRow ada() {
        return history.row(Reviewers.REVIEWERS, REVIEWER);
    }
}
