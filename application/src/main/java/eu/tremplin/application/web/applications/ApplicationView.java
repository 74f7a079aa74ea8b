package eu.tremplin.application.web.applications;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.tremplin.domain.editions.StartupProfile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One application as its applicant or staff may see it.
 *
 * @param stage for staff the stage as it is; for the applicant its public name
 * @param statement what the applicant is told
 * @param contactName absent once the person has been erased, as are address and pitch
 * @param reviews how many there are; for staff
 * @param version of its stream; for staff
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationView(
        UUID id,
        UUID edition,
        UUID startup,
        String stage,
        String statement,
        @Nullable Instant offerExpiresAt,
        Instant receivedAt,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String pitch,
        StartupProfile profile,
        @Nullable Integer reviews,
        @Nullable Long version) {}
