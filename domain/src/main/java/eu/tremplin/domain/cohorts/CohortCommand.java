package eu.tremplin.domain.cohorts;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonalText;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a cohort. */
public sealed interface CohortCommand extends DomainCommand {

    @TargetAggregateIdentifier
    CohortId cohort();

    record FormCohort(CohortId cohort, EditionId edition, int seats) implements CohortCommand {

        public FormCohort {
            InvalidValue.unless(seats >= 1, "seats", "must be at least 1");
            Contradiction.when(
                    !cohort.equals(CohortId.of(edition)), "cohort must be the one that follows from edition");
        }
    }

    /** Decides that the startup gets a seat, publishes that, and makes the offer: one transaction. */
    record AdmitApplication(CohortId cohort, ApplicationId application) implements CohortCommand {}

    /**
     * Decides that the startup waits for a seat.
     *
     * @param rank place on the waitlist, from 1 to 10000; without one, the place after the last
     */
    record WaitlistApplication(
            CohortId cohort,
            ApplicationId application,
            @Nullable Integer rank) implements CohortCommand {

        public WaitlistApplication {
            InvalidValue.unless(rank == null || (rank >= 1 && rank <= 10_000), "rank", "must be between 1 and 10000");
        }
    }

    record DeclineApplication(CohortId cohort, ApplicationId application) implements CohortCommand {}

    record AcceptOffer(CohortId cohort, ApplicationId application) implements CohortCommand {}

    record DeclineOffer(CohortId cohort, ApplicationId application, PersonalText reason) implements CohortCommand {}

    record ExpireOffer(CohortId cohort, ApplicationId application) implements CohortCommand {}

    record LeaveWaitlist(CohortId cohort, ApplicationId application) implements CohortCommand {}
}
