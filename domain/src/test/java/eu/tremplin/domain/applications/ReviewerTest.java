package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.CAPACITY_BELOW_TAKEN;
import static eu.tremplin.domain.applications.ApplicationReason.CAPACITY_UNCHANGED;
import static eu.tremplin.domain.applications.ApplicationReason.COMMITMENT_ALREADY_ACCEPTED;
import static eu.tremplin.domain.applications.ApplicationReason.COMMITMENT_ALREADY_DECLINED;
import static eu.tremplin.domain.applications.ApplicationReason.COMMITMENT_MISSING;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_ALREADY_DECLARED;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_UNKNOWN;
import static eu.tremplin.domain.applications.ApplicationReason.NOT_THE_REVIEWER;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_ALREADY_INVITED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_RELEASED;
import static eu.tremplin.domain.applications.ReviewerHistory.CAPACITY;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.committed;
import static eu.tremplin.domain.applications.ReviewerHistory.declined;
import static eu.tremplin.domain.applications.ReviewerHistory.invited;
import static eu.tremplin.domain.applications.ReviewerHistory.released;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionReason.EDITION_OVER;
import static eu.tremplin.domain.testing.Scenario.given;
import static eu.tremplin.domain.testing.Scenario.givenNothing;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.domain.applications.ReviewerCommand.AcceptCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.ChangeCapacity;
import eu.tremplin.domain.applications.ReviewerCommand.ClearConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclineCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.DetectConflicts;
import eu.tremplin.domain.applications.ReviewerCommand.InviteReviewer;
import eu.tremplin.domain.applications.ReviewerCommand.PinNonConflict;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.applications.ReviewerCommand.Tie;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityChanged;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentDeclined;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.testing.EveryCommand;
import eu.tremplin.domain.testing.History;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReviewerTest {

    private static final InviteReviewer INVITE = new InviteReviewer(FIRST, EDITION, FIRST_PERSON);
    private static final AcceptCommitment ACCEPT = new AcceptCommitment(FIRST, FIRST_PERSON, CAPACITY);
    private static final DeclineCommitment DECLINE = new DeclineCommitment(FIRST, FIRST_PERSON);
    private static final ChangeCapacity CHANGE_CAPACITY = new ChangeCapacity(FIRST, CAPACITY + 1);
    private static final ReleaseReviewer RELEASE = new ReleaseReviewer(FIRST);
    private static final DeclareConflict DECLARE_CONFLICT =
            new DeclareConflict(FIRST, STARTUP, ConflictKind.INVESTMENT, null);
    private static final PersonalText EVIDENCE = PersonalText.of(FIRST_PERSON, "doi:10.21105/joss.00264");
    private static final DetectConflicts DETECT =
            new DetectConflicts(FIRST, List.of(new Tie(STARTUP, ConflictRule.FAMILY, EVIDENCE, null)));
    private static final PinNonConflict PIN = new PinNonConflict(FIRST, STARTUP, EVIDENCE);
    private static final ClearConflict CLEAR = new ClearConflict(FIRST, STARTUP, ConflictKind.INVESTMENT, EVIDENCE);

    @Nested
    class BeforeTheInvitation {

        @Test
        void isInvited() {
            given(EditionHistory.planned())
                    .when(INVITE)
                    .expectEvents(new ReviewerInvited(FIRST, EDITION, FIRST_PERSON))
                    .expectReadOnly(EDITION);
        }

        @Test
        void isNotInvitedForAnEditionThatHasEnded() {
            given(EditionHistory.ended())
                    .when(INVITE)
                    .expectRefusal(EDITION_OVER)
                    .expectNoEvents();
        }

        @Test
        void isNotInvitedForAnEditionThatDoesNotExist() {
            givenNothing().when(INVITE).expectNotFound().expectNoEvents();
        }

        @Test
        void isNotFound() {
            for (var command :
                    List.of(ACCEPT, DECLINE, CHANGE_CAPACITY, RELEASE, DECLARE_CONFLICT, DETECT, PIN, CLEAR)) {
                given(EditionHistory.planned()).when(command).expectNotFound().expectNoEvents();
            }
        }

        @Test
        void takesItsIdFromEditionAndPerson() {
            assertThatThrownBy(() -> new InviteReviewer(SECOND, EDITION, FIRST_PERSON))
                    .isInstanceOf(Contradiction.class);
        }
    }

    @Nested
    class WhileInvited {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(ReviewerCommand.class, History.of(EditionHistory.planned(), invited(FIRST_PERSON)))
                    .accepts(ACCEPT, DECLINE, RELEASE, DECLARE_CONFLICT, DETECT, PIN)
                    .refuses(CONFLICT_UNKNOWN, CLEAR)
                    .refuses(COMMITMENT_MISSING, CHANGE_CAPACITY)
                    .refuses(REVIEWER_ALREADY_INVITED, INVITE)
                    .tests();
        }

        @Test
        void commitsToACapacity() {
            given(invited(FIRST_PERSON)).when(ACCEPT).expectEvents(new CommitmentAccepted(FIRST, CAPACITY));
        }

        @Test
        void isCommittedByNobodyElse() {
            given(invited(FIRST_PERSON))
                    .when(new AcceptCommitment(FIRST, SECOND_PERSON, CAPACITY))
                    .expectRefusal(NOT_THE_REVIEWER)
                    .expectNoEvents();
        }

        @Test
        void declines() {
            given(invited(FIRST_PERSON)).when(DECLINE).expectEvents(new CommitmentDeclined(FIRST));
        }

        @Test
        void isDeclinedByNobodyElse() {
            given(invited(FIRST_PERSON))
                    .when(new DeclineCommitment(FIRST, SECOND_PERSON))
                    .expectRefusal(NOT_THE_REVIEWER)
                    .expectNoEvents();
        }

        @Test
        void isNoLongerAskedOnceReleased() {
            given(invited(FIRST_PERSON)).when(RELEASE).expectEvents(new ReviewerReleased(FIRST));
        }
    }

    @Nested
    class OnceDeclined {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(ReviewerCommand.class, History.of(EditionHistory.planned(), declined(FIRST_PERSON)))
                    .accepts(ACCEPT, RELEASE, DECLARE_CONFLICT, DETECT, PIN)
                    .refuses(CONFLICT_UNKNOWN, CLEAR)
                    .refuses(REVIEWER_ALREADY_INVITED, INVITE)
                    .refuses(COMMITMENT_ALREADY_DECLINED, DECLINE)
                    .refuses(COMMITMENT_MISSING, CHANGE_CAPACITY)
                    .tests();
        }

        @Test
        void canStillChangeTheirMind() {
            given(declined(FIRST_PERSON)).when(ACCEPT).expectEvents(new CommitmentAccepted(FIRST, CAPACITY));
            given(declined(FIRST_PERSON))
                    .and(ACCEPT)
                    .when(ACCEPT)
                    .expectRefusal(COMMITMENT_ALREADY_ACCEPTED)
                    .expectNoEvents();
        }

        @Test
        void isCommittedByNobodyElse() {
            given(declined(FIRST_PERSON))
                    .when(new AcceptCommitment(FIRST, SECOND_PERSON, CAPACITY))
                    .expectRefusal(NOT_THE_REVIEWER)
                    .expectNoEvents();
        }
    }

    @Nested
    class OnceCommitted {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(ReviewerCommand.class, History.of(EditionHistory.planned(), committed(FIRST_PERSON)))
                    .accepts(CHANGE_CAPACITY, RELEASE, DECLARE_CONFLICT, DETECT, PIN)
                    .refuses(CONFLICT_UNKNOWN, CLEAR)
                    .refuses(COMMITMENT_ALREADY_ACCEPTED, ACCEPT, DECLINE)
                    .refuses(REVIEWER_ALREADY_INVITED, INVITE)
                    .tests();
        }

        @Test
        @Tag("I-14")
        void changesItsCapacityDownToWhatIsTaken() {
            given(taken(CAPACITY))
                    .when(new ChangeCapacity(FIRST, 7))
                    .expectEvents(new CapacityChanged(FIRST, CAPACITY, 7));
            given(taken(1)).when(new ChangeCapacity(FIRST, 1)).expectEvents(new CapacityChanged(FIRST, CAPACITY, 1));
            given(taken(CAPACITY))
                    .when(new ChangeCapacity(FIRST, 1))
                    .expectRefusal(CAPACITY_BELOW_TAKEN)
                    .expectFacts(Map.of("capacity", 1, "taken", CAPACITY))
                    .expectNoEvents();
        }

        @Test
        void countsWhatIsTakenFromTheChangedCapacity() {
            given(taken(1))
                    .and(new ChangeCapacity(FIRST, 5))
                    .when(new ChangeCapacity(FIRST, CAPACITY))
                    .expectEvents(new CapacityChanged(FIRST, 5, CAPACITY));
        }

        @Test
        void changesNothingIntoTheSame() {
            given(committed(FIRST_PERSON))
                    .when(new ChangeCapacity(FIRST, CAPACITY))
                    .expectRefusal(CAPACITY_UNCHANGED)
                    .expectNoEvents();
        }

        @Test
        void readsBetweenOneAndAThousand() {
            for (int capacity : new int[] {0, 1001}) {
                assertThatThrownBy(() -> new ChangeCapacity(FIRST, capacity)).isInstanceOf(InvalidValue.class);
            }
        }

        @Test
        void declaresEachConflictOnce() {
            given(committed(FIRST_PERSON))
                    .when(DECLARE_CONFLICT)
                    .expectEvents(new ConflictDeclared(FIRST, STARTUP, ConflictKind.INVESTMENT));
            given(committed(FIRST_PERSON))
                    .and(DECLARE_CONFLICT)
                    .when(DECLARE_CONFLICT)
                    .expectRefusal(CONFLICT_ALREADY_DECLARED)
                    .expectNoEvents();
        }

        @Test
        void declaresConflictsOfSeveralKinds() {
            given(committed(FIRST_PERSON))
                    .and(DECLARE_CONFLICT)
                    .when(new DeclareConflict(FIRST, STARTUP, ConflictKind.FAMILY, null))
                    .expectEvents(new ConflictDeclared(FIRST, STARTUP, ConflictKind.FAMILY));
        }
    }

    @Nested
    class OnceReleased {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(ReviewerCommand.class, History.of(EditionHistory.planned(), released(FIRST_PERSON)))
                    .accepts(DECLARE_CONFLICT, DETECT, PIN)
                    .refuses(CONFLICT_UNKNOWN, CLEAR)
                    .refuses(REVIEWER_RELEASED, INVITE, ACCEPT, DECLINE, CHANGE_CAPACITY, RELEASE)
                    .tests();
        }
    }

    private static List<DomainEvent> taken(int applications) {
        var taken = IntStream.range(0, applications)
                .mapToObj(number -> new CapacityTaken(FIRST, new ApplicationId(new UUID(0, number))))
                .toList();
        return History.of(committed(FIRST_PERSON), taken);
    }
}
