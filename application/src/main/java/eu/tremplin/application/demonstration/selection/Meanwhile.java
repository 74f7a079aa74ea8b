package eu.tremplin.application.demonstration.selection;

import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Applied;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Company;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.EditionPlan;
import eu.tremplin.application.demonstration.stage.Play;
import java.util.List;
import java.util.Map;

/**
 * The selection as it stands when the story ends: two of five seats are given, and the next startup can be admitted.
 */
public record Meanwhile(Edition edition) implements Chapter {

    @Override
    public String title() {
        return edition.plan().name() + ", in the midst of its selection";
    }

    @Override
    public void play(Play play) {
        Agenda agenda = play.agenda();
        Company company = play.company();
        EditionPlan plan = edition.plan();
        List<Applied> shortlist = edition.shortlist();
        Applied first = shortlist.getFirst();
        Applied last = shortlist.getLast();
        agenda.at(plan.after(17, "10:00"), () -> company.chair().does(first.path("admit")));
        agenda.at(
                plan.after(17, "10:20"),
                () -> company.chair().does(shortlist.get(1).path("admit")));
        agenda.at(plan.after(17, "11:00"), () -> company.chair().does(last.path("waitlist"), Map.of("rank", 1)));
        agenda.at(plan.after(18, "09:40"), () -> {
            edition.note(first.applicant().does(first.path("accept-offer")));
            edition.participants().add(edition.enrolled(first, play));
        });
        agenda.at(plan.after(19, "09:00"), () -> {});
        agenda.carryOut();
    }
}
