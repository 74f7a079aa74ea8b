package eu.tremplin.application.demonstration.selection;

import eu.tremplin.application.demonstration.cast.Judgement;
import eu.tremplin.application.demonstration.cast.Temperament;
import eu.tremplin.application.demonstration.cast.Twist;
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

/** Two reviewers read each eligible application; where the policy asks for more, the better half is read again. */
public record Reviewing(Edition edition) implements Chapter {

    private static final int FIRST_READERS = 2;
    private static final int FIRST_DAYS = 6;
    private static final int MORE_DAYS = 2;
    private static final int SECONDS_EACH = 20;
    private static final int READ_AGAIN_AT_LEAST = 16;
    private static final int READ_AGAIN_OF_A_HUNDRED = 30;
    private static final List<String> CONFLICTS = List.of("INVESTMENT", "ADVISORY", "FAMILY");

    @Override
    public String title() {
        return edition.plan().name() + ", reviews";
    }

    @Override
    public int weight() {
        return 8 * edition.plan().share();
    }

    @Override
    public void play(Play play) {
        Agenda agenda = play.agenda();
        var desk = new ReviewDesk(edition, play, agenda);
        Company company = play.company();
        EditionPlan plan = edition.plan();
        agenda.at(plan.after(3, "19:00"), () -> declareConflicts(company));
        agenda.at(plan.after(4, "09:00"), () -> mindTheRules(company, desk));
        agenda.at(plan.after(4, "09:05"), () -> assignFirstReaders(company, desk, agenda));
        agenda.at(plan.after(5, "08:00"), () -> reviewAgainstTheRules(company, desk));
        agenda.at(plan.after(8, "12:00"), this::someWithdraw);
        if (plan.quorum() > FIRST_READERS) {
            agenda.at(plan.after(11, "09:00"), () -> assignMoreReaders(company, desk));
        }
        agenda.carryOut();
    }

    private void declareConflicts(Company company) {
        List<Applied> usual = edition.withStage(company.lead(), "ELIGIBLE").stream()
                .filter(application -> application.candidate().twist() == Twist.USUAL)
                .toList();
        for (int i = 0; i < CONFLICTS.size(); i++) {
            Temperament reviewer = Temperament.ALL.get(i);
            String path = edition.reviewerPath(reviewer, "declare-conflict");
            Map<String, Object> conflict = Map.of("startup", usual.get(i).startup(), "kind", CONFLICTS.get(i));
            company.reviewer(reviewer).does(path, conflict);
            company.reviewer(reviewer).isRefused("conflict-already-declared", path, conflict);
            edition.workload().conflict(reviewer, usual.get(i));
        }
    }

    private void mindTheRules(Company company, ReviewDesk desk) {
        List<Applied> eligible = edition.withStage(company.lead(), "ELIGIBLE");
        Temperament last = Temperament.ALL.getLast();
        eligible.stream()
                .filter(application -> edition.workload().hasConflict(Temperament.ALL.getFirst(), application))
                .forEach(
                        application -> desk.isRefused("conflict-of-interest", application, Temperament.ALL.getFirst()));
        edition.withStage(company.lead(), "INELIGIBLE").stream()
                .limit(1)
                .forEach(application -> desk.isRefused("not-eligible", application, Temperament.ALL.getFirst()));
        desk.isRefused("commitment-missing", eligible.getFirst(), last);
        company.reviewer(last)
                .does(
                        edition.reviewerPath(last, "accept-commitment"),
                        Map.of(
                                "capacity",
                                last.capacityAmong(edition.candidates().size())));
    }

    private void assignFirstReaders(Company company, ReviewDesk desk, Agenda agenda) {
        List<Applied> eligible = edition.withStage(company.lead(), "ELIGIBLE");
        Instant at = edition.plan().after(4, "09:05");
        for (Applied application : eligible) {
            agenda.at(at, () -> desk.assign(application, FIRST_READERS, FIRST_DAYS));
            at = at.plusSeconds(SECONDS_EACH);
        }
        Applied first = eligible.getFirst();
        agenda.at(at, () -> {
            desk.isRefused("reviewer-already-assigned", first, first.readers().getFirst());
            edition.workload().fullFor(first).ifPresent(full -> desk.isRefused("capacity-exhausted", first, full));
        });
    }

    private void reviewAgainstTheRules(Company company, ReviewDesk desk) {
        Applied application = edition.withStage(company.lead(), "UNDER_REVIEW").getFirst();
        Temperament stranger = edition.workload().nextFor(application);
        Temperament reader = application.readers().getFirst();
        company.reviewer(stranger)
                .isRefused(
                        "reviewer-not-assigned",
                        application.path("submit-review"),
                        desk.judgement(application, stranger).review());
        company.reviewer(reader)
                .isRefused(
                        "scores-do-not-fit-rubric",
                        application.path("submit-review"),
                        new Judgement(Map.of("team", 4)).review());
    }

    private void someWithdraw() {
        edition.live().stream()
                .filter(application -> application.candidate().twist() == Twist.WITHDRAWS)
                .forEach(application -> application.withdraw("We join another programme, nearer to our cows."));
    }

    private void assignMoreReaders(Company company, ReviewDesk desk) {
        List<Applied> best = edition.withStage(company.lead(), "UNDER_REVIEW");
        best.stream()
                .limit(Math.max(READ_AGAIN_AT_LEAST, best.size() * READ_AGAIN_OF_A_HUNDRED / 100))
                .forEach(application -> desk.assign(application, edition.plan().quorum(), MORE_DAYS));
    }
}
