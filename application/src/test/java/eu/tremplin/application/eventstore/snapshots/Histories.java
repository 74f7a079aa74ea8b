package eu.tremplin.application.eventstore.snapshots;

import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.ConflictKind;
import eu.tremplin.domain.applications.ConflictRule;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityChanged;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityReturned;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictCleared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDetected;
import eu.tremplin.domain.applications.ReviewerEvent.NonConflictPinned;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideRevoked;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.outcomes.CompanyStatus;
import eu.tremplin.domain.outcomes.OutcomeFact;
import eu.tremplin.domain.outcomes.StartupEvent.OutcomeReported;
import eu.tremplin.domain.outcomes.StartupEvent.PastParticipationRecorded;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Streams of every kind, drawn by lot. */
final class Histories {

    private static final Instant NOW = Instant.parse("2024-08-16T21:59:59.123456789Z");
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 16);

    private final Random random;
    private final Map<Object, List<DomainEvent>> streams = new LinkedHashMap<>();

    private Histories(long seed) {
        random = new Random(seed);
    }

    static List<List<DomainEvent>> of(long seed, int appends) {
        var histories = new Histories(seed);
        var history = new RandomHistory(seed);
        for (int i = 0; i < appends; i++) {
            history.next().forEach(histories::add);
        }
        for (int i = 0; i < appends; i++) {
            histories.addOverride(history.edition());
        }
        histories.addReviewer(appends);
        histories.addStartup(appends);
        return List.copyOf(histories.streams.values());
    }

    private void add(DomainEvent event) {
        try {
            Object stream =
                    event.getClass().getRecordComponents()[0].getAccessor().invoke(event);
            streams.computeIfAbsent(stream, _ -> new ArrayList<>()).add(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addOverride(EditionId edition) {
        var startup = new StartupId(new UUID(0, random.nextInt(20)));
        var reason = PersonalText.of(new PersonId(id()), "xxxx");
        Instant at = NOW.plusSeconds(random.nextInt(1000));
        add(
                random.nextBoolean()
                        ? new DeadlineOverrideGranted(edition, startup, at, reason)
                        : new DeadlineOverrideRevoked(edition, startup, at, reason));
    }

    private void addReviewer(int events) {
        var reviewer = new ReviewerId(id());
        add(new ReviewerInvited(reviewer, new EditionId(id()), new PersonId(id())));
        add(new CommitmentAccepted(reviewer, 1 + random.nextInt(events)));
        for (int i = 0; i < events; i++) {
            var startup = new StartupId(new UUID(0, random.nextInt(10)));
            ConflictKind[] kinds = ConflictKind.values();
            add(
                    switch (random.nextInt(7)) {
                        case 0 -> new CapacityTaken(reviewer, new ApplicationId(id()));
                        case 1 -> new CapacityChanged(reviewer, 1 + events, 1 + random.nextInt(events));
                        case 2 ->
                            new ConflictDetected(
                                    reviewer,
                                    startup,
                                    ConflictRule.CO_AUTHOR,
                                    ConflictKind.COLLABORATION,
                                    PersonalText.of(new PersonId(id()), "xxxx"),
                                    TODAY.minusDays(random.nextInt(99)),
                                    TODAY);
                        case 3 ->
                            new ConflictCleared(
                                    reviewer,
                                    startup,
                                    kinds[random.nextInt(kinds.length)],
                                    PersonalText.of(new PersonId(id()), "xxxx"));
                        case 5 -> new CapacityReturned(reviewer, new ApplicationId(id()));
                        case 4 -> new NonConflictPinned(reviewer, startup, PersonalText.of(new PersonId(id()), "xxxx"));
                        default -> new ConflictDeclared(reviewer, startup, kinds[random.nextInt(kinds.length)]);
                    });
        }
        if (random.nextBoolean()) {
            add(new ReviewerReleased(reviewer));
        }
    }

    private void addStartup(int events) {
        var startup = new StartupId(id());
        add(new StartupRegistered(startup, "Startup", null, null, null, null));
        for (int i = 0; i < events; i++) {
            String source = "source " + random.nextInt(5);
            add(
                    random.nextInt(4) == 0
                            ? new PastParticipationRecorded(startup, "programme", "session " + i, TODAY, source)
                            : new OutcomeReported(startup, fact(), TODAY.minusDays(random.nextInt(9)), source, null));
        }
    }

    private OutcomeFact fact() {
        var amount = BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(7));
        var euro = Currency.getInstance("EUR");
        return switch (random.nextInt(5)) {
            case 0 -> new OutcomeFact.Status(CompanyStatus.ACTIVE);
            case 1 -> new OutcomeFact.Funding(amount, euro);
            case 2 -> OutcomeFact.Funding.undisclosed();
            case 3 -> new OutcomeFact.Headcount(random.nextInt(1000));
            default -> new OutcomeFact.Revenue(amount, euro, 2000 + random.nextInt(24));
        };
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
