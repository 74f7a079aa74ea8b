package eu.tremplin.application.demonstration.programme;

import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.Paris;
import eu.tremplin.application.demonstration.stage.Participant;
import eu.tremplin.application.demonstration.stage.Play;
import java.time.Instant;
import java.util.Map;

/** Milestones are planned, reported and judged: met, missed, or done without. */
record Milestones(Edition edition, Play play) {

    private static final int DAYS_TO_JUDGE = 3;
    private static final int DAYS_TO_RECOVER = 21;
    private static final int DAYS_TOO_LATE = 9;

    void enter(Agenda agenda) {
        for (int number = 0; number < edition.participants().size(); number++) {
            Participant participant = edition.participants().get(number);
            Course course = Course.of(number);
            agenda.at(on(2, "15:00"), () -> plan(participant));
            for (Goal goal : Goal.values()) {
                enter(agenda, participant, course, goal);
            }
        }
        Participant first = edition.participants().getFirst();
        agenda.at(on(3, "09:30"), () -> goWrong(first));
        agenda.at(on(Goal.EVALUATION.day() + DAYS_TO_JUDGE, "18:00"), () -> reportsWhatIsMet(first));
    }

    private void enter(Agenda agenda, Participant participant, Course course, Goal goal) {
        Instant inTime = on(goal.day() - 1 - play.random().nextInt(4), "17:40");
        Instant judged = on(goal.day() + DAYS_TO_JUDGE, "10:15");
        if (course == Course.EXCUSED && goal == Goal.PILOT) {
            agenda.at(on(goal.day() - 5, "14:00"), () -> waive(participant, goal));
        } else if (course == Course.FALLS_BEHIND && goal == Goal.PILOT) {
            agenda.at(
                    judged,
                    () -> play.company()
                            .lead()
                            .isRefused(
                                    "milestone-not-reported",
                                    participant.path("assess-milestone"),
                                    result(goal, "MISSED")));
        } else if (course == Course.LATE && goal == Goal.REPORT) {
            // Judged when it could not graduate without.
            agenda.at(on(goal.day() + DAYS_TOO_LATE, "23:10"), () -> report(participant, goal));
        } else if (course == Course.RECOVERS && goal == Goal.PROTOTYPE) {
            agenda.at(inTime, () -> report(participant, goal));
            agenda.at(judged, () -> judge(participant, goal, "MISSED"));
            agenda.at(on(goal.day() + DAYS_TO_RECOVER, "16:00"), () -> report(participant, goal));
            agenda.at(on(goal.day() + DAYS_TO_RECOVER + 1, "10:00"), () -> judge(participant, goal, "MET"));
        } else {
            agenda.at(inTime, () -> report(participant, goal));
            agenda.at(judged, () -> judge(participant, goal, "MET"));
        }
    }

    private Instant on(int day, String time) {
        return Paris.at(edition.plan().startsOn().plusDays(day), time);
    }

    private void plan(Participant participant) {
        for (Goal goal : Goal.values()) {
            play.company().lead().does(participant.path("plan-milestone"), goal.plan(edition.plan()));
        }
    }

    private void goWrong(Participant first) {
        play.company()
                .lead()
                .isRefused(
                        "milestone-already-planned",
                        first.path("plan-milestone"),
                        Goal.EVALUATION.plan(edition.plan()));
        first.application()
                .applicant()
                .isRefused(
                        "milestone-unknown",
                        first.path("report-milestone"),
                        Map.of("milestone", "World peace", "report", "Nearly there."));
    }

    private void reportsWhatIsMet(Participant first) {
        first.application()
                .applicant()
                .isRefused(
                        "milestone-already-closed",
                        first.path("report-milestone"),
                        Map.of("milestone", Goal.EVALUATION.milestone(), "report", "Even better now."));
    }

    private void report(Participant participant, Goal goal) {
        participant
                .application()
                .applicant()
                .does(
                        participant.path("report-milestone"),
                        Map.of("milestone", goal.milestone(), "report", "What we did, what we learnt, what we broke."));
    }

    private void judge(Participant participant, Goal goal, String assessment) {
        play.company().lead().does(participant.path("assess-milestone"), result(goal, assessment));
    }

    private static Map<String, Object> result(Goal goal, String assessment) {
        return Map.of("milestone", goal.milestone(), "assessment", assessment);
    }

    private void waive(Participant participant, Goal goal) {
        play.company()
                .chair()
                .does(
                        participant.path("waive-milestone"),
                        Map.of("milestone", goal.milestone(), "reason", "Their customer insists on secrecy."));
    }
}
