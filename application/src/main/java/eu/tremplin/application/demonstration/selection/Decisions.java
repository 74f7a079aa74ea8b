package eu.tremplin.application.demonstration.selection;

import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Applied;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Company;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.EditionPlan;
import eu.tremplin.application.demonstration.stage.Play;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Five are admitted and a sixth is not, four wait, and the others are told no. */
public record Decisions(Edition edition) implements Chapter {

    private static final int SECONDS_EACH = 40;

    @Override
    public String title() {
        return edition.plan().name() + ", decisions";
    }

    @Override
    public int weight() {
        return 2 * edition.plan().share();
    }

    @Override
    public void play(Play play) {
        Agenda agenda = play.agenda();
        Company company = play.company();
        agenda.at(edition.plan().after(17, "10:00"), () -> decide(company));
        agenda.at(edition.plan().after(17, "14:00"), () -> declineOthers(company, agenda));
        agenda.carryOut();
    }

    private void decide(Company company) {
        List<Applied> ranked = edition.shortlist();
        edition.withStage(company.chair(), "UNDER_REVIEW").stream()
                .limit(1)
                .forEach(other -> company.chair().isRefused("not-shortlisted", other.path("admit")));
        edition.admitted().forEach(application -> company.chair().does(application.path("admit")));
        company.chair().isRefused("already-decided", ranked.getFirst().path("admit"));
        company.chair().isRefused("no-seat-free", ranked.get(EditionPlan.SEATS).path("admit"));
        List<Applied> waiting = edition.waiting();
        for (int place = 0; place < waiting.size(); place++) {
            company.chair().does(waiting.get(place).path("waitlist"), Map.of("rank", place + 1));
        }
        company.chair().isRefused("rank-taken", ranked.getLast().path("waitlist"), Map.of("rank", 1));
    }

    private void declineOthers(Company company, Agenda agenda) {
        Instant at = edition.plan().after(17, "14:05");
        for (Applied application : edition.live()) {
            if (!edition.admitted().contains(application) && !edition.waiting().contains(application)) {
                agenda.at(at, () -> edition.note(company.chair().does(application.path("decline"))));
                at = at.plusSeconds(SECONDS_EACH);
            }
        }
    }
}
