package eu.tremplin.domain.cohorts;

import static eu.tremplin.domain.testing.Scenario.ACTOR;

import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionApproved;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionDrafted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionPublished;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.cohorts.CohortEvent.CohortFormed;
import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.cohorts.CohortEvent.SeatReserved;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistRanked;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionEvent.RubricPublished;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Eligibility;
import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.editions.Rubric;
import eu.tremplin.domain.editions.StartupProfile;
import eu.tremplin.domain.editions.StartupStage;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.testing.Scenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An edition whose shortlist is being decided, as far as a test needs it; applications are numbered from 1. */
public final class CohortHistory {

    public static final EditionId EDITION = new EditionId(UUID.fromString("01900000-0000-7000-8000-0000000000e2"));
    public static final CohortId COHORT = CohortId.of(EDITION);

    public static final int OFFER_DAYS = 7;
    public static final List<String> ONBOARDING = List.of("sign the agreement", "meet the mentors");

    /** When offers are made; they can be answered until {@link #EXPIRY}. */
    public static final Instant OFFERED = Scenario.NOW;

    public static final Instant EXPIRY = Instant.parse("2024-08-08T10:00:00Z");

    private CohortHistory() {}

    public static ApplicationId application(int number) {
        return new ApplicationId(new UUID(0x01900000_00007000L, 0x8000_0000_0000_a000L + number));
    }

    public static StartupId startup(int number) {
        return new StartupId(new UUID(0x01900000_00007000L, 0x8000_0000_0000_5000L + number));
    }

    /** The edition as planned, with rubric and policy. */
    public static List<DomainEvent> edition(int seats) {
        return List.of(
                new EditionPlanned(
                        EDITION,
                        "AI at Station F",
                        "Edition 2",
                        "Meta",
                        seats,
                        ZoneId.of("Europe/Paris"),
                        "EU",
                        LocalDate.parse("2024-09-02"),
                        LocalDate.parse("2025-02-28")),
                new RubricPublished(
                        EDITION, 1, new Rubric(List.of(new Rubric.Criterion("team", BigDecimal.ONE, 1, 5)))),
                new PolicyAdopted(EDITION, 1, policy(OFFER_DAYS, ONBOARDING)));
    }

    public static Policy policy(int offerDays, List<String> onboarding) {
        return new Policy(1, offerDays, new Eligibility(Set.of(), Set.of(), false, false, false, 99), onboarding);
    }

    /** The edition with its cohort, and the numbered applications on its shortlist. */
    public static List<DomainEvent> formed(int seats, int... shortlisted) {
        var events = new ArrayList<>(edition(seats));
        events.add(new CohortFormed(COHORT, EDITION, seats));
        for (int number : shortlisted) {
            events.addAll(shortlisted(EDITION, number));
        }
        return events;
    }

    public static List<DomainEvent> shortlisted(EditionId edition, int number) {
        ApplicationId application = application(number);
        return List.of(
                new ApplicationSubmitted(
                        application,
                        edition,
                        startup(number),
                        1,
                        Instant.parse("2024-07-16T21:59:59Z"),
                        text(number, "Ada Martin"),
                        text(number, "ada@example.org"),
                        text(number, "An open model for sign language"),
                        new StartupProfile("FR", StartupStage.MVP, true, true, true, 0)),
                new ApplicationShortlisted(application, number, new Quorum(1, 1)));
    }

    public static PersonalText text(int number, String value) {
        return PersonalText.of(application(number).contact(), value);
    }

    /** What a decision leaves in the application's stream. */
    public static List<DomainEvent> decided(int number, DecisionOutcome outcome, Instant at) {
        ApplicationId application = application(number);
        return List.of(
                new DecisionDrafted(application, outcome, 1, ACTOR),
                new DecisionApproved(application, outcome, 1, List.of(ACTOR)),
                new DecisionPublished(application, outcome, 1, at));
    }

    /** Admitted at {@link #OFFERED}, and offered this seat. */
    public static List<DomainEvent> offered(int seat, int number) {
        var events = new ArrayList<>(decided(number, DecisionOutcome.ADMITTED, OFFERED));
        events.add(new SeatReserved(COHORT, seat, application(number)));
        events.add(new OfferMade(COHORT, seat, application(number), EXPIRY));
        return events;
    }

    public static List<DomainEvent> accepted(int seat, int number) {
        var events = new ArrayList<>(offered(seat, number));
        events.add(new OfferAccepted(COHORT, seat, application(number)));
        return events;
    }

    public static List<DomainEvent> waitlisted(int rank, int number) {
        var events = new ArrayList<>(decided(number, DecisionOutcome.WAITLISTED, OFFERED));
        events.add(new WaitlistRanked(COHORT, application(number), rank, OFFER_DAYS));
        return events;
    }
}
