package eu.tremplin.projections.editions;

import org.jspecify.annotations.Nullable;

/**
 * How many submissions the call takes.
 *
 * @param cap none where there is no limit
 * @param placesTaken by startups that submitted while there was one; none before the first
 */
record Places(@Nullable Integer cap, @Nullable Integer placesTaken) {

    static final Places NONE = new Places(null, null);

    Places under(@Nullable Integer now) {
        return new Places(now, placesTaken);
    }

    Places taken(int place) {
        return new Places(cap, place);
    }
}
