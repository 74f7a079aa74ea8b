package eu.tremplin.domain.cohorts;

import static eu.tremplin.domain.cohorts.CohortHistory.COHORT;
import static eu.tremplin.domain.cohorts.CohortHistory.EDITION;
import static eu.tremplin.domain.cohorts.CohortHistory.OFFERED;
import static eu.tremplin.domain.cohorts.CohortHistory.accepted;
import static eu.tremplin.domain.cohorts.CohortHistory.application;
import static eu.tremplin.domain.cohorts.CohortHistory.edition;
import static eu.tremplin.domain.cohorts.CohortHistory.formed;
import static eu.tremplin.domain.cohorts.CohortHistory.offered;
import static eu.tremplin.domain.cohorts.CohortHistory.text;
import static eu.tremplin.domain.cohorts.CohortHistory.waitlisted;
import static eu.tremplin.domain.cohorts.CohortReason.SEATS_GIVEN;
import static eu.tremplin.domain.editions.EditionReason.EDITION_CANCELLED;
import static eu.tremplin.domain.testing.Scenario.NOW;
import static eu.tremplin.domain.testing.Scenario.given;

import eu.tremplin.domain.cohorts.CohortCommand.AdmitApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineOffer;
import eu.tremplin.domain.cohorts.CohortCommand.LeaveWaitlist;
import eu.tremplin.domain.cohorts.CohortCommand.WaitlistApplication;
import eu.tremplin.domain.editions.Deadlines;
import eu.tremplin.domain.editions.EditionCommand.CancelEdition;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.testing.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationsTest {

    private static final PersonalText REASON = text(1, "The host has withdrawn");
    private static final CancelEdition CANCEL = new CancelEdition(EDITION, REASON);
    private static final EditionCancelled CANCELLED = new EditionCancelled(EDITION, NOW, REASON);
    private static final List<DomainEvent> CALLED =
            List.of(new DeadlinesSet(EDITION, new Deadlines(NOW, NOW, NOW)), new CallOpened(EDITION, NOW));

    @Test
    void cancelsAnEditionWithoutCohortBeforeItsCall() {
        given(edition(1)).when(CANCEL).expectEvents(CANCELLED);
    }

    @Test
    void cancelsACalledEditionWhoseSeatsAreAllFree() {
        called().when(CANCEL).expectEvents(CANCELLED).expectReadOnly(COHORT);
    }

    /** Its cohort is on its way; until it is there nobody knows whether its seats are free. */
    @Test
    void waitsForTheCohortOfACalledEdition() {
        given(edition(1)).and(CALLED).when(CANCEL).expectNotFound().expectNoEvents();
    }

    @Test
    void refusesWhileASeatIsOfferedOrTaken() {
        called().and(offered(1, 1)).when(CANCEL).expectRefusal(SEATS_GIVEN).expectNoEvents();
        called().and(accepted(1, 1)).when(CANCEL).expectRefusal(SEATS_GIVEN).expectNoEvents();
    }

    @Test
    void cancelsOnceTheLastOfferWasDeclined() {
        called().and(offered(1, 1))
                .and(new DeclineOffer(COHORT, application(1), REASON))
                .when(CANCEL)
                .expectEvents(CANCELLED);
    }

    @Test
    void leavesTheWaitlistThatNobodyIsPromotedFrom() {
        var scenario = called().and(waitlisted(1, 1)).and(CANCEL);

        scenario.when(new LeaveWaitlist(COHORT, application(1))).expectAccepted();
    }

    @Test
    void endsEveryDecision() {
        var scenario = called().and(CANCEL).at(OFFERED);

        scenario.when(new AdmitApplication(COHORT, application(1)))
                .expectRefusal(EDITION_CANCELLED)
                .expectNoEvents();
        scenario.when(new WaitlistApplication(COHORT, application(1), null))
                .expectRefusal(EDITION_CANCELLED)
                .expectNoEvents();
        scenario.when(new DeclineApplication(COHORT, application(1)))
                .expectRefusal(EDITION_CANCELLED)
                .expectNoEvents();
    }

    private static Scenario called() {
        return given(formed(1, 1)).and(CALLED);
    }
}
