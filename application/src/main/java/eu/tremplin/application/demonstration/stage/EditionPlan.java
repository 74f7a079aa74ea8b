package eu.tremplin.application.demonstration.stage;

import eu.tremplin.application.demonstration.cast.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An edition as it is announced. Whatever its selection does is dated by days after the deadline, which is a Friday.
 *
 * @param deadline last day of the call
 * @param quorum reviews that an application needs to be shortlisted
 * @param shortlisted how many are
 * @param share applicants, of a hundred of those of the whole edition
 */
public record EditionPlan(
        String name,
        LocalDate announcedOn,
        LocalDate opensOn,
        LocalDate deadline,
        LocalDate startsOn,
        LocalDate endsOn,
        int quorum,
        int shortlisted,
        int share) {

    public static final int SEATS = 5;
    public static final int WAITING = 4;
    public static final int OFFER_DAYS = 7;
    private static final int FEWEST = 24;

    /** The case: its dates are the real ones as far as they are known. */
    public static final EditionPlan SECOND = new EditionPlan(
            "Edition 2",
            LocalDate.parse("2024-06-10"),
            LocalDate.parse("2024-06-17"),
            LocalDate.parse("2024-08-16"),
            LocalDate.parse("2024-09-16"),
            LocalDate.parse("2025-02-28"),
            3,
            12,
            100);

    /** Invented, and left in the midst of its selection. */
    public static final EditionPlan THIRD = new EditionPlan(
            "Edition 3",
            LocalDate.parse("2026-01-05"),
            LocalDate.parse("2026-01-12"),
            LocalDate.parse("2026-02-13"),
            LocalDate.parse("2026-04-01"),
            LocalDate.parse("2026-09-30"),
            2,
            8,
            20);

    public static final Map<String, Object> RUBRIC = Map.of(
            "criteria",
            Stream.of(
                            criterion("team", 3),
                            criterion("technology", 3),
                            criterion("openness", 2),
                            criterion("impact", 2))
                    .toList());

    public static final List<String> ONBOARDING =
            List.of("Sign the participation agreement", "Name a contact for data protection", "Collect the badges");

    private static Map<String, Object> criterion(String name, int weight) {
        return Map.of("name", name, "weight", weight, "lowest", 1, "highest", 5);
    }

    public Map<String, Object> plan() {
        return Map.of(
                "programme",
                "AI startups on open models",
                "name",
                name,
                "host",
                "Meta",
                "seats",
                SEATS,
                "zone",
                Paris.ZONE.getId(),
                "residency",
                "EU",
                "startsOn",
                startsOn,
                "endsOn",
                endsOn);
    }

    public Map<String, Object> policy() {
        return Map.of(
                "quorum",
                quorum,
                "offerDays",
                OFFER_DAYS,
                "onboardingTasks",
                ONBOARDING,
                "eligibility",
                Map.of(
                        "legalSeats",
                        Names.COUNTRIES,
                        "stages",
                        List.of("MVP", "PRODUCT"),
                        "openModelRequired",
                        true,
                        "civilPurposeRequired",
                        true,
                        "independenceRequired",
                        true,
                        "maxPriorParticipations",
                        1));
    }

    /** Half an hour of grace after what applicants are told. */
    public Map<String, Object> deadlines() {
        return Map.of(
                "advertised",
                advertised(),
                "enforced",
                enforced(),
                "internal",
                Paris.at(deadline.plusDays(14), "18:00"));
    }

    public Instant opening() {
        return Paris.at(opensOn, "09:00");
    }

    public Instant advertised() {
        return Paris.at(deadline, "23:59:59");
    }

    public Instant enforced() {
        return Paris.at(deadline.plusDays(1), "00:29:59");
    }

    /** An instant so many days after the deadline. */
    public Instant after(int days, String time) {
        return Paris.at(deadline.plusDays(days), time);
    }

    /** Which day after the deadline it is. */
    public int dayOf(Instant instant) {
        return (int) ChronoUnit.DAYS.between(deadline, Paris.dateOf(instant));
    }

    /** First and last instant at which what partners give can be used. */
    public Instant usableFrom() {
        return Paris.at(startsOn, "00:00");
    }

    public Instant usableUntil() {
        return Paris.at(endsOn, "23:59:59");
    }

    public int applicants(int ofWhole) {
        return Math.max(FEWEST, ofWhole * share / 100);
    }
}
