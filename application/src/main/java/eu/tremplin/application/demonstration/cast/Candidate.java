package eu.tremplin.application.demonstration.cast;

import java.time.LocalDate;
import java.util.Map;

/**
 * A startup that wants to take part, and how good it is in truth.
 *
 * @param merit by criterion, around 0, in points
 */
public record Candidate(
        String startup,
        String country,
        int foundedIn,
        String purpose,
        String contact,
        Twist twist,
        Map<String, Double> merit,
        String stage,
        int priorParticipations) {

    public Map<String, Object> registration() {
        return Map.of(
                "name",
                startup,
                "country",
                country,
                "foundedIn",
                foundedIn,
                "website",
                "https://" + Names.slug(startup) + ".example",
                "description",
                "A small open model that " + purpose + ".");
    }

    /** What it took part in before, if it did. */
    public Map<String, Object> past() {
        return Map.of(
                "programme",
                "The Teacup Accelerator",
                "session",
                "Winter " + foundedIn,
                "startedOn",
                LocalDate.of(foundedIn, 11, 4),
                "source",
                "Their own word");
    }

    /** As it is sent in by the holder of a token, who need not name the edition. */
    public Map<String, Object> application(String startupId) {
        return Map.of(
                "startup",
                startupId,
                "contactName",
                contact,
                "contactEmail",
                Names.slug(contact) + "@" + Names.slug(startup) + ".example",
                "pitch",
                "We have a model that " + purpose + ", and " + contact + " to look after it.",
                "profile",
                Map.of(
                        "legalSeat",
                        country,
                        "stage",
                        stage,
                        "openModelUsed",
                        twist != Twist.CLOSED_MODEL,
                        "civilPurpose",
                        true,
                        "independent",
                        twist != Twist.DEPENDENT,
                        "priorParticipations",
                        priorParticipations));
    }
}
