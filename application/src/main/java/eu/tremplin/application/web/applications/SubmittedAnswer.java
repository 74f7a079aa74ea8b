package eu.tremplin.application.web.applications;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a submission is answered.
 *
 * @param token the applicant's token, for staff who applied on behalf and hand it on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmittedAnswer(
        UUID id,
        @Nullable Long version,
        long position,
        @Nullable String token) {}
