package eu.tremplin.application.demonstration.programme;

import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.EditionPlan;
import eu.tremplin.application.demonstration.stage.Paris;
import eu.tremplin.application.demonstration.stage.Participant;
import eu.tremplin.application.demonstration.stage.Play;
import java.util.List;
import java.util.Map;

/** Each startup completes the tasks of its onboarding, one after the other. */
record Onboarding(Edition edition, Play play) {

    void enter(Agenda agenda) {
        List<Participant> participants = edition.participants();
        for (int number = 0; number < participants.size(); number++) {
            Participant participant = participants.get(number);
            for (int task = 0; task < EditionPlan.ONBOARDING.size(); task++) {
                String name = EditionPlan.ONBOARDING.get(task);
                agenda.at(
                        Paris.at(edition.plan().startsOn().plusDays(1 + 3L * task + number), "11:20"),
                        () -> participant.application().applicant().does(path(participant), Map.of("task", name)));
            }
        }
        Participant first = participants.getFirst();
        agenda.at(Paris.at(edition.plan().startsOn(), "16:00"), () -> goWrong(first));
    }

    private void goWrong(Participant first) {
        play.company().lead().isRefused("onboarding-task-unknown", path(first), Map.of("task", "Bring a cake"));
        play.company().chair().isRefused("onboarding-not-complete", first.path("graduate"));
    }

    private static String path(Participant participant) {
        return participant.path("complete-onboarding-task");
    }
}
