package eu.tremplin.domain.cohorts;

import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.EditionCommand.CancelEdition;
import eu.tremplin.domain.shared.ReadOnly;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Cancels editions in which nobody has a seat, or the offer of one. */
public final class Cancellations {

    private final Repository<Edition> editions;
    private final Repository<Cohort> cohorts;

    public Cancellations(Repository<Edition> editions, Repository<Cohort> cohorts) {
        this.editions = editions;
        this.cohorts = cohorts;
    }

    @CommandHandler
    void handle(CancelEdition command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        Aggregate<Edition> edition = editions.load(command.edition().toString());
        // Before its call nobody can have applied, and a new edition's cohort may not have been formed yet.
        boolean called = edition.invoke(Edition::hasBeenCalled);
        edition.execute(e -> e.cancel(command, received));
        if (called) {
            ReadOnly.require(cohorts, CohortId.of(command.edition()), Cohort::requireNoSeatGiven);
        }
    }
}
