package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.APPLICATION;
import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.QUORUM_NOT_MET;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionHistory.ELIGIBILITY;
import static eu.tremplin.domain.testing.Scenario.given;

import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ReviewerCommand.ClearConflict;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.editions.EditionCommand.AdoptPolicy;
import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.testing.Scenario;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShortlistsTest {

    private static final ShortlistApplication SHORTLIST = new ShortlistApplication(APPLICATION, 3);

    @Test
    void shortlistsOnceTheQuorumIsMet() {
        reviewed()
                .when(SHORTLIST)
                .expectEvents(new ApplicationShortlisted(APPLICATION, 3, new Quorum(2, 2)))
                .expectReadOnly(EDITION, FIRST, SECOND);
    }

    @Test
    void refusesWithOneReviewLessThanThePolicyRequires() {
        given(EditionHistory.open())
                .and(ReviewerHistory.committed())
                .and(ApplicationHistory.underReview())
                .and(ApplicationHistory.review(FIRST))
                .when(SHORTLIST)
                .expectRefusal(QUORUM_NOT_MET)
                .expectFacts(Map.of("completed", 1, "required", 2))
                .expectNoEvents();
    }

    @Test
    void countsReviewsAndNotAssignments() {
        given(EditionHistory.open())
                .and(ReviewerHistory.committed())
                .and(ApplicationHistory.underReview())
                .and(ApplicationHistory.assigned(SECOND))
                .and(ApplicationHistory.review(FIRST))
                .when(SHORTLIST)
                .expectRefusal(QUORUM_NOT_MET)
                .expectFacts(Map.of("completed", 1, "required", 2))
                .expectNoEvents();
    }

    @Test
    void asksThePolicyInForce() {
        reviewed()
                .and(new AdoptPolicy(EDITION, new Policy(3, 7, ELIGIBILITY, List.of())))
                .when(SHORTLIST)
                .expectRefusal(QUORUM_NOT_MET)
                .expectFacts(Map.of("completed", 2, "required", 3))
                .expectNoEvents();
    }

    @Test
    @Tag("I-11")
    void countsNoReviewWhoseReviewerHasDeclaredAConflictSince() {
        reviewed()
                .and(new ConflictDeclared(SECOND, STARTUP, ConflictKind.INVESTMENT))
                .when(SHORTLIST)
                .expectRefusal(QUORUM_NOT_MET)
                .expectFacts(Map.of("completed", 1, "required", 2))
                .expectNoEvents();
    }

    @Test
    void countsTheReviewOfAReviewerReleasedSince() {
        reviewed().and(new ReleaseReviewer(SECOND)).when(SHORTLIST).expectAccepted();
    }

    @Test
    @Tag("I-11")
    void countsTheReviewAgainOnceTheConflictIsCleared() {
        reviewed()
                .and(new ConflictDeclared(SECOND, STARTUP, ConflictKind.INVESTMENT))
                .and(new ClearConflict(SECOND, STARTUP, ConflictKind.INVESTMENT, ApplicationHistory.REASON))
                .when(SHORTLIST)
                .expectAccepted();
    }

    @Test
    void countsTheReviewOfAReviewerWithAConflictElsewhere() {
        reviewed()
                .and(new ConflictDeclared(SECOND, new StartupId(new UUID(0, 2)), ConflictKind.INVESTMENT))
                .when(SHORTLIST)
                .expectAccepted();
    }

    private static Scenario reviewed() {
        return given(EditionHistory.open()).and(ReviewerHistory.committed()).and(ApplicationHistory.reviewed());
    }
}
