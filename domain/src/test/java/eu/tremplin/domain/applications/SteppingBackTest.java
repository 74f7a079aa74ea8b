package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.APPLICATION;
import static eu.tremplin.domain.applications.ApplicationHistory.COMMENT;
import static eu.tremplin.domain.applications.ApplicationHistory.REASON;
import static eu.tremplin.domain.applications.ApplicationHistory.SCORES;
import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.CAPACITY_EXHAUSTED;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_OF_INTEREST;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_NOT_ASSIGNED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_STEPPED_BACK;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_ALREADY_SUBMITTED;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND_PERSON;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.testing.Scenario.given;

import eu.tremplin.domain.applications.ApplicationCommand.AbstainReview;
import eu.tremplin.domain.applications.ApplicationCommand.AssignReviewer;
import eu.tremplin.domain.applications.ApplicationCommand.RecallAssignment;
import eu.tremplin.domain.applications.ApplicationCommand.RecuseReview;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.applications.ApplicationCommand.WithdrawApplication;
import eu.tremplin.domain.applications.ApplicationEvent.AssignmentRecalled;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewAbstained;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRecused;
import eu.tremplin.domain.applications.ReviewerCommand.ChangeCapacity;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityReturned;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.testing.Scenario;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How an assignment ends without a review: it is taken back, passed, or stepped out of. */
class SteppingBackTest {

    private static final RecallAssignment RECALL = new RecallAssignment(APPLICATION, FIRST, REASON);
    private static final AbstainReview ABSTAIN = new AbstainReview(APPLICATION, FIRST_PERSON, REASON);
    private static final RecuseReview RECUSE = recusal(ConflictKind.FAMILY);
    private static final AssignReviewer ASSIGN = new AssignReviewer(APPLICATION, FIRST);

    private static final ApplicationId ANOTHER = new ApplicationId(new UUID(0, 2));
    private static final StartupId ANOTHER_STARTUP = new StartupId(new UUID(0, 2));

    @Nested
    class Recalled {

        @Test
        void givesTheCapacityBackInOneTransaction() {
            underReview()
                    .when(RECALL)
                    .expectEvents(
                            new AssignmentRecalled(APPLICATION, FIRST, REASON),
                            new CapacityReturned(FIRST, APPLICATION));
        }

        @Test
        @Tag("I-14")
        void canBeTakenForAnother() {
            underReview()
                    .and(new ChangeCapacity(FIRST, 1))
                    .and(ApplicationHistory.eligible(ANOTHER, ANOTHER_STARTUP))
                    .when(new AssignReviewer(ANOTHER, FIRST))
                    .expectRefusal(CAPACITY_EXHAUSTED)
                    .expectNoEvents();
            underReview()
                    .and(new ChangeCapacity(FIRST, 1))
                    .and(RECALL)
                    .and(ApplicationHistory.eligible(ANOTHER, ANOTHER_STARTUP))
                    .when(new AssignReviewer(ANOTHER, FIRST))
                    .expectAccepted();
        }

        @Test
        @Tag("I-13")
        void canBeAssignedAgainOnce() {
            underReview().and(RECALL).when(ASSIGN).expectAccepted();
            underReview()
                    .and(RECALL)
                    .and(ASSIGN)
                    .when(ASSIGN)
                    .expectRefusal(ApplicationReason.REVIEWER_ALREADY_ASSIGNED)
                    .expectNoEvents();
        }

        @Test
        void isReviewedByNobodyAnyMore() {
            underReview()
                    .and(RECALL)
                    .when(review())
                    .expectRefusal(REVIEWER_NOT_ASSIGNED)
                    .expectNoEvents();
        }

        @Test
        void isRecalledOnceAndFromWhoeverHasIt() {
            underReview()
                    .and(RECALL)
                    .when(RECALL)
                    .expectRefusal(REVIEWER_NOT_ASSIGNED)
                    .expectNoEvents();
            underReview()
                    .when(new RecallAssignment(APPLICATION, SECOND, REASON))
                    .expectRefusal(REVIEWER_NOT_ASSIGNED)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-15")
        void leavesWhatHasBeenHandedIn() {
            underReview()
                    .and(review())
                    .when(RECALL)
                    .expectRefusal(REVIEW_ALREADY_SUBMITTED)
                    .expectNoEvents();
        }

        @Test
        void isTakenBackFromReleasedReviewersToo() {
            underReview()
                    .and(new ReleaseReviewer(FIRST))
                    .when(RECALL)
                    .expectEvents(
                            new AssignmentRecalled(APPLICATION, FIRST, REASON),
                            new CapacityReturned(FIRST, APPLICATION));
        }
    }

