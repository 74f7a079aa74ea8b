package eu.tremplin.application.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/**
 * One event as it stands in the log.
 *
 * @param version its place in its stream, from 0
 * @param metadata who, on whose behalf, under which ids, and when it was received
 * @param payload the JSON as it was stored; what is personal stays ciphertext
 */
record RecordedEvent(
        long position,
        UUID stream,
        long version,
        String aggregateType,
        String type,
        int revision,
        Instant recordedAt,
        UUID eventId,
        @JsonRawValue @Schema(type = "object") String metadata,
        @JsonRawValue @Schema(type = "object") String payload) {}
