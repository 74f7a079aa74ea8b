package eu.tremplin.application.projecting;

import org.jspecify.annotations.Nullable;

/**
 * How far a read model has come, and where its rows are.
 *
 * @param schemaNumber of the schema that is live
 * @param version of the read model that made the rows
 * @param position the rows are the fold of every event up to here
 * @param stopped none while it follows the log
 */
public record Standing(
        int schemaNumber,
        int version,
        long position,
        @Nullable Stop stopped) {

    /** Whether nothing has moved since. */
    boolean isAt(Standing other) {
        return schemaNumber == other.schemaNumber && version == other.version && position == other.position;
    }

    Standing movedTo(long next) {
        return new Standing(schemaNumber, version, next, null);
    }

    /**
     * Why a read model does not follow the log.
     *
     * @param position of the event it cannot handle
     */
    public record Stop(long position, String cause) {}
}