    @Nested
    class Abstained {

        @Test
        void givesTheCapacityBackInOneTransaction() {
            underReview()
                    .when(ABSTAIN)
                    .expectEvents(
                            new ReviewAbstained(APPLICATION, FIRST, REASON), new CapacityReturned(FIRST, APPLICATION));
        }

        @Test
        void isNotAskedAgain() {
            underReview()
                    .and(ABSTAIN)
                    .when(ASSIGN)
                    .expectRefusal(REVIEWER_STEPPED_BACK)
                    .expectNoEvents();
        }

        @Test
        void isPassedByWhoeverHasIt() {
            for (PersonId stranger : new PersonId[] {SECOND_PERSON, new PersonId(new UUID(0, 1))}) {
                underReview()
                        .when(new AbstainReview(APPLICATION, stranger, REASON))
                        .expectRefusal(REVIEWER_NOT_ASSIGNED)
                        .expectNoEvents();
            }
        }

        @Test
        void isPassedByReviewersWithAConflictToo() {
            underReview()
                    .and(new DeclareConflict(FIRST, STARTUP, ConflictKind.FAMILY, null))
                    .when(ABSTAIN)
                    .expectAccepted();
        }

        @Test
        void takesNoReviewBack() {
            underReview()
                    .and(review())
                    .when(ABSTAIN)
                    .expectRefusal(REVIEW_ALREADY_SUBMITTED)
                    .expectNoEvents();
        }
    }

    @Nested
    class Recused {

        @Test
        @Tag("I-10")
        void isAConflictFromThenOn() {
            underReview()
                    .when(RECUSE)
                    .expectEvents(
                            new ReviewRecused(APPLICATION, FIRST, ConflictKind.FAMILY, new Quorum(0, 2), REASON),
                            new CapacityReturned(FIRST, APPLICATION),
                            new ConflictDeclared(FIRST, STARTUP, ConflictKind.FAMILY))
                    .expectReadOnly(EDITION);
            underReview()
                    .and(RECUSE)
                    .and(new WithdrawApplication(APPLICATION, REASON))
                    .and(ApplicationHistory.eligible(ANOTHER, STARTUP))
                    .when(new AssignReviewer(ANOTHER, FIRST))
                    .expectRefusal(CONFLICT_OF_INTEREST)
                    .expectNoEvents();
        }

        @Test
        void declaresNothingThatIsDeclared() {
            underReview()
                    .and(new DeclareConflict(FIRST, STARTUP, ConflictKind.FAMILY, null))
                    .when(RECUSE)
                    .expectEvents(
                            new ReviewRecused(APPLICATION, FIRST, ConflictKind.FAMILY, new Quorum(0, 2), REASON),
                            new CapacityReturned(FIRST, APPLICATION));
        }

        @Test
        void givesNoCapacityBackForWorkThatWasDone() {
            underReview()
                    .and(review())
                    .when(RECUSE)
                    .expectEvents(
                            new ReviewRecused(APPLICATION, FIRST, ConflictKind.FAMILY, new Quorum(0, 2), REASON),
                            new ConflictDeclared(FIRST, STARTUP, ConflictKind.FAMILY));
        }

        @Test
        void isSteppedOutOfOnceAndByWhoeverHasIt() {
            underReview()
                    .and(RECUSE)
                    .when(RECUSE)
                    .expectRefusal(REVIEWER_NOT_ASSIGNED)
                    .expectNoEvents();
            underReview()
                    .when(new RecuseReview(APPLICATION, new PersonId(new UUID(0, 1)), ConflictKind.FAMILY, REASON))
                    .expectRefusal(REVIEWER_NOT_ASSIGNED)
                    .expectNoEvents();
        }

        @Test
        void isNotAskedAgain() {
            underReview()
                    .and(RECUSE)
                    .when(ASSIGN)
                    .expectRefusal(REVIEWER_STEPPED_BACK)
                    .expectNoEvents();
        }
    }

    private static Scenario underReview() {
        return given(EditionHistory.open()).and(ReviewerHistory.committed()).and(ApplicationHistory.underReview());
    }

    private static RecuseReview recusal(ConflictKind kind) {
        return new RecuseReview(APPLICATION, FIRST_PERSON, kind, REASON);
    }

    private static SubmitReview review() {
        return new SubmitReview(APPLICATION, FIRST_PERSON, SCORES, Recommendation.ADMIT, COMMENT);
    }
}
