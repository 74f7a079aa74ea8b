package eu.tremplin.application.eventstore.contiguous;

import java.time.Instant;

/** What the contiguous reader is doing, for people who watch. */
public sealed interface ReaderState {

    /** Not started yet, or at its end: nothing is delivered. */
    record Idle() implements ReaderState {}

    /** Close behind the writers. */
    record Following() implements ReaderState {}

    /** Waiting at a hole for the transactions that may still fill it; nothing beyond is delivered meanwhile. */
    record Waiting(long hole, int writers, Instant since) implements ReaderState {}

    /** Without the database, and trying again. */
    record Disconnected(String cause, Instant since) implements ReaderState {}

    /** The log ends before what was delivered, so it was restored to an older state; nothing is delivered any more. */
    record LogLost(long head, long delivered) implements ReaderState {}
}
