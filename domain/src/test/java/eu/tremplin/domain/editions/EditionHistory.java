package eu.tremplin.domain.editions;

import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.CapReached;
import eu.tremplin.domain.editions.EditionEvent.CapSet;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionEvent.RubricPublished;
import eu.tremplin.domain.editions.Rubric.Criterion;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.testing.History;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One edition, as far as a test needs it to have come: call from 25 June to 16 August 2024, five seats. */
public final class EditionHistory {

    public static final EditionId EDITION = new EditionId(UUID.fromString("01900000-0000-7000-8000-0000000000e1"));

    public static final int SEATS = 5;

    public static final Instant OPENING = Instant.parse("2024-06-25T08:00:00Z");
    public static final Instant ADVERTISED = Instant.parse("2024-08-16T22:00:00Z");
    public static final Instant ENFORCED = Instant.parse("2024-08-16T22:30:00Z");
    public static final Instant INTERNAL = Instant.parse("2024-08-20T16:00:00Z");
    public static final Instant CLOSING = Instant.parse("2024-08-19T07:00:00Z");
    public static final Instant START = Instant.parse("2024-09-02T07:00:00Z");
    public static final Instant END = Instant.parse("2025-02-28T17:00:00Z");

    public static final Deadlines DEADLINES = new Deadlines(ADVERTISED, ENFORCED, INTERNAL);

    public static final Rubric RUBRIC = new Rubric(List.of(
            new Criterion("team", new BigDecimal("2"), 1, 5),
            new Criterion("technology", new BigDecimal("1.5"), 1, 5),
            new Criterion("market", new BigDecimal("0.5"), 0, 10)));

    public static final Eligibility ELIGIBILITY =
            new Eligibility(Set.of("FR", "DE"), Set.of(StartupStage.MVP, StartupStage.PRODUCT), true, true, true, 1);

    /** Two reviews, a week to answer an offer. */
    public static final Policy POLICY =
            new Policy(2, 7, ELIGIBILITY, List.of("sign the agreement", "meet the mentors"));

    /** A reason given by a member of staff. */
    public static final PersonalText REASON = PersonalText.of(
            new PersonId(UUID.fromString("01900000-0000-7000-8000-0000000000a1")), "The platform was down");

    static final EditionPlanned PLANNED = new EditionPlanned(
            EDITION,
            "AI for good",
            "Edition 2",
            "Host",
            SEATS,
            ZoneId.of("Europe/Paris"),
            "EU",
            LocalDate.parse("2024-09-02"),
            LocalDate.parse("2025-02-28"));

    private EditionHistory() {}

    public static List<DomainEvent> planned() {
        return List.of(PLANNED);
    }

    /** Planned, with rubric, policy and deadlines: ready to open. */
    public static List<DomainEvent> scheduled() {
        return History.of(
                planned(),
                new RubricPublished(EDITION, 1, RUBRIC),
                new PolicyAdopted(EDITION, 1, POLICY),
                new DeadlinesSet(EDITION, DEADLINES));
    }

    /** Ready to open, and the call takes this many submissions at most. */
    public static List<DomainEvent> capped(int cap) {
        return History.of(scheduled(), new CapSet(EDITION, cap));
    }

    /** Open, and the call takes this many submissions at most. */
    public static List<DomainEvent> openWithCap(int cap) {
        return History.of(capped(cap), new CallOpened(EDITION, OPENING));
    }

    public static List<DomainEvent> open() {
        return History.of(scheduled(), new CallOpened(EDITION, OPENING));
    }

    /** The deadline passed and the call was closed. */
    public static List<DomainEvent> closed() {
        return History.of(open(), new CallClosed(EDITION, ClosingCause.DEADLINE, CLOSING));
    }

    /** Somebody closed the call before its deadline. */
    public static List<DomainEvent> closedEarly(Instant at) {
        return History.of(open(), new CallClosed(EDITION, ClosingCause.MANUAL, at));
    }

    /** Closed by its cap at this instant. */
    public static List<DomainEvent> full(int cap, Instant at) {
        return History.of(
                openWithCap(cap), new CapReached(EDITION, cap, at), new CallClosed(EDITION, ClosingCause.CAP, at));
    }

    public static List<DomainEvent> running() {
        return History.of(closed(), new EditionStarted(EDITION, START));
    }

    public static List<DomainEvent> ended() {
        return History.of(running(), new EditionEnded(EDITION, END));
    }

    /** Given up after its call was closed. */
    public static List<DomainEvent> cancelled() {
        return History.of(closed(), new EditionCancelled(EDITION, START, REASON));
    }
}
