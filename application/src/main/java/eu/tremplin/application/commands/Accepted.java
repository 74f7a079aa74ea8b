package eu.tremplin.application.commands;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to an accepted command; asked again under its idempotency key it is the same.
 *
 * @param id the thing that was created or concerned
 * @param version version of its stream after the command; absent where the command wrote to another stream only
 * @param position last position in the log that the command led to
 */
public record Accepted(UUID id, @Nullable Long version, long position) {}
