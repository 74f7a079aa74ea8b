package eu.tremplin.application.projecting.loading;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that is not in the rows of a read model.
 *
 * @param readModel its name
 * @param cause absent where somebody decided that it is to be skipped
 * @param tried whether it failed itself; else it waits behind another of its stream
 */
public record LeftOut(
        String readModel,
        long position,
        UUID stream,
        String type,
        @Nullable String cause,
        boolean tried) {}
