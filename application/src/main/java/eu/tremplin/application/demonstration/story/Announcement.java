package eu.tremplin.application.demonstration.story;

import eu.tremplin.application.demonstration.cast.Giver;
import eu.tremplin.application.demonstration.cast.Temperament;
import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Company;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.EditionPlan;
import eu.tremplin.application.demonstration.stage.Paris;
import eu.tremplin.application.demonstration.stage.Play;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An edition is planned, its rules are made, partners pledge and reviewers are asked. */
record Announcement(Edition edition) implements Chapter {

    @Override
    public String title() {
        return edition.plan().name() + " is announced";
    }

    @Override
    public void play(Play play) {
        Company company = play.company();
        EditionPlan plan = edition.plan();
        Agenda agenda = play.agenda();
        agenda.at(Paris.at(plan.announcedOn(), "10:00"), () -> plan(play));
        agenda.at(
                Paris.at(plan.announcedOn(), "10:20"),
                () -> company.staff().isRefused("deadlines-missing", edition.path("open-call")));
        agenda.at(
                Paris.at(plan.announcedOn(), "10:30"),
                () -> company.staff().does(edition.path("set-deadlines"), plan.deadlines()));
        agenda.at(Paris.at(plan.announcedOn(), "15:00"), () -> makeRules(company));
        agenda.at(Paris.at(plan.announcedOn().plusDays(1), "11:00"), () -> propose(company));
        agenda.at(Paris.at(plan.announcedOn().plusDays(2), "14:00"), () -> commit(company));
        agenda.at(Paris.at(plan.announcedOn().plusDays(3), "10:00"), () -> inviteReviewers(company));
        agenda.at(Paris.at(plan.announcedOn().plusDays(4), "17:00"), () -> acceptCommitments(company));
        agenda.carryOut();
    }

    private void plan(Play play) {
        edition.isPlanned(edition.note(play.company()
                        .staff()
                        .does("/api/editions", edition.plan().plan()))
                .id());
        play.await("the cohort to be formed", () -> !seats(play).isEmpty());
    }

    private List<JsonNode> seats(Play play) {
        return play.company().staff().reads("/api/cohort-seats?edition=" + edition.id(), edition.position());
    }

    private void makeRules(Company company) {
        company.staff().isRefused("rubric-missing", edition.path("open-call"));
        company.chair().does(edition.path("publish-rubric"), EditionPlan.RUBRIC);
        company.chair().does(edition.path("adopt-policy"), edition.plan().policy());
    }

    private void propose(Company company) {
        for (Giver giver : Giver.values()) {
            String pledge = company.managerOf(giver)
                    .does(
                            "/api/pledges",
                            Map.of(
                                    "partner",
                                    company.partner(giver),
                                    "edition",
                                    edition.id(),
                                    "amount",
                                    Map.of("value", giver.pledged(), "unit", giver.unit()),
                                    "scope",
                                    giver.scope(),
                                    "residency",
                                    "EU",
                                    "validFrom",
                                    edition.plan().usableFrom(),
                                    "validUntil",
                                    edition.plan().usableUntil()))
                    .id();
            edition.pledges().put(giver, pledge);
        }
    }

    private void commit(Company company) {
        String cloud = "/api/pledges/" + edition.pledges().get(Giver.CLOUD);
        company.staff()
                .isRefused(
                        "pledge-not-committed",
                        "/api/credit-pools",
                        Map.of("pledge", edition.pledges().get(Giver.CLOUD)));
        company.managerOf(Giver.MODELS).isRefused("not-the-partner", cloud + "/commit");
        edition.pledges().forEach((giver, pledge) -> {
            company.managerOf(giver).does("/api/pledges/" + pledge + "/commit");
            String pool = company.managerOf(giver)
                    .does("/api/credit-pools", Map.of("pledge", pledge))
                    .id();
            edition.pools().put(giver, pool);
        });
    }

    private void inviteReviewers(Company company) {
        for (Temperament reviewer : Temperament.ALL) {
            String id = company.lead()
                    .does("/api/reviewers", Map.of("edition", edition.id(), "person", company.personOf(reviewer)))
                    .id();
            edition.isInvited(reviewer, id);
        }
    }

    private void acceptCommitments(Company company) {
        Temperament first = Temperament.ALL.getFirst();
        Temperament last = Temperament.ALL.getLast();
        company.reviewer(last)
                .isRefused("not-the-reviewer", edition.reviewerPath(first, "accept-commitment"), Map.of("capacity", 1));
        // The last one forgets to answer, and is reminded when the reading begins.
        for (Temperament reviewer : Temperament.ALL.subList(0, Temperament.ALL.size() - 1)) {
            company.reviewer(reviewer)
                    .does(
                            edition.reviewerPath(reviewer, "accept-commitment"),
                            Map.of(
                                    "capacity",
                                    reviewer.capacityAmong(edition.candidates().size())));
        }
    }
}
