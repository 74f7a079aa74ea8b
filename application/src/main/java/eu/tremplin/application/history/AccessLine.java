package eu.tremplin.application.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the access log. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessLine(
        long id,
        Instant at,
        String actor,
        @Nullable String onBehalfOf,
        String kind,
        String what,
        @Nullable String code,
        @Nullable UUID stream,
        @Nullable UUID edition,
        String correlationId,
        @JsonRawValue @Schema(type = "object") String details) {}
