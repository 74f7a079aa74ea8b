package eu.tremplin.tour;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the people of the tour write into their requests. */
final class Bodies {

    static final String RUBRIC = """
        {"criteria": [
          {"name": "team", "weight": 2, "lowest": 0, "highest": 10},
          {"name": "openness", "weight": 1, "lowest": 1, "highest": 5}]}\
        """;

    private Bodies() {}

    static String edition(String name, int seats) {
        return """
            {"programme": "AI at the campus", "name": "%s", "host": "The host", "seats": %d,
             "zone": "Europe/Paris", "residency": "EU", "startsOn": "2027-09-01", "endsOn": "2028-02-28"}\
            """.formatted(name, seats);
    }

    static String policy(int quorum) {
        return """
            {"quorum": %d, "offerDays": 7,
             "eligibility": {"legalSeats": ["FR", "DE", "IT"], "stages": ["MVP", "PRODUCT"],
               "openModelRequired": true, "civilPurposeRequired": true, "independenceRequired": false,
               "maxPriorParticipations": 1},
             "onboardingTasks": ["sign the charter", "get badges"]}\
            """.formatted(quorum);
    }

    /** A deadline without grace. */
    static String deadlines(Instant enforced) {
        return """
            {"advertised": "%s", "enforced": "%s", "internal": "%s"}\
            """.formatted(enforced, enforced, enforced.plus(1, ChronoUnit.DAYS));
    }

    static String extension(Instant enforced, String reason) {
        return """
            {"advertised": "%s", "enforced": "%s", "internal": "%s", "reason": "%s"}\
            """.formatted(enforced, enforced, enforced.plus(1, ChronoUnit.DAYS), reason);
    }

    static String startup(String name) {
        return """
            {"name": "%s", "country": "FR", "foundedIn": 2023, "website": "https://%s.example.org",
             "description": "Small models for %s."}\
            """.formatted(name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), name);
    }

    static String application(String edition, String startup, String contact, String legalSeat) {
        return """
            {"edition": "%s", "startup": "%s", "contactName": "%s", "contactEmail": "%s@example.org",
             "pitch": "We build on open models, says %s.",
             "profile": {"legalSeat": "%s", "stage": "MVP", "openModelUsed": true, "civilPurpose": true,
               "independent": true, "priorParticipations": 0}}\
            """.formatted(
                        edition,
                        startup,
                        contact,
                        contact.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'),
                        contact,
                        legalSeat);
    }

    static String review(int team, int openness) {
        return """
            {"scores": {"team": %d, "openness": %d}, "recommendation": "ADMIT",
             "comment": "They know what they do."}\
            """.formatted(team, openness);
    }

    static String reason(String reason) {
        return """
            {"reason": "%s"}\
            """.formatted(reason);
    }

    static String pledge(String partner, String edition, Instant today) {
        return """
            {"partner": "%s", "edition": "%s", "amount": {"value": "1000", "unit": "GPU_HOUR"},
             "scope": "H100 cluster", "residency": "EU", "validFrom": "%s", "validUntil": "%s"}\
            """.formatted(partner, edition, today.minus(30, ChronoUnit.DAYS), today.plus(300, ChronoUnit.DAYS));
    }

    static String allocation(String pool, String hours, Instant start, Instant expiry) {
        return """
            {"pool": "%s", "amount": {"value": "%s", "unit": "GPU_HOUR"}, "scope": "H100 cluster",
             "start": "%s", "expiry": "%s"}\
            """.formatted(pool, hours, start, expiry);
    }

    static String usage(String record, Instant today, String hours, String region) {
        return """
            {"recordId": "%s", "start": "%s", "end": "%s", "device": "H100", "region": "%s",
             "quantity": {"value": "%s", "unit": "GPU_HOUR"}}\
            """.formatted(record, today.minus(2, ChronoUnit.HOURS), today.minus(1, ChronoUnit.HOURS), region, hours);
    }

    static String milestone(String name, String kind) {
        return """
            {"milestone": "%s", "kind": "%s", "mandatory": true, "due": "2028-01-15"}\
            """.formatted(name, kind);
    }
}
