package eu.tremplin.domain.cohorts;

import static eu.tremplin.domain.applications.ApplicationHistory.APPLICATION;
import static eu.tremplin.domain.applications.ApplicationHistory.REASON;
import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_OF_INTEREST;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.testing.Scenario.given;

import eu.tremplin.domain.applications.ApplicationCommand.AssignReviewer;
import eu.tremplin.domain.applications.ApplicationCommand.RecallAssignment;
import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.applications.ApplicationCommand.VoidReview;
import eu.tremplin.domain.applications.ApplicationCommand.WaiveEligibility;
import eu.tremplin.domain.applications.ApplicationHistory;
import eu.tremplin.domain.applications.ConflictKind;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerHistory;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.cohorts.CohortCommand.AdmitApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineApplication;
import eu.tremplin.domain.cohorts.CohortCommand.WaitlistApplication;
import eu.tremplin.domain.cohorts.CohortEvent.CohortFormed;
import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.testing.History;
import eu.tremplin.domain.testing.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who has a conflict of interest decides nothing, whichever role they have. */
@Tag("I-10")
class ImpartialityTest {

    private static final PersonId CHAIR = new PersonId(UUID.fromString("01900000-0000-7000-8000-0000000000d9"));
    private static final CohortId COHORT = CohortId.of(EDITION);
    private static final ReviewerId AS_REVIEWER = ReviewerId.of(EDITION, CHAIR);

    /** Each where it would be accepted of anybody else. */
    static List<Decision> decisions() {
        return List.of(
                new Decision(new AdmitApplication(COHORT, APPLICATION), ApplicationHistory.shortlisted()),
                new Decision(new WaitlistApplication(COHORT, APPLICATION, null), ApplicationHistory.shortlisted()),
                new Decision(new DeclineApplication(COHORT, APPLICATION), ApplicationHistory.shortlisted()),
                new Decision(new ShortlistApplication(APPLICATION, 1), ApplicationHistory.reviewed()),
                new Decision(new WaiveEligibility(APPLICATION, REASON), ApplicationHistory.ineligible()),
                new Decision(new VoidReview(APPLICATION, ReviewerHistory.FIRST, REASON), ApplicationHistory.reviewed()),
                new Decision(
                        new RecallAssignment(APPLICATION, ReviewerHistory.FIRST, REASON),
                        ApplicationHistory.underReview()),
                new Decision(new AssignReviewer(APPLICATION, ReviewerHistory.FIRST), ApplicationHistory.eligible()));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void isRefusedToWhoeverHasAConflict(Decision decision) {
        world(decision)
                .and(conflictWith(STARTUP))
                .by(CHAIR)
                .when(decision.command())
                .expectRefusal(CONFLICT_OF_INTEREST)
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void isOpenToWhoeverHasNone(Decision decision) {
        world(decision).by(CHAIR).when(decision.command()).expectAccepted();
        world(decision)
                .and(conflictWith(new StartupId(new UUID(0, 2))))
                .by(CHAIR)
                .when(decision.command())
                .expectAccepted();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void isOpenAgainOnceTheConflictIsOver(Decision decision) {
        world(decision)
                .and(new ReviewerInvited(AS_REVIEWER, EDITION, CHAIR))
                .and(new ConflictDeclared(
                        AS_REVIEWER,
                        STARTUP,
                        ConflictKind.EMPLOYMENT,
                        LocalDate.of(2023, 7, 30),
                        LocalDate.of(2024, 7, 30)))
                .by(CHAIR)
                .when(decision.command())
                .expectAccepted();
    }

    private static Scenario world(Decision decision) {
        return given(EditionHistory.open())
                .and(new CohortFormed(COHORT, EDITION, 5))
                .and(ReviewerHistory.committed())
                .and(decision.history());
    }

    private static List<DomainEvent> conflictWith(StartupId startup) {
        return History.of(
                List.of(new ReviewerInvited(AS_REVIEWER, EDITION, CHAIR)),
                new ConflictDeclared(AS_REVIEWER, startup, ConflictKind.EMPLOYMENT));
    }

    /**
     * Something that is asked about an application.
     *
     * @param history of the application before it
     */
    record Decision(DomainCommand command, List<DomainEvent> history) {

        @Override
        public String toString() {
            return command.getClass().getSimpleName();
        }
    }
}
