package eu.tremplin.projections.planted;

import eu.tremplin.domain.editions.EditionCommand.OpenCall;
import eu.tremplin.projections.worklist.Worklist;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Assertions;

/** What no projection may do. */
final class Planted {

    private Planted() {}

    record KnowsACommand(OpenCall command) {}

    record KnowsAnAggregate(Aggregate aggregate) {}

    record PeeksIntoAnotherReadModel(Worklist worklist) {}

    record TalksToADatabase(Connection connection) {}

    record AsksAClock(Clock clock) {}

    /** Depends on what is neither Java nor the domain. */
    static final class UsesALibrary {

        static void fail() {
            Assertions.fail();
        }
    }

    /** Differs from run to run. */
    static final class ReadsTheClock {

        static Instant now() {
            return Instant.now();
        }
    }

    /** Differs from run to run. */
    static final class DrawsAnId {

        static UUID draw() {
            return UUID.randomUUID();
        }
    }

    @AggregateRoot
    static final class Aggregate {}
}
