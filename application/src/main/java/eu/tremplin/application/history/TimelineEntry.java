package eu.tremplin.application.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an application, or was refused.
 *
 * @param at when it was recorded
 * @param type of an event, its stored name, such as {@code applications.ApplicationShortlisted}
 * @param code of a refusal, why
 * @param what of a refusal, the command or the request
 * @param stream the application itself, its cohort, its participation, or one of its grants
 * @param onBehalfOf for whom, where that is somebody else than the actor
 * @param reason as its author wrote it; absent where there is none, where it was erased, and for those who may not read
 *     it
 * @param position of an event, its place in the whole log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(
        Instant at,
        Kind kind,
        @Nullable String type,
        @Nullable String code,
        @Nullable String what,
        UUID stream,
        String actor,
        @Nullable String onBehalfOf,
        @Nullable String reason,
        @Nullable Long position,
        String correlationId) {

    /** Whether it happened. */
    public enum Kind {
        EVENT,
        REFUSAL
    }
}
