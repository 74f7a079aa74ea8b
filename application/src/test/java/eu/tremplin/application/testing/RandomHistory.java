package eu.tremplin.application.testing;

import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationWithdrawn;
import eu.tremplin.domain.applications.ApplicationEvent.AssignmentRecalled;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionApproved;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionDrafted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionPublished;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityChecked;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityWaived;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewAbstained;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRecused;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRevised;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewVoided;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewerAssigned;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.ConflictKind;
import eu.tremplin.domain.applications.ConflictRule;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.applications.Recommendation;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityChanged;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentDeclined;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictCleared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDetected;
import eu.tremplin.domain.applications.ReviewerEvent.NonConflictPinned;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.cohorts.CohortEvent.CohortFormed;
import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.cohorts.CohortEvent.OfferDeclined;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.cohorts.CohortEvent.SeatFreed;
import eu.tremplin.domain.cohorts.CohortEvent.SeatReserved;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistPromoted;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistRanked;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.credits.Account;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditGrantEvent.UsageRecorded;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolRevised;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.credits.Posting;
import eu.tremplin.domain.editions.ClosingCause;
import eu.tremplin.domain.editions.Deadlines;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.CallReopened;
import eu.tremplin.domain.editions.EditionEvent.CapSet;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionEvent.RubricPublished;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Eligibility;
import eu.tremplin.domain.editions.IntakeEvent.PlaceTaken;
import eu.tremplin.domain.editions.IntakeId;
import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.editions.Rubric;
import eu.tremplin.domain.editions.StartupProfile;
import eu.tremplin.domain.editions.StartupStage;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import eu.tremplin.domain.participations.Assessment;
import eu.tremplin.domain.participations.MilestoneKind;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneAssessed;
import eu.tremplin.domain.participations.ParticipationEvent.MilestonePlanned;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneReported;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneWaived;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerEvent.PartnerInvited;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeResumed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeRevised;
import eu.tremplin.domain.partners.PledgeEvent.PledgeSuspended;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.shared.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One edition with everything that can befall it, in an order drawn by lot and yet possible: what one append holds is
 * what one command could have led to.
 */
public final class RandomHistory {

    private static final int SEATS = 3;
    private static final int CAP = 1_000_000;
    private static final Instant NOW = Instant.parse("2024-08-16T21:59:59.123456789Z");

    /** Names that are hard on databases and spreadsheets alike. */
    private static final List<String> NAMES = List.of(
            "Pollen Robotics", "Société \uD83D\uDE80", "half \uD83D of it", "=1+1", "-2", "comma, \"quote\"", "ünï");

    private final Random random;
    // Lots of their own: what else is drawn from a seed does not depend on the call and the pledge.
    private final Random lots;
    private final EditionId edition;
    private final CohortId cohort;
    private final PartnerId partner;
    private final PledgeId pledge;
    private final PoolId pool;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Deque<Integer> freeSeats = new ArrayDeque<>(List.of(1, 2, 3));
    private final Deadlines deadlines;
    private boolean callIsOpen = true;
    private PledgeTerms terms = terms(hours("1000000"));
    private boolean heldBack;
    private int places;
    private final List<Judge> judges = new ArrayList<>();
    private int lastRank;
    private int lastRecord;
    private boolean begun;

    public RandomHistory(long seed) {
        random = new Random(seed);
        lots = new Random(~seed);
        edition = new EditionId(id());
        cohort = CohortId.of(edition);
        partner = new PartnerId(id());
        pledge = new PledgeId(id());
        pool = PoolId.of(pledge);
        deadlines = new Deadlines(NOW, NOW, NOW.plusSeconds(random.nextInt(1_000_000)));
    }

    public EditionId edition() {
        return edition;
    }

    /** What the next append holds. */
    public List<DomainEvent> next() {
        if (!begun) {
            begun = true;
            return beginning();
        }
        if (candidates.isEmpty() || random.nextInt(6) == 0) {
            return submission();
        }
        if (random.nextInt(40) == 0) {
            return List.of(policy());
        }
        if (lots.nextInt(40) == 0) {
            return List.of(call());
        }
        if (lots.nextInt(40) == 0) {
            return pledge();
        }
        if (random.nextInt(12) == 0) {
            return reviewer();
        }
        Candidate candidate = candidates.get(oneOfTheFirst());
        return switch (candidate.stage) {
            case SUBMITTED -> eligibility(candidate);
            case INELIGIBLE ->
                candidate.moves(Stage.ELIGIBLE, new EligibilityWaived(candidate.application, text(candidate)));
            case ELIGIBLE -> review(candidate);
            case SHORTLISTED -> decision(candidate);
            case OFFERED -> answer(candidate);
            case ACCEPTED ->
                candidate.moves(
                        Stage.ENROLLED,
                        new StartupEnrolled(
                                candidate.participation(),
                                edition,
                                candidate.application,
                                candidate.startup,
                                List.of()));
            case ENROLLED -> random.nextInt(3) == 0 ? milestone(candidate) : credits(candidate);
            case WAITING, OVER -> submission();
        };
    }

