package eu.tremplin.projections.kit;

import java.time.Instant;
import java.util.UUID;

/**
 * What the log says about an event.
 *
 * @param position place in the whole log
 * @param version place in its stream, from 0
 * @param recordedAt when the log recorded it
 */
public record Envelope(long position, UUID stream, long version, Instant recordedAt) {}
