package eu.tremplin.benchmark;

import org.jspecify.annotations.Nullable;

/** What the load generator sends, one request after the other. */
interface Workload {

    /** The next request as its bytes, or nothing when the work is done. */
    byte @Nullable [] next();

    /** Learns the head of an answer that said yes. */
    default void accepted(String head) {}
}
