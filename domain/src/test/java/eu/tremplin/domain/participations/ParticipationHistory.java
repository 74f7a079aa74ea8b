package eu.tremplin.domain.participations;

import static eu.tremplin.domain.cohorts.CohortHistory.EDITION;
import static eu.tremplin.domain.cohorts.CohortHistory.ONBOARDING;
import static eu.tremplin.domain.cohorts.CohortHistory.accepted;
import static eu.tremplin.domain.cohorts.CohortHistory.application;
import static eu.tremplin.domain.cohorts.CohortHistory.formed;
import static eu.tremplin.domain.cohorts.CohortHistory.startup;
import static eu.tremplin.domain.cohorts.CohortHistory.text;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneAssessed;
import eu.tremplin.domain.participations.ParticipationEvent.MilestonePlanned;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneReported;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneWaived;
import eu.tremplin.domain.participations.ParticipationEvent.OnboardingTaskCompleted;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.testing.History;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A startup that accepted its offer, as far as a test needs it to have come since. */
public final class ParticipationHistory {

    public static final ApplicationId APPLICATION = application(1);
    public static final ParticipationId PARTICIPATION = ParticipationId.of(APPLICATION);

    public static final StartupEnrolled ENROLLED =
            new StartupEnrolled(PARTICIPATION, EDITION, APPLICATION, startup(1), ONBOARDING);

    static final Instant GRADUATION = Instant.parse("2025-02-28T16:00:00Z");

    static final PersonalText REPORT = text(1, "The prototype signs 300 words");
    static final PersonalText REASON = text(1, "The founder was ill");

    static final String PROTOTYPE = "prototype";
    static final String PITCH = "pitch";
    static final String FINAL_REPORT = "final report";

    private ParticipationHistory() {}

    public static List<DomainEvent> offerAccepted() {
        return History.ofChapters(formed(5, 1, 2), accepted(1, 1));
    }

    public static List<DomainEvent> enrolled() {
        return History.of(offerAccepted(), ENROLLED);
    }

    /** Enrolled, with a mandatory deliverable, a voluntary one, and the final report. */
    static List<DomainEvent> planned() {
        return History.of(
                enrolled(),
                planned(PROTOTYPE, MilestoneKind.DELIVERABLE, true),
                planned(PITCH, MilestoneKind.DELIVERABLE, false),
                planned(FINAL_REPORT, MilestoneKind.FINAL_REPORT, true));
    }

    /** Onboarded, prototype met, final report waived, and the voluntary pitch missed. */
    static List<DomainEvent> readyToGraduate() {
        return History.of(
                planned(),
                new OnboardingTaskCompleted(PARTICIPATION, ONBOARDING.get(0)),
                new OnboardingTaskCompleted(PARTICIPATION, ONBOARDING.get(1)),
                reported(PROTOTYPE),
                assessed(PROTOTYPE, Assessment.MET),
                reported(PITCH),
                assessed(PITCH, Assessment.MISSED),
                waived(FINAL_REPORT));
    }

    public static List<DomainEvent> graduated() {
        return History.of(readyToGraduate(), new StartupGraduated(PARTICIPATION, EDITION, startup(1), GRADUATION));
    }

    static MilestonePlanned planned(String milestone, MilestoneKind kind, boolean mandatory) {
        return new MilestonePlanned(PARTICIPATION, milestone, kind, mandatory, LocalDate.parse("2025-01-31"));
    }

    static MilestoneReported reported(String milestone) {
        return new MilestoneReported(PARTICIPATION, milestone, REPORT);
    }

    static MilestoneAssessed assessed(String milestone, Assessment assessment) {
        return new MilestoneAssessed(PARTICIPATION, milestone, assessment);
    }

    static MilestoneWaived waived(String milestone) {
        return new MilestoneWaived(PARTICIPATION, milestone, REASON);
    }
}