    /** Who came first gets on first, so that some come to the end however many come. */
    private int oneOfTheFirst() {
        return random.nextInt(1 + random.nextInt(candidates.size()));
    }

    /** Held back, no longer held back, or a little more of it. */
    private List<DomainEvent> pledge() {
        if (heldBack) {
            heldBack = false;
            return List.of(new PledgeResumed(pledge));
        }
        if (lots.nextBoolean()) {
            heldBack = true;
            return List.of(new PledgeSuspended(pledge, staffText()));
        }
        Amount more = hours("0.5");
        PledgeTerms former = terms;
        terms = terms(former.amount().plus(more));
        return List.of(
                new PledgeRevised(pledge, former, terms, staffText()),
                new PoolRevised(
                        pool,
                        pledge,
                        former,
                        terms,
                        posting(more, Account.Kind.PLEDGED, pledge, Account.Kind.POOL, pool)));
    }

    private static PledgeTerms terms(Amount amount) {
        return new PledgeTerms(amount, "H100 cluster", "EU", NOW, NOW.plus(Duration.ofDays(200)));
    }

    private List<DomainEvent> beginning() {
        Amount pledged = terms.amount();
        return List.of(
                new EditionPlanned(
                        edition,
                        "AI at STATION F",
                        "Edition",
                        "Meta",
                        SEATS,
                        ZoneId.of("Europe/Paris"),
                        "EU",
                        LocalDate.of(2024, 9, 1),
                        LocalDate.of(2025, 2, 28)),
                new RubricPublished(
                        edition, 1, new Rubric(List.of(new Rubric.Criterion("team", BigDecimal.ONE, 0, 4)))),
                policy(),
                new DeadlinesSet(edition, deadlines),
                new CapSet(edition, CAP),
                new CallOpened(edition, NOW),
                new CohortFormed(cohort, edition, SEATS),
                new PartnerInvited(partner, "Scaleway", "FR"),
                new PledgeProposed(pledge, partner, edition, terms),
                new PledgeCommitted(pledge),
                new PoolOpened(
                        pool,
                        edition,
                        pledge,
                        partner,
                        terms,
                        posting(pledged, Account.Kind.PLEDGED, pledge, Account.Kind.POOL, pool)));
    }

    private PolicyAdopted policy() {
        var anybody = new Eligibility(Set.of(), Set.of(), false, false, false, 10);
        return new PolicyAdopted(edition, 1, new Policy(1 + random.nextInt(3), 14, anybody, List.of()));
    }

    /** What was received in time may come in while it is closed. */
    private DomainEvent call() {
        callIsOpen = !callIsOpen;
        return callIsOpen
                ? new CallReopened(edition, deadlines, deadlines, NOW, staffText())
                : new CallClosed(edition, ClosingCause.MANUAL, NOW);
    }

    private List<DomainEvent> submission() {
        var candidate = new Candidate(new ApplicationId(id()), new StartupId(id()));
        candidates.add(candidate);
        var registered = new StartupRegistered(
                candidate.startup, NAMES.get(random.nextInt(NAMES.size())), "FR", 2016, null, null);
        var submitted = new ApplicationSubmitted(
                candidate.application,
                edition,
                candidate.startup,
                1,
                NOW.plusNanos(random.nextInt()),
                text(candidate),
                text(candidate),
                text(candidate),
                profile());
        var place = new PlaceTaken(IntakeId.of(edition), edition, candidate.startup, ++places);
        return random.nextBoolean() ? List.of(registered, place, submitted) : List.of(place, submitted, registered);
    }

