package eu.tremplin.application.history;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;

/**
 * What one thing was, as far as its rules look at it.
 *
 * @param version of the last event that had happened to it, from 0
 * @param position of that event in the log
 * @param state what its events had made of it: what a value is where it can be several things is said by {@code is}
 */
record StreamState(
        UUID stream,
        String aggregateType,
        long version,
        long position,
        @Schema(type = "object") Map<String, Object> state) {}
