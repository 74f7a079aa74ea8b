package eu.tremplin.application.commands;

import static org.assertj.core.api.Assertions.assertThatCode;

import eu.tremplin.application.eventstore.AppendObserver;
import eu.tremplin.application.eventstore.EditionOf;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.security.Caller.User;
import eu.tremplin.application.security.Role;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.TestAppends;
import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that has read a stream, and another one that moves it on: the first one's no must not be yesterday's. */
class StaleReadsIT {

    private final RunningApplication application = RunningApplication.get();
    private final Caller staff = application.as("staff");
    private PledgeId pledge = new PledgeId(UUID.randomUUID());

    @BeforeEach
    void propose() {
        String partner = staff.post("/api/partners", "{\"name\":\"The cloud\", \"legalSeat\":\"FR\"}")
                .expect(201)
                .id();
        String edition = staff.post("/api/editions", """
            {"programme": "Open models", "name": "Read here, written there", "host": "Host", "seats": 1,
             "zone": "Europe/Paris", "residency": "EU", "startsOn": "2027-09-01", "endsOn": "2028-02-28"}\
            """).expect(201).id();
        pledge = new PledgeId(UUID.fromString(staff.post("/api/pledges", """
            {"partner":"%s", "edition":"%s", "amount":{"value":1000, "unit":"GPU_HOUR"}, "scope":"H100 cluster",
             "residency":"EU", "validFrom":"2027-09-01T00:00:00Z", "validUntil":"2028-02-29T23:59:59Z"}\
            """.formatted(partner, edition))
                .expect(201)
                .id()));
    }

    @Test
    void acceptWhatTheyWouldHaveRefused() {
        open().expectProblem(409, "pledge-not-committed");
        commitElsewhere();

        open().expect(201);
    }

    @Test
    void doNotRefuseInARehearsal() {
        open().expectProblem(409, "pledge-not-committed");
        commitElsewhere();

        assertThatCode(() -> application
                        .part(CommandSender.class)
                        .rehearse(context(), PoolId.of(pledge), new OpenPool(PoolId.of(pledge), pledge)))
                .doesNotThrowAnyException();
    }

    private Answer open() {
        return staff.post("/api/credit-pools", "{\"pledge\":\"%s\"}".formatted(pledge));
    }

    private void commitElsewhere() {
        var dataSource = application.database().dataSource();
        var codec = application.part(EventCodec.class);
        var dictionary = application.part(TypeDictionary.class);
        var otherNode = new TremplinEventStore(
                dataSource,
                codec,
                dictionary,
                application.part(EventLog.class),
                EditionOf.ITS_OWN_WORD,
                AppendObserver.NONE,
                () -> {});
        new TestAppends(otherNode, application.jdbc()).append(List.of(new PledgeCommitted(pledge)));
    }

    private static CommandContext context() {
        return new CommandContext(
                new User("staff", new PersonId(UUID.randomUUID()), Set.of(Role.PM), Optional.empty()),
                false,
                Instant.now(),
                "rehearsal",
                "rehearsal",
                null,
                null,
                null);
    }
}