    private List<DomainEvent> eligibility(Candidate candidate) {
        if (random.nextInt(10) == 0) {
            return candidate.moves(
                    Stage.OVER,
                    new ApplicationWithdrawn(candidate.application, edition, candidate.startup, text(candidate)));
        }
        boolean eligible = random.nextInt(5) > 0;
        return candidate.moves(
                eligible ? Stage.ELIGIBLE : Stage.INELIGIBLE,
                new EligibilityChecked(candidate.application, 1, eligible, List.of(), profile()));
    }

    private List<DomainEvent> review(Candidate candidate) {
        if (candidate.open != null) {
            return steppingBack(candidate, candidate.open);
        }
        if (!candidate.counting.isEmpty() && random.nextInt(5) == 0) {
            return changeOfReview(candidate);
        }
        if (candidate.counting.size() == 3) {
            return candidate.moves(
                    Stage.SHORTLISTED,
                    new ApplicationShortlisted(candidate.application, 1 + random.nextInt(9), new Quorum(3, 2)));
        }
        var reviewer = new ReviewerId(id());
        if (random.nextInt(6) == 0) {
            candidate.open = reviewer;
            return List.of(new ReviewerAssigned(candidate.application, reviewer));
        }
        candidate.counting.add(reviewer);
        return List.of(
                new ReviewerAssigned(candidate.application, reviewer),
                new ReviewSubmitted(
                        candidate.application,
                        reviewer,
                        1,
                        1,
                        1,
                        Map.of("team", random.nextInt(5)),
                        BigDecimal.valueOf(random.nextInt(1_000_001), 6),
                        Recommendation.DISCUSS,
                        text(candidate)));
    }

    /** Nobody hands in what is assigned for long. */
    private List<DomainEvent> steppingBack(Candidate candidate, ReviewerId reviewer) {
        candidate.open = null;
        return List.of(
                switch (random.nextInt(3)) {
                    case 0 -> new AssignmentRecalled(candidate.application, reviewer, text(candidate));
                    case 1 -> new ReviewAbstained(candidate.application, reviewer, text(candidate));
                    default -> recused(candidate, reviewer);
                });
    }

    private List<DomainEvent> changeOfReview(Candidate candidate) {
        ReviewerId reviewer = candidate.counting.getFirst();
        if (random.nextBoolean()) {
            return List.of(new ReviewRevised(
                    candidate.application,
                    reviewer,
                    1,
                    1,
                    1,
                    Map.of("team", random.nextInt(5)),
                    BigDecimal.valueOf(random.nextInt(1_000_001), 6),
                    Recommendation.DECLINE,
                    text(candidate)));
        }
        return List.of(discounted(candidate, reviewer));
    }

    /** What is missed on the shortlist brings the application back under review. */
    private DomainEvent discounted(Candidate candidate, ReviewerId reviewer) {
        candidate.counting.remove(reviewer);
        if (random.nextBoolean()) {
            return recused(candidate, reviewer);
        }
        return new ReviewVoided(candidate.application, reviewer, quorum(candidate), text(candidate));
    }

    private ReviewRecused recused(Candidate candidate, ReviewerId reviewer) {
        return new ReviewRecused(
                candidate.application, reviewer, ConflictKind.FAMILY, quorum(candidate), text(candidate));
    }

    private static Quorum quorum(Candidate candidate) {
        return new Quorum(candidate.counting.size(), 3);
    }

    private List<DomainEvent> reviewer() {
        if (judges.isEmpty() || random.nextInt(3) == 0) {
            return invitation();
        }
        Judge judge = judges.get(random.nextInt(judges.size()));
        if (judge.released) {
            return conflict(judge);
        }
        if (random.nextInt(10) == 0) {
            judge.released = true;
            return List.of(new ReviewerReleased(judge.reviewer));
        }
        if (judge.capacity > 0) {
            return random.nextBoolean() ? conflict(judge) : List.of(judge.reads(1 + random.nextInt(20)));
        }
        if (!judge.declined && random.nextInt(4) == 0) {
            judge.declined = true;
            return List.of(new CommitmentDeclined(judge.reviewer));
        }
        judge.capacity = 1 + random.nextInt(20);
        return List.of(new CommitmentAccepted(judge.reviewer, judge.capacity));
    }

    private List<DomainEvent> invitation() {
        var person = new PersonId(id());
        var judge = new Judge(ReviewerId.of(edition, person));
        judges.add(judge);
        return List.of(new ReviewerInvited(judge.reviewer, edition, person));
    }

