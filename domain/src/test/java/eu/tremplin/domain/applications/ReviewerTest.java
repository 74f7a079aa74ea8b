package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.COMMITMENT_ALREADY_ACCEPTED;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_ALREADY_DECLARED;
import static eu.tremplin.domain.applications.ApplicationReason.NOT_THE_REVIEWER;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_ALREADY_INVITED;
import static eu.tremplin.domain.applications.ReviewerHistory.CAPACITY;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.committed;
import static eu.tremplin.domain.applications.ReviewerHistory.invited;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionReason.EDITION_OVER;
import static eu.tremplin.domain.testing.Scenario.given;
import static eu.tremplin.domain.testing.Scenario.givenNothing;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.domain.applications.ReviewerCommand.AcceptCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.InviteReviewer;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.testing.EveryCommand;
import eu.tremplin.domain.testing.History;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReviewerTest {

    private static final InviteReviewer INVITE = new InviteReviewer(FIRST, EDITION, FIRST_PERSON);
    private static final AcceptCommitment ACCEPT = new AcceptCommitment(FIRST, FIRST_PERSON, CAPACITY);
    private static final DeclareConflict DECLARE_CONFLICT =
            new DeclareConflict(FIRST, STARTUP, ConflictKind.INVESTMENT);

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
            for (var command : List.of(ACCEPT, DECLARE_CONFLICT)) {
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
                    .accepts(ACCEPT, DECLARE_CONFLICT)
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
    }

    @Nested
    class OnceCommitted {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(ReviewerCommand.class, History.of(EditionHistory.planned(), committed(FIRST_PERSON)))
                    .accepts(DECLARE_CONFLICT)
                    .refuses(COMMITMENT_ALREADY_ACCEPTED, ACCEPT)
                    .refuses(REVIEWER_ALREADY_INVITED, INVITE)
                    .tests();
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
                    .when(new DeclareConflict(FIRST, STARTUP, ConflictKind.FAMILY))
                    .expectEvents(new ConflictDeclared(FIRST, STARTUP, ConflictKind.FAMILY));
        }
    }
}
