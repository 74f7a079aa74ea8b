package eu.tremplin.application.web.applications;

import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.Text;
import eu.tremplin.domain.applications.ApplicationCommand.RecuseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ReviseReview;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.ConflictKind;
import eu.tremplin.domain.applications.Recommendation;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.StartupProfile;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bodies of what is asked of an application. Free text is about its contact person. */
interface ApplicationRequests {

    record Submit(
            @Schema(description = "Needed from staff; an applicant's token says it") @Nullable
            EditionId edition,

            StartupId startup,
            @Schema(example = "Ada Lovelace") String contactName,
            @Schema(example = "ada@example.org") String contactEmail,

            @Schema(example = "We teach robots to learn from watching.")
            String pitch,

            StartupProfile profile) {

        private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

        EditionId editionFor(Caller caller) {
            @Nullable
            EditionId stated =
                    caller instanceof Caller.Applicant applicant && edition == null ? applicant.edition() : edition;
            InvalidValue.unless(stated != null, "edition", "must be stated by whoever has no applicant's token");
            return Objects.requireNonNull(stated);
        }

        SubmitApplication command(ApplicationId application, EditionId appliedTo) {
            InvalidValue.unless(
                    ADDRESS.matcher(contactEmail).matches(),
                    "contactEmail",
                    "must be an address such as ada@example.org");
            PersonId contact = application.contact();
            return new SubmitApplication(
                    application,
                    appliedTo,
                    startup,
                    Text.of(contact, "contactName", contactName),
                    Text.of(contact, "contactEmail", contactEmail),
                    Text.of(contact, "pitch", pitch),
                    profile);
        }
    }

    record Because(@Schema(example = "They asked us to.") String reason) {

        PersonalText reason(ApplicationId application) {
            return Text.of(application.contact(), "reason", reason);
        }
    }

    record Assign(ReviewerId reviewer) {}

    record OfReviewer(
            ReviewerId reviewer,

            @Schema(example = "The reviewer's brother works there.")
            String reason) {

        PersonalText reason(ApplicationId application) {
            return Text.of(application.contact(), "reason", reason);
        }
    }

    record Recusal(
            ConflictKind kind,
            @Schema(example = "My brother works there.") String reason) {

        RecuseReview command(ApplicationId application, PersonId by) {
            return new RecuseReview(application, by, kind, Text.of(application.contact(), "reason", reason));
        }
    }

    record Review(
            @Schema(description = "Points by criterion", example = "{\"team\": 4, \"technology\": 5, \"openness\": 5}")
            Map<String, Integer> scores,

            Recommendation recommendation,

            @Schema(example = "A strong team that knows its limits.")
            String comment) {

        SubmitReview command(ApplicationId application, PersonId by) {
            return new SubmitReview(
                    application, by, scores, recommendation, Text.of(application.contact(), "comment", comment));
        }

        ReviseReview revision(ApplicationId application, PersonId by) {
            return new ReviseReview(
                    application, by, scores, recommendation, Text.of(application.contact(), "comment", comment));
        }
    }

    record Shortlist(
            @Schema(example = "1", description = "Place on the shortlist")
            int rank) {}

    record Waitlist(
            @Schema(example = "1", description = "Place on the waitlist; the one after the last when left out")
            @Nullable
            Integer rank) {}
}
