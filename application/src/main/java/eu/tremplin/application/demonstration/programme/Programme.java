package eu.tremplin.application.demonstration.programme;

import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.Play;

/** Half a year of work: onboarding, milestones and what partners give, all at the same time. */
public record Programme(Edition edition) implements Chapter {

    @Override
    public String title() {
        return edition.plan().name() + ", the programme";
    }

    @Override
    public int weight() {
        return 300;
    }

    @Override
    public void play(Play play) {
        Agenda agenda = play.agenda();
        new Onboarding(edition, play).enter(agenda);
        new Milestones(edition, play).enter(agenda);
        new Credits(edition, play).enter(agenda);
        new Graduation(edition, play).enter(agenda);
        agenda.carryOut();
    }
}