    /** Each is declared or detected once, and cleared or pinned once. */
    private List<DomainEvent> conflict(Judge judge) {
        Candidate candidate = candidates.get(random.nextInt(candidates.size()));
        StartupId startup = candidate.startup;
        ConflictKind known = judge.conflicts.get(startup);
        if (known == null) {
            LocalDate ended = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000));
            ConflictRule[] rules = ConflictRule.values();
            ConflictRule rule = rules[random.nextInt(rules.length)];
            judge.conflicts.put(startup, rule.kind());
            return List.of(
                    random.nextBoolean()
                            ? new ConflictDeclared(judge.reviewer, startup, rule.kind(), ended, ended)
                            : new ConflictDetected(
                                    judge.reviewer, startup, rule, rule.kind(), text(candidate), null, null));
        }
        if (!judge.ruled.add(startup)) {
            return invitation();
        }
        return List.of(
                random.nextBoolean()
                        ? new ConflictCleared(judge.reviewer, startup, known, text(candidate))
                        : new NonConflictPinned(judge.reviewer, startup, text(candidate)));
    }

    private List<DomainEvent> decision(Candidate candidate) {
        if (random.nextInt(4) == 0) {
            return candidate.moves(Stage.ELIGIBLE, discounted(candidate, candidate.counting.getLast()));
        }
        if (random.nextInt(4) == 0) {
            return candidate.moves(Stage.OVER, decided(candidate, DecisionOutcome.DECLINED));
        }
        if (freeSeats.isEmpty()) {
            candidate.rank = ++lastRank;
            return candidate.moves(
                    Stage.WAITING,
                    plus(
                            new WaitlistRanked(cohort, candidate.application, candidate.rank, 14),
                            decided(candidate, DecisionOutcome.WAITLISTED)));
        }
        candidate.seat = freeSeats.pop();
        return candidate.moves(
                Stage.OFFERED,
                plus(
                        new SeatReserved(cohort, candidate.seat, candidate.application),
                        plus(offer(candidate), decided(candidate, DecisionOutcome.ADMITTED))));
    }

    private static DomainEvent[] decided(Candidate candidate, DecisionOutcome outcome) {
        return new DomainEvent[] {
            new DecisionDrafted(candidate.application, outcome, 1, "chair"),
            new DecisionApproved(candidate.application, outcome, 1, List.of("chair")),
            new DecisionPublished(candidate.application, outcome, 1, NOW)
        };
    }

    private OfferMade offer(Candidate candidate) {
        return new OfferMade(cohort, candidate.seat, candidate.application, NOW.plus(Duration.ofDays(14)));
    }

    private List<DomainEvent> answer(Candidate candidate) {
        int seat = candidate.seat;
        if (random.nextBoolean()) {
            return candidate.moves(Stage.ACCEPTED, new OfferAccepted(cohort, seat, candidate.application));
        }
        var events = new ArrayList<>(candidate.moves(
                Stage.OVER,
                new OfferDeclined(cohort, seat, candidate.application, text(candidate)),
                new SeatFreed(cohort, seat)));
        candidates.stream()
                .filter(waiting -> waiting.stage == Stage.WAITING)
                .findFirst()
                .ifPresentOrElse(
                        promoted -> {
                            promoted.seat = seat;
                            events.addAll(promoted.moves(
                                    Stage.OFFERED,
                                    new WaitlistPromoted(cohort, seat, promoted.application, promoted.rank, List.of()),
                                    offer(promoted)));
                        },
                        () -> freeSeats.push(seat));
        return events;
    }

    private List<DomainEvent> milestone(Candidate candidate) {
        ParticipationId participation = candidate.participation();
        String open = candidate.milestone;
        if (open.isEmpty()) {
            candidate.milestone = "milestone " + random.nextInt();
            return List.of(new MilestonePlanned(
                    participation,
                    candidate.milestone,
                    MilestoneKind.DELIVERABLE,
                    random.nextBoolean(),
                    LocalDate.of(2024, 9, 1).plusDays(random.nextInt(200))));
        }
        return switch (random.nextInt(3)) {
            case 0 -> List.of(new MilestoneReported(participation, open, text(candidate)));
            case 1 -> {
                candidate.milestone = "";
                yield List.of(new MilestoneWaived(participation, open, text(candidate)));
            }
            default -> {
                boolean met = random.nextBoolean();
                candidate.milestone = met ? "" : open;
                yield List.of(new MilestoneAssessed(participation, open, met ? Assessment.MET : Assessment.MISSED));
            }
        };
    }

    private List<DomainEvent> credits(Candidate candidate) {
        if (candidate.left == 0) {
            candidate.grant = new GrantId(id());
            candidate.left = 1 + random.nextInt(1000);
            Amount amount = hours(candidate.left + ".5");
            return List.of(
                    new CreditsAllocated(
                            pool,
                            candidate.grant,
                            candidate.participation(),
                            candidate.startup,
                            amount,
                            posting(amount, Account.Kind.POOL, pool, Account.Kind.GRANT, candidate.grant)),
                    new GrantOpened(
                            candidate.grant,
                            edition,
                            pool,
                            partner,
                            candidate.participation(),
                            candidate.startup,
                            amount,
                            "H100 cluster",
                            "EU",
                            NOW,
                            Instant.MAX));
        }
        if (random.nextInt(8) == 0) {
            Amount rest = hours(candidate.left + ".5");
            return candidate.moves(
                    Stage.OVER,
                    new CreditsExpired(
                            candidate.grant,
                            rest,
                            posting(rest, Account.Kind.GRANT, candidate.grant, Account.Kind.EXPIRED, candidate.grant)),
                    new StartupGraduated(candidate.participation(), edition, candidate.startup, NOW));
        }
        int used = 1 + random.nextInt(candidate.left);
        candidate.left -= used;
        String recordId = "record-" + ++lastRecord;
        Amount quantity = hours(String.valueOf(used));
        return List.of(
                new UsageRecorded(candidate.grant, partner, recordId, NOW, NOW, "H100", "EU", quantity),
                new CreditsConsumed(
                        candidate.grant,
                        recordId,
                        quantity,
                        posting(
                                quantity,
                                Account.Kind.GRANT,
                                candidate.grant,
                                Account.Kind.CONSUMED,
                                candidate.grant)));
    }

    private static DomainEvent[] plus(DomainEvent first, DomainEvent... rest) {
        var all = new ArrayList<DomainEvent>();
        all.add(first);
        all.addAll(List.of(rest));
        return all.toArray(new DomainEvent[0]);
    }

    private PersonalText text(Candidate candidate) {
        return PersonalText.of(
                new PersonId(Identifier.derivedFrom("contact", candidate.application)), "x".repeat(random.nextInt(40)));
    }

    private static PersonalText staffText() {
        return PersonalText.of(new PersonId(Identifier.derivedFrom("staff")), "It was closed on the wrong day.");
    }

    private static StartupProfile profile() {
        return new StartupProfile("FR", StartupStage.MVP, true, true, true, 0);
    }

    private static Posting posting(
            Amount amount, Account.Kind from, Identifier giver, Account.Kind to, Identifier taker) {
        return new Posting(List.of(
                new Posting.Entry(Account.of(from, giver), amount.negated()),
                new Posting.Entry(Account.of(to, taker), amount)));
    }

    private static Amount hours(String value) {
        return Amount.of(value, Unit.GPU_HOUR);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private enum Stage {
        SUBMITTED,
        INELIGIBLE,
        ELIGIBLE,
        SHORTLISTED,
        WAITING,
        OFFERED,
        ACCEPTED,
        ENROLLED,
        OVER
    }

    /** One application and how far it has come. */
    private static final class Candidate {

        private final ApplicationId application;
        private final StartupId startup;
        private Stage stage = Stage.SUBMITTED;
        private final List<ReviewerId> counting = new ArrayList<>();
        private @Nullable ReviewerId open;
        private int seat;
        private int rank;
        private String milestone = "";
        private GrantId grant = new GrantId(new UUID(0, 0));
        private int left;

        private Candidate(ApplicationId application, StartupId startup) {
            this.application = application;
            this.startup = startup;
        }

        private ParticipationId participation() {
            return ParticipationId.of(application);
        }

        private List<DomainEvent> moves(Stage next, DomainEvent... by) {
            stage = next;
            return List.of(by);
        }
    }

    /** One reviewer and what they have agreed to. */
    private static final class Judge {

        private final ReviewerId reviewer;
        private final Map<StartupId, ConflictKind> conflicts = new HashMap<>();
        private final Set<StartupId> ruled = new HashSet<>();
        private int capacity;
        private boolean declined;
        private boolean released;

        private Judge(ReviewerId reviewer) {
            this.reviewer = reviewer;
        }

        private CapacityChanged reads(int upTo) {
            int before = capacity;
            capacity = upTo;
            return new CapacityChanged(reviewer, before, upTo);
        }
    }
}
