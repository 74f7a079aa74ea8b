package eu.tremplin.application.demonstration.selection;

import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Applied;
import eu.tremplin.application.demonstration.stage.Because;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Company;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.EditionPlan;
import eu.tremplin.application.demonstration.stage.Paris;
import eu.tremplin.application.demonstration.stage.Play;
import java.util.List;

/** Offers are accepted, declined and left to expire, and the waitlist moves; who accepts is enrolled. */
public record Offers(Edition edition) implements Chapter {

    @Override
    public String title() {
        return edition.plan().name() + ", offers and the waitlist";
    }

    @Override
    public void play(Play play) {
        Agenda agenda = play.agenda();
        Company company = play.company();
        EditionPlan plan = edition.plan();
        List<Applied> admitted = edition.admitted();
        List<Applied> waiting = edition.waiting();
        Applied declines = admitted.get(3);
        Applied silent = admitted.get(4);
        agenda.at(plan.after(18, "10:12"), () -> accept(admitted.get(0), play));
        agenda.at(
                plan.after(18, "11:40"),
                () -> admitted.get(0)
                        .applicant()
                        .isRefused("not-allowed", admitted.get(1).path("accept-offer")));
        agenda.at(plan.after(19, "16:03"), () -> accept(admitted.get(1), play));
        agenda.at(plan.after(20, "08:47"), () -> accept(admitted.get(2), play));
        agenda.at(
                plan.after(20, "08:49"),
                () -> admitted.get(2)
                        .applicant()
                        .isRefused("no-open-offer", admitted.get(2).path("accept-offer")));
        agenda.at(
                plan.after(20, "17:30"),
                () -> declines.applicant()
                        .does(
                                declines.path("decline-offer"),
                                Because.of("Our founder expects twins, and not of the digital kind.")));
        agenda.at(plan.after(21, "09:20"), () -> leaveWaitlist(waiting.get(1)));
        agenda.at(plan.after(22, "12:00"), () -> accept(waiting.get(0), play));
        agenda.at(
                plan.after(23, "15:00"),
                () -> company.staff().isRefused("offer-not-yet-expired", silent.path("expire-offer")));
        agenda.at(
                plan.after(25, "08:15"),
                () -> silent.applicant().isRefused("offer-has-expired", silent.path("accept-offer")));
        agenda.at(plan.after(25, "09:00"), () -> company.staff().does(silent.path("expire-offer")));
        agenda.at(plan.after(27, "10:30"), () -> accept(waiting.get(2), play));
        agenda.at(Paris.at(plan.startsOn(), "09:00"), () -> company.staff().does(edition.path("start")));
        agenda.carryOut();
    }

    private static void leaveWaitlist(Applied application) {
        application.applicant().does(application.path("leave-waitlist"));
        application.applicant().isRefused("not-waiting", application.path("leave-waitlist"));
    }

    private void accept(Applied application, Play play) {
        edition.note(application.applicant().does(application.path("accept-offer")));
        edition.participants().add(edition.enrolled(application, play));
    }
}
