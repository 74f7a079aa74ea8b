package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.APPLICATION;
import static eu.tremplin.domain.applications.ApplicationHistory.REASON;
import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.CAPACITY_EXHAUSTED;
import static eu.tremplin.domain.applications.ApplicationReason.COMMITMENT_MISSING;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_OF_INTEREST;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_ALREADY_ASSIGNED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_OF_ANOTHER_EDITION;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_RELEASED;
import static eu.tremplin.domain.applications.ReviewerHistory.CAPACITY;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST_PERSON;
import static eu.tremplin.domain.testing.Scenario.given;

import eu.tremplin.domain.applications.ApplicationCommand.AssignReviewer;
import eu.tremplin.domain.applications.ApplicationCommand.WithdrawApplication;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewerAssigned;
import eu.tremplin.domain.applications.ReviewerCommand.ChangeCapacity;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDetected;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AssignmentsTest {

    private static final AssignReviewer ASSIGN = new AssignReviewer(APPLICATION, FIRST);

    private static final ApplicationId ANOTHER = new ApplicationId(new UUID(0, 2));
    private static final StartupId ANOTHER_STARTUP = new StartupId(new UUID(0, 2));
    private static final ApplicationId THIRD = new ApplicationId(new UUID(0, 3));
    private static final StartupId THIRD_STARTUP = new StartupId(new UUID(0, 3));

    @Test
    void bindsBothSidesInOneTransaction() {
        given(ReviewerHistory.committed())
                .and(ApplicationHistory.eligible())
                .when(ASSIGN)
                .expectEvents(new ReviewerAssigned(APPLICATION, FIRST), new CapacityTaken(FIRST, APPLICATION));
    }

    @Test
    void refusesAReviewerWhoDoesNotExist() {
        given(ApplicationHistory.eligible()).when(ASSIGN).expectNotFound().expectNoEvents();
    }

    @Test
    void refusesAReviewerWithoutCommitment() {
        given(ReviewerHistory.invited(FIRST_PERSON))
                .and(ApplicationHistory.eligible())
                .when(ASSIGN)
                .expectRefusal(COMMITMENT_MISSING)
                .expectNoEvents();
    }

    @Test
    void refusesAReviewerWhoHasDeclined() {
        given(ReviewerHistory.declined(FIRST_PERSON))
                .and(ApplicationHistory.eligible())
                .when(ASSIGN)
                .expectRefusal(COMMITMENT_MISSING)
                .expectNoEvents();
    }

    @Test
    void refusesAReleasedReviewer() {
        given(ReviewerHistory.released(FIRST_PERSON))
                .and(ApplicationHistory.eligible())
                .when(ASSIGN)
                .expectRefusal(REVIEWER_RELEASED)
                .expectNoEvents();
    }

    @Test
    void refusesAReviewerOfAnotherEdition() {
        var anotherEdition = new EditionId(new UUID(0, 9));
        given(ReviewerHistory.committed(anotherEdition, FIRST_PERSON))
                .and(ApplicationHistory.eligible())
                .when(new AssignReviewer(APPLICATION, ReviewerId.of(anotherEdition, FIRST_PERSON)))
                .expectRefusal(REVIEWER_OF_ANOTHER_EDITION)
                .expectNoEvents();
    }

    @Test
    @Tag("I-10")
    void refusesAReviewerWithAConflict() {
        given(ReviewerHistory.committed())
                .and(new ConflictDeclared(FIRST, STARTUP, ConflictKind.EMPLOYMENT))
                .and(ApplicationHistory.eligible())
                .when(ASSIGN)
                .expectRefusal(CONFLICT_OF_INTEREST)
                .expectNoEvents();
    }

    @Test
    void assignsAReviewerWithAConflictElsewhere() {
        given(ReviewerHistory.committed())
                .and(new ConflictDeclared(FIRST, ANOTHER_STARTUP, ConflictKind.EMPLOYMENT))
                .and(ApplicationHistory.eligible())
                .when(ASSIGN)
                .expectAccepted();
    }

    @Test
    @Tag("I-13")
    void refusesSecondAssignmentOfSameReviewer() {
        given(ReviewerHistory.committed())
                .and(ApplicationHistory.eligible())
                .and(ASSIGN)
                .when(ASSIGN)
                .expectRefusal(REVIEWER_ALREADY_ASSIGNED)
                .expectNoEvents();
    }

    @Test
    @Tag("I-14")
    void assignsUpToTheCapacityAndNoFurther() {
        given(ReviewerHistory.committed())
                .and(ApplicationHistory.eligible())
                .and(ApplicationHistory.eligible(ANOTHER, ANOTHER_STARTUP))
                .and(ApplicationHistory.eligible(THIRD, THIRD_STARTUP))
                .and(ASSIGN)
                .and(new AssignReviewer(ANOTHER, FIRST))
                .when(new AssignReviewer(THIRD, FIRST))
                .expectRefusal(CAPACITY_EXHAUSTED)
                .expectFacts(Map.of("capacity", CAPACITY))
                .expectNoEvents();
    }

    @Test
    @Tag("I-10")
    void refusesAReviewerWithADetectedConflictUntilItIsOver() {
        var lastDay = LocalDate.of(2024, 8, 1);
        var detected = new ConflictDetected(
                FIRST,
                STARTUP,
                ConflictRule.SAME_ORGANISATION,
                ConflictKind.EMPLOYMENT,
                REASON,
                lastDay.minusYears(1),
                lastDay);
        given(ReviewerHistory.committed())
                .and(detected)
                .and(ApplicationHistory.eligible())
                .at(Instant.parse("2024-08-02T11:59:59Z"))
                .when(ASSIGN)
                .expectRefusal(CONFLICT_OF_INTEREST)
                .expectNoEvents();
        given(ReviewerHistory.committed())
                .and(detected)
                .and(ApplicationHistory.eligible())
                .at(Instant.parse("2024-08-02T12:00:00Z"))
                .when(ASSIGN)
                .expectAccepted();
    }

    @Test
    @Tag("I-14")
    void assignsUpToTheChangedCapacity() {
        given(ReviewerHistory.committed())
                .and(ApplicationHistory.eligible())
                .and(ApplicationHistory.eligible(ANOTHER, ANOTHER_STARTUP))
                .and(ASSIGN)
                .and(new ChangeCapacity(FIRST, 1))
                .when(new AssignReviewer(ANOTHER, FIRST))
                .expectRefusal(CAPACITY_EXHAUSTED)
                .expectFacts(Map.of("capacity", 1))
                .expectNoEvents();
    }

    @Test
    @Tag("I-09")
    void givesNoCapacityBackWhenAnApplicationIsWithdrawn() {
        given(ReviewerHistory.committed())
                .and(ApplicationHistory.eligible())
                .and(ApplicationHistory.eligible(ANOTHER, ANOTHER_STARTUP))
                .and(ApplicationHistory.eligible(THIRD, THIRD_STARTUP))
                .and(ASSIGN)
                .and(new AssignReviewer(ANOTHER, FIRST))
                .and(new WithdrawApplication(APPLICATION, REASON))
                .when(new AssignReviewer(THIRD, FIRST))
                .expectRefusal(CAPACITY_EXHAUSTED)
                .expectNoEvents();
    }
}
