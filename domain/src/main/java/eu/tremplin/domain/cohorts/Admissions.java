package eu.tremplin.domain.cohorts;

import static eu.tremplin.domain.applications.DecisionOutcome.ADMITTED;
import static eu.tremplin.domain.applications.DecisionOutcome.DECLINED;
import static eu.tremplin.domain.applications.DecisionOutcome.WAITLISTED;
import static eu.tremplin.domain.cohorts.CohortReason.COHORT_OF_ANOTHER_EDITION;
import static eu.tremplin.domain.cohorts.CohortReason.SEATS_CONTRADICT_EDITION;
import static eu.tremplin.domain.shared.CommandMetadata.ACTOR;
import static eu.tremplin.domain.shared.CommandMetadata.PERSON;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.applications.Application;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.applications.Impartiality;
import eu.tremplin.domain.applications.Reviewer;
import eu.tremplin.domain.cohorts.CohortCommand.AdmitApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineApplication;
import eu.tremplin.domain.cohorts.CohortCommand.FormCohort;
import eu.tremplin.domain.cohorts.CohortCommand.WaitlistApplication;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.editions.Rules;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.ReadOnly;
import eu.tremplin.domain.shared.Refusal;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Decisions, which bind an application and the seats of its cohort: both are loaded into one unit of work and append
 * together or not at all. The cohort always comes first, because its lock is the one that is waited for.
 */
public final class Admissions {

    private final Repository<Cohort> cohorts;
    private final Repository<Application> applications;
    private final Repository<Edition> editions;
    private final Impartiality impartiality;

    public Admissions(
            Repository<Cohort> cohorts,
            Repository<Application> applications,
            Repository<Reviewer> reviewers,
            Repository<Edition> editions) {
        this.cohorts = cohorts;
        this.applications = applications;
        this.editions = editions;
        this.impartiality = new Impartiality(reviewers);
    }

    @CommandHandler
    void handle(FormCohort command) throws Exception {
        int planned = ReadOnly.ask(editions, command.edition(), Edition::seats);
        if (command.seats() != planned) {
            throw Refusal.because(SEATS_CONTRADICT_EDITION, Map.of("seats", command.seats(), "planned", planned));
        }
        cohorts.loadOrCreate(command.cohort().toString(), Cohort::new).execute(cohort -> cohort.form(command));
    }

    @CommandHandler
    void handle(
            AdmitApplication command,
            @MetaDataValue(value = RECEIVED, required = true) Instant received,
            @MetaDataValue(value = ACTOR, required = true) String actor,
            @MetaDataValue(PERSON) @Nullable PersonId by) {
        Aggregate<Cohort> cohort = cohorts.load(command.cohort().toString());
        Policy policy = decide(command.application(), command.cohort(), ADMITTED, new Decider(actor, by), received);
        cohort.execute(c -> c.admit(command.application(), policy.offerDays(), received));
    }

    @CommandHandler
    void handle(
            WaitlistApplication command,
            @MetaDataValue(value = RECEIVED, required = true) Instant received,
            @MetaDataValue(value = ACTOR, required = true) String actor,
            @MetaDataValue(PERSON) @Nullable PersonId by) {
        Aggregate<Cohort> cohort = cohorts.load(command.cohort().toString());
        Policy policy = decide(command.application(), command.cohort(), WAITLISTED, new Decider(actor, by), received);
        cohort.execute(c -> c.waitlist(command.application(), command.rank(), policy.offerDays()));
    }

    /** Declining binds no seat, so the cohort is not loaded. */
    @CommandHandler
    void handle(
            DeclineApplication command,
            @MetaDataValue(value = RECEIVED, required = true) Instant received,
            @MetaDataValue(value = ACTOR, required = true) String actor,
            @MetaDataValue(PERSON) @Nullable PersonId by) {
        decide(command.application(), command.cohort(), DECLINED, new Decider(actor, by), received);
    }

    /** Decides the application and answers by which policy. */
    private Policy decide(ApplicationId id, CohortId cohort, DecisionOutcome outcome, Decider decider, Instant at) {
        Aggregate<Application> application = applications.load(id.toString());
        impartiality.require(decider.person(), application, at);
        EditionId edition = application.invoke(Application::edition);
        if (!cohort.equals(CohortId.of(edition))) {
            throw Refusal.because(COHORT_OF_ANOTHER_EDITION);
        }
        Rules rules = ReadOnly.ask(editions, edition, Edition::rules);
        application.execute(a -> a.decide(outcome, rules.policyVersion(), decider.name(), at));
        return rules.policy();
    }

    /**
     * Who decides.
     *
     * @param name of the user
     * @param person against whom conflicts of interest are held
     */
    private record Decider(String name, @Nullable PersonId person) {}
}
