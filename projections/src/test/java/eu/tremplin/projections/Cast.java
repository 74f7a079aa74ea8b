package eu.tremplin.projections;

import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.AssignmentRecalled;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionPublished;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityChecked;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewAbstained;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRecused;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRevised;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewVoided;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewerAssigned;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.ConflictKind;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.applications.Recommendation;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.cohorts.CohortEvent.CohortFormed;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.credits.Account;
import eu.tremplin.domain.credits.Posting;
import eu.tremplin.domain.editions.Deadlines;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionEvent.RubricPublished;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Eligibility;
import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.editions.Rubric;
import eu.tremplin.domain.editions.StartupProfile;
import eu.tremplin.domain.editions.StartupStage;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who plays in the tests of the read models, and the events in which they do. */
public final class Cast {

    public static final EditionId EDITION = new EditionId(Identifier.derivedFrom("edition", "STATION F 2"));
    public static final CohortId COHORT = CohortId.of(EDITION);
    public static final StartupId POLLEN = new StartupId(Identifier.derivedFrom("startup", "Pollen Robotics"));
    public static final StartupId QEVLAR = new StartupId(Identifier.derivedFrom("startup", "Qevlar AI"));
    public static final Instant RECEIVED = Instant.parse("2024-08-16T21:59:59Z");

    private Cast() {}

    public static EditionPlanned planned() {
        return new EditionPlanned(
                EDITION,
                "AI at STATION F",
                "Edition 2",
                "Meta",
                5,
                ZoneId.of("Europe/Paris"),
                "EU",
                LocalDate.of(2024, 9, 1),
                LocalDate.of(2025, 2, 28));
    }

    public static RubricPublished rubric(int version) {
        var team = new Rubric.Criterion("team", BigDecimal.ONE, 1, 5);
        return new RubricPublished(EDITION, version, new Rubric(List.of(team)));
    }

    /** Advertised for an instant, enforced an hour later, and a week later for staff. */
    public static Deadlines deadlines(Instant advertised) {
        return new Deadlines(advertised, advertised.plus(Duration.ofHours(1)), advertised.plus(Duration.ofDays(7)));
    }

    public static PolicyAdopted policy(int version, int quorum) {
        var anybody = new Eligibility(Set.of(), Set.of(), false, false, false, 10);
        return new PolicyAdopted(EDITION, version, new Policy(quorum, 14, anybody, List.of()));
    }

    public static CohortFormed cohort(int seats) {
        return new CohortFormed(COHORT, EDITION, seats);
    }

    public static StartupRegistered registered(StartupId startup, String name) {
        return new StartupRegistered(startup, name, "FR", 2016, null, null);
    }

    public static ApplicationId applicationOf(StartupId startup) {
        return new ApplicationId(Identifier.derivedFrom("application", startup));
    }

    public static ParticipationId participationOf(StartupId startup) {
        return ParticipationId.of(applicationOf(startup));
    }

    public static ApplicationSubmitted submitted(StartupId startup) {
        return new ApplicationSubmitted(
                applicationOf(startup),
                EDITION,
                startup,
                1,
                RECEIVED,
                ciphertext(startup, "name"),
                ciphertext(startup, "email"),
                ciphertext(startup, "pitch"),
                profile());
    }

    public static EligibilityChecked eligible(StartupId startup) {
        return new EligibilityChecked(applicationOf(startup), 1, true, List.of(), profile());
    }

    public static EligibilityChecked ineligible(StartupId startup) {
        return new EligibilityChecked(applicationOf(startup), 1, false, List.of(), profile());
    }

    public static ReviewerAssigned assigned(StartupId startup, String reviewer) {
        return new ReviewerAssigned(applicationOf(startup), reviewer(reviewer));
    }

    public static ReviewSubmitted reviewed(StartupId startup, String reviewer, String weightedMean) {
        return new ReviewSubmitted(
                applicationOf(startup),
                reviewer(reviewer),
                1,
                1,
                1,
                Map.of("team", 3),
                new BigDecimal(weightedMean),
                Recommendation.ADMIT,
                ciphertext(startup, "comment"));
    }

    public static ReviewRevised revised(StartupId startup, String reviewer, String weightedMean) {
        return new ReviewRevised(
                applicationOf(startup),
                reviewer(reviewer),
                1,
                1,
                1,
                Map.of("team", 3),
                new BigDecimal(weightedMean),
                Recommendation.DECLINE,
                ciphertext(startup, "comment"));
    }

    public static AssignmentRecalled recalled(StartupId startup, String reviewer) {
        return new AssignmentRecalled(applicationOf(startup), reviewer(reviewer), ciphertext(startup, "reason"));
    }

    public static ReviewAbstained abstained(StartupId startup, String reviewer) {
        return new ReviewAbstained(applicationOf(startup), reviewer(reviewer), ciphertext(startup, "reason"));
    }

    public static ReviewRecused recused(StartupId startup, String reviewer, Quorum quorum) {
        return new ReviewRecused(
                applicationOf(startup), reviewer(reviewer), ConflictKind.FAMILY, quorum, ciphertext(startup, "reason"));
    }

    public static ReviewVoided voided(StartupId startup, String reviewer, Quorum quorum) {
        return new ReviewVoided(applicationOf(startup), reviewer(reviewer), quorum, ciphertext(startup, "reason"));
    }

    public static DecisionPublished decided(StartupId startup, DecisionOutcome outcome) {
        return new DecisionPublished(applicationOf(startup), outcome, 1, RECEIVED);
    }

    public static StartupEnrolled enrolled(StartupId startup) {
        return new StartupEnrolled(participationOf(startup), EDITION, applicationOf(startup), startup, List.of());
    }

    public static PersonalText ciphertext(StartupId startup, String what) {
        return new PersonalText.Encrypted(
                new PersonId(Identifier.derivedFrom("contact", applicationOf(startup))), "v1." + what);
    }

    /** Out of one account of the owner's and into another, where a test does not care which. */
    public static Posting posting(Amount amount, Identifier owner) {
        return new Posting(List.of(
                new Posting.Entry(Account.of(Account.Kind.GRANT, owner), amount.negated()),
                new Posting.Entry(Account.of(Account.Kind.CONSUMED, owner), amount)));
    }

    private static ReviewerId reviewer(String name) {
        return ReviewerId.of(EDITION, new PersonId(Identifier.derivedFrom("person", name)));
    }

    private static StartupProfile profile() {
        return new StartupProfile("FR", StartupStage.MVP, true, true, true, 0);
    }
}
