package eu.tremplin.application.demonstration.selection;

import eu.tremplin.application.demonstration.cast.Judgement;
import eu.tremplin.application.demonstration.cast.Temperament;
import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Applied;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Company;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.EditionPlan;
import eu.tremplin.application.demonstration.stage.Play;
import java.util.List;
import java.util.Map;

/** The best are put on the shortlist, once enough of their reviews count. */
public record Shortlisting(Edition edition) implements Chapter {

    @Override
    public String title() {
        return edition.plan().name() + ", the shortlist";
    }

    @Override
    public void play(Play play) {
        Agenda agenda = play.agenda();
        Company company = play.company();
        EditionPlan plan = edition.plan();
        agenda.at(plan.after(13, "21:00"), () -> reviewOnceMore(company));
        agenda.at(plan.after(14, "09:30"), () -> losesItsQuorum(company, new ReviewDesk(edition, play, agenda)));
        agenda.at(plan.after(14, "17:00"), () -> shortlist(company));
        agenda.carryOut();
    }

    private void reviewOnceMore(Company company) {
        Applied best = edition.quorate(company.lead()).getFirst();
        company.reviewer(best.readers().getFirst())
                .isRefused(
                        "review-already-submitted",
                        best.path("submit-review"),
                        new Judgement(Map.of("team", 5, "technology", 5, "openness", 5, "impact", 5)).review());
    }

    /** A conflict comes to light after the review, which then counts no longer. */
    private void losesItsQuorum(Company company, ReviewDesk desk) {
        Applied best = edition.quorate(company.lead()).getFirst();
        Temperament biased = best.readers().getLast();
        company.reviewer(biased)
                .does(
                        edition.reviewerPath(biased, "declare-conflict"),
                        Map.of("startup", best.startup(), "kind", "COLLABORATION"));
        edition.workload().conflict(biased, best);
        company.chair().isRefused("quorum-not-met", best.path("shortlist"), rank(1));
        desk.assign(best, edition.workload().nextFor(best), edition.plan().after(14, "15:00"));
    }

    private void shortlist(Company company) {
        List<Applied> ranked = edition.quorate(company.chair()).stream()
                .limit(edition.plan().shortlisted())
                .toList();
        for (int place = 0; place < ranked.size(); place++) {
            edition.note(company.chair().does(ranked.get(place).path("shortlist"), rank(place + 1)));
            edition.shortlist().add(ranked.get(place));
        }
        company.chair().isRefused("already-shortlisted", ranked.getFirst().path("shortlist"), rank(1));
    }

    private static Map<String, Object> rank(int rank) {
        return Map.of("rank", rank);
    }
}
