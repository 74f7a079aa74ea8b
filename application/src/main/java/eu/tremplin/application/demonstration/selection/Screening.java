package eu.tremplin.application.demonstration.selection;

import eu.tremplin.application.demonstration.cast.Twist;
import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Applied;
import eu.tremplin.application.demonstration.stage.Because;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Company;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.Play;
import java.time.Instant;
import java.util.List;

/** Every application is held against the rules of who may take part. */
public record Screening(Edition edition) implements Chapter {

    private static final int SECONDS_EACH = 45;

    @Override
    public String title() {
        return edition.plan().name() + ", eligibility";
    }

    @Override
    public int weight() {
        return 2 * edition.plan().share();
    }

    @Override
    public void play(Play play) {
        Company company = play.company();
        Agenda agenda = play.agenda();
        Instant at = edition.plan().after(3, "10:00");
        for (Applied application : edition.live()) {
            agenda.at(at, () -> edition.note(company.lead().does(application.path("check-eligibility"))));
            at = at.plusSeconds(SECONDS_EACH);
        }
        agenda.at(edition.plan().after(3, "18:00"), () -> lookAgain(company));
        agenda.carryOut();
    }

    private void lookAgain(Company company) {
        List<Applied> ineligible = edition.withStage(company.lead(), "INELIGIBLE");
        Applied eligible = edition.withStage(company.lead(), "ELIGIBLE").getFirst();
        company.lead().isRefused("eligibility-already-checked", eligible.path("check-eligibility"));
        company.chair()
                .isRefused("not-ineligible", eligible.path("waive-eligibility"), Because.of("To be on the safe side."));
        for (Applied application : ineligible) {
            if (application.candidate().twist() == Twist.WAIVED) {
                company.chair()
                        .does(
                                application.path("waive-eligibility"),
                                Because.of("Their seat moves into the region before the programme begins."));
            }
        }
    }
}
