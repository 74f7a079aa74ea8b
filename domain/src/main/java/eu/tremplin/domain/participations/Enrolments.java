package eu.tremplin.domain.participations;

import static eu.tremplin.domain.participations.ParticipationReason.OFFER_NOT_ACCEPTED;

import eu.tremplin.domain.applications.Application;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.Cohort;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationCommand.EnrolStartup;
import eu.tremplin.domain.shared.ReadOnly;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Enrols the startups that accepted their offers, with the onboarding that the edition's policy asks of them. */
public final class Enrolments {

    private final Repository<Participation> participations;
    private final Repository<Cohort> cohorts;
    private final Repository<Application> applications;
    private final Repository<Edition> editions;

    public Enrolments(
            Repository<Participation> participations,
            Repository<Cohort> cohorts,
            Repository<Application> applications,
            Repository<Edition> editions) {
        this.participations = participations;
        this.cohorts = cohorts;
        this.applications = applications;
        this.editions = editions;
    }

    @CommandHandler
    void handle(EnrolStartup command) throws Exception {
        ApplicationId application = command.application();
        EditionId edition = ReadOnly.ask(applications, application, Application::edition);
        if (!ReadOnly.ask(cohorts, CohortId.of(edition), cohort -> cohort.acceptedBy(application))) {
            throw Refusal.because(OFFER_NOT_ACCEPTED);
        }
        StartupId startup = ReadOnly.ask(applications, application, Application::startup);
        List<String> tasks = ReadOnly.ask(editions, edition, e -> e.policy().onboardingTasks());
        participations
                .loadOrCreate(command.participation().toString(), Participation::new)
                .execute(participation ->
                        participation.enrol(command.participation(), edition, application, startup, tasks));
    }
}
