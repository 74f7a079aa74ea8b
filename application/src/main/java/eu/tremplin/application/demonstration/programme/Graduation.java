package eu.tremplin.application.demonstration.programme;

import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.Paris;
import eu.tremplin.application.demonstration.stage.Participant;
import eu.tremplin.application.demonstration.stage.Play;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Who has done everything graduates, one after being refused at first; then the edition ends. */
record Graduation(Edition edition, Play play) {

    void enter(Agenda agenda) {
        LocalDate last = edition.plan().endsOn();
        List<Participant> participants = edition.participants();
        for (int number = 0; number < participants.size(); number++) {
            Participant participant = participants.get(number);
            switch (Course.of(number)) {
                case STEADY, RECOVERS, EXCUSED ->
                    agenda.at(Paris.at(last.minusDays(2), "15:0" + number), () -> graduate(participant));
                case LATE -> {
                    agenda.at(Paris.at(last.minusDays(2), "15:30"), () -> isNotThereYet(participant));
                    agenda.at(Paris.at(last.minusDays(1), "09:10"), () -> judgeReport(participant));
                    agenda.at(Paris.at(last, "11:00"), () -> graduate(participant));
                }
                case FALLS_BEHIND -> agenda.at(Paris.at(last, "11:30"), () -> isNotThereYet(participant));
            }
        }
        agenda.at(
                Paris.at(last, "12:00"),
                () -> play.company()
                        .chair()
                        .isRefused("already-graduated", participants.getFirst().path("graduate")));
        agenda.at(Paris.at(last.plusDays(14), "10:00"), this::end);
    }

    private void graduate(Participant participant) {
        play.company().chair().does(participant.path("graduate"));
    }

    private void isNotThereYet(Participant participant) {
        play.company().chair().isRefused("milestones-outstanding", participant.path("graduate"));
    }

    private void judgeReport(Participant participant) {
        play.company()
                .lead()
                .does(
                        participant.path("assess-milestone"),
                        Map.of("milestone", Goal.REPORT.milestone(), "assessment", "MET"));
    }

    private void end() {
        play.company().staff().does(edition.path("end"));
        play.company().staff().isRefused("edition-over", edition.path("end"));
    }
}
