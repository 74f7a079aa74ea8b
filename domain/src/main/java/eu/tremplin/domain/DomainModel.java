package eu.tremplin.domain;

import eu.tremplin.domain.applications.Application;
import eu.tremplin.domain.applications.Assignments;
import eu.tremplin.domain.applications.Invitations;
import eu.tremplin.domain.applications.Reviewer;
import eu.tremplin.domain.applications.Reviews;
import eu.tremplin.domain.applications.Screenings;
import eu.tremplin.domain.applications.Shortlists;
import eu.tremplin.domain.applications.Submissions;
import eu.tremplin.domain.cohorts.Admissions;
import eu.tremplin.domain.cohorts.Cancellations;
import eu.tremplin.domain.cohorts.Cohort;
import eu.tremplin.domain.credits.Allocations;
import eu.tremplin.domain.credits.CreditGrant;
import eu.tremplin.domain.credits.CreditPool;
import eu.tremplin.domain.credits.PledgeChanges;
import eu.tremplin.domain.credits.Pools;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.Intake;
import eu.tremplin.domain.outcomes.Startup;
import eu.tremplin.domain.participations.Enrolments;
import eu.tremplin.domain.participations.Participation;
import eu.tremplin.domain.partners.Partner;
import eu.tremplin.domain.partners.Pledge;
import eu.tremplin.domain.partners.Pledges;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;

/** Everything that answers commands, in one place: every aggregate, and every rule that binds two of them. */
public final class DomainModel {

    /** Commands to one stream rarely meet; when they do, the append notices and the edge tries again. */
    private static final List<Class<?>> OPTIMISTIC = List.of(
            Edition.class,
            Partner.class,
            Pledge.class,
            Application.class,
            Reviewer.class,
            Participation.class,
            Startup.class);

    /** Many commands meet on one stream; waiting for their turn costs them less than trying again. */
    private static final List<Class<?>> CONTENDED =
            List.of(Intake.class, Cohort.class, CreditPool.class, CreditGrant.class);

    private final Configurer configurer;

    private DomainModel(Configurer configurer) {
        this.configurer = configurer;
    }

    public static void registerIn(Configurer configurer) {
        var model = new DomainModel(configurer);
        OPTIMISTIC.forEach(aggregate -> model.register(aggregate, NullLockFactory.INSTANCE));
        CONTENDED.forEach(aggregate -> model.register(aggregate, PessimisticLockFactory.usingDefaults()));
        model.registerPartners();
        model.registerApplications();
        model.registerCohorts();
        model.registerParticipations();
        model.registerCredits();
    }

    /** Everything that has a stream of its own. */
    public static List<Class<?>> aggregates() {
        return Stream.concat(OPTIMISTIC.stream(), CONTENDED.stream()).toList();
    }

    private void registerPartners() {
        configurer.registerCommandHandler(
                c -> new Pledges(c.repository(Pledge.class), c.repository(Partner.class), c.repository(Edition.class)));
    }

    private void registerApplications() {
        configurer
                .registerCommandHandler(c -> new Submissions(
                        c.repository(Application.class), c.repository(Edition.class), c.repository(Intake.class)))
                .registerCommandHandler(c -> new Screenings(
                        c.repository(Application.class), c.repository(Edition.class), c.repository(Reviewer.class)))
                .registerCommandHandler(c -> new Invitations(c.repository(Reviewer.class), c.repository(Edition.class)))
                .registerCommandHandler(
                        c -> new Assignments(c.repository(Reviewer.class), c.repository(Application.class)))
                .registerCommandHandler(c -> new Reviews(
                        c.repository(Application.class), c.repository(Reviewer.class), c.repository(Edition.class)))
                .registerCommandHandler(c -> new Shortlists(
                        c.repository(Application.class), c.repository(Reviewer.class), c.repository(Edition.class)));
    }

    private void registerCohorts() {
        configurer
                .registerCommandHandler(c -> new Admissions(
                        c.repository(Cohort.class),
                        c.repository(Application.class),
                        c.repository(Reviewer.class),
                        c.repository(Edition.class)))
                .registerCommandHandler(
                        c -> new Cancellations(c.repository(Edition.class), c.repository(Cohort.class)));
    }

    private void registerParticipations() {
        configurer.registerCommandHandler(c -> new Enrolments(
                c.repository(Participation.class),
                c.repository(Cohort.class),
                c.repository(Application.class),
                c.repository(Edition.class)));
    }

    private void registerCredits() {
        configurer
                .registerCommandHandler(c -> new Pools(c.repository(CreditPool.class), c.repository(Pledge.class)))
                .registerCommandHandler(c -> new Allocations(
                        c.repository(CreditPool.class),
                        c.repository(CreditGrant.class),
                        c.repository(Pledge.class),
                        c.repository(Participation.class)))
                .registerCommandHandler(
                        c -> new PledgeChanges(c.repository(Pledge.class), c.repository(CreditPool.class)));
    }

    private <T> void register(Class<T> aggregate, LockFactory locks) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(aggregate)
                .configureLockFactory(_ -> locks)
                // An id of another kind of aggregate is not found, rather than replayed into the wrong one.
                .configureFilterEventsByType(_ -> true)
                // Whoever puts the domain on a store says whether long streams have shortcuts there.
                .configureSnapshotTrigger(c ->
                        c.getComponent(SnapshotTriggerDefinition.class, () -> NoSnapshotTriggerDefinition.INSTANCE)));
    }
}
