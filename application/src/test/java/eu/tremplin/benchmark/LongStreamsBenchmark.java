package eu.tremplin.benchmark;

import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.credits.Account;
import eu.tremplin.domain.credits.CreditGrantCommand.RecordUsage;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditGrantEvent.UsageRecorded;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.credits.Posting;
import eu.tremplin.domain.editions.EditionCommand.AdoptPolicy;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Eligibility;
import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.shared.Unit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What a command costs on streams of several lengths, by a node that has just started and by one that knows the stream,
 * without snapshots and with them; in this process, without HTTP. An edition's state is small whatever happens, and a
 * grant's has every record of usage.
 */
@ResourceLock(Figures.MACHINE)
class LongStreamsBenchmark {

    private static final System.Logger LOG = System.getLogger(LongStreamsBenchmark.class.getName());
    private static final List<Integer> LENGTHS = List.of(20, 1_000, 10_000);
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 5;
    private static final Instant BEGIN = Instant.parse("2024-08-16T21:59:59Z");
    private static final Instant END = BEGIN.plusSeconds(100_000_000);

    private final Figures figures = Figures.ofThisRun();
    private int record;

    @Test
    void measuresCommandsOnLongStreams() throws Exception {
        try (var database = TestDatabase.create()) {
            for (int length : LENGTHS) {
                var edition = new EditionId(UUID.randomUUID());
                measure(
                        database,
                        "edition",
                        edition,
                        planned(edition, length),
                        _ -> new AdoptPolicy(edition, policy()));
                var grant = new GrantId(UUID.randomUUID());
                var partner = new PartnerId(UUID.randomUUID());
                measure(database, "grant", grant, opened(grant, partner, length), _ -> usage(grant, partner));
            }
        }
        figures.write(Path.of(System.getProperty("benchmark.root", "..")));
    }

    private void measure(
            TestDatabase database,
            String kind,
            Identifier stream,
            List<DomainEvent> events,
            IntFunction<Object> command) {
        try (var node = CommandNode.on(database, false)) {
            node.append(stream, events);
        }
        String name = "stream_%s_%d_%%s_%%s_ms".formatted(kind, events.size());
        measure(database, name, false, command);
        try (var node = CommandNode.on(database, true)) {
            node.send(command.apply(0));
            if (events.size() > CommandNode.BETWEEN_SNAPSHOTS) {
                Awaitility.await().until(() -> isNotedDown(database, stream));
            }
        }
        measure(database, name, true, command);
    }

    private void measure(TestDatabase database, String name, boolean snapshots, IntFunction<Object> command) {
        var cold = new ArrayList<Double>();
        var known = new ArrayList<Double>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            try (var node = CommandNode.on(database, snapshots)) {
                double first = millis(node, command.apply(round));
                double second = millis(node, command.apply(round));
                if (round >= WARM_UP) {
                    cold.add(first);
                    known.add(second);
                }
            }
        }
        put(name.formatted(snapshots ? "snapshot" : "whole", "cold"), cold);
        put(name.formatted(snapshots ? "snapshot" : "whole", "known"), known);
    }

    private void put(String name, List<Double> millis) {
        figures.put(name, Figures.median(millis));
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", name, Figures.median(millis));
    }

    private static double millis(CommandNode node, Object command) {
        long begun = System.nanoTime();
        node.send(command);
        return (System.nanoTime() - begun) / 1e6;
    }

    private static boolean isNotedDown(TestDatabase database, Identifier stream) {
        return database.jdbc()
                .sql("select exists (select from snapshots.snapshot where stream_id = ?)")
                .param(stream.value())
                .query(Boolean.class)
                .single();
    }

    private static List<DomainEvent> planned(EditionId edition, int length) {
        var events = new ArrayList<DomainEvent>();
        events.add(new EditionPlanned(
                edition,
                "AI at STATION F",
                "Edition",
                "Meta",
                3,
                ZoneId.of("Europe/Paris"),
                "EU",
                LocalDate.of(2024, 9, 1),
                LocalDate.of(2025, 2, 28)));
        while (events.size() < length) {
            events.add(new PolicyAdopted(edition, events.size(), policy()));
        }
        return events;
    }

    private static Policy policy() {
        var anybody = new Eligibility(Set.of(), Set.of(), false, false, false, 10);
        return new Policy(2, 14, anybody, List.of("Sign the contract", "Open an account"));
    }

    private List<DomainEvent> opened(GrantId grant, PartnerId partner, int length) {
        var events = new ArrayList<DomainEvent>();
        events.add(new GrantOpened(
                grant,
                new EditionId(UUID.randomUUID()),
                new PoolId(UUID.randomUUID()),
                partner,
                new ParticipationId(UUID.randomUUID()),
                new StartupId(UUID.randomUUID()),
                hours("1000000"),
                "H100 cluster",
                "EU",
                BEGIN,
                END));
        while (events.size() < length) {
            RecordUsage usage = usage(grant, partner);
            events.add(
                    new UsageRecorded(grant, partner, usage.recordId(), BEGIN, BEGIN, "H100", "EU", usage.quantity()));
            events.add(new CreditsConsumed(
                    grant,
                    usage.recordId(),
                    usage.quantity(),
                    new Posting(List.of(
                            new Posting.Entry(
                                    Account.of(Account.Kind.GRANT, grant),
                                    usage.quantity().negated()),
                            new Posting.Entry(Account.of(Account.Kind.CONSUMED, grant), usage.quantity())))));
        }
        return events;
    }

    private RecordUsage usage(GrantId grant, PartnerId partner) {
        return new RecordUsage(grant, partner, "2024-08-16/" + ++record, BEGIN, BEGIN, "H100", "EU", hours("0.25"));
    }

    private static Amount hours(String value) {
        return Amount.of(value, Unit.GPU_HOUR);
    }
}
