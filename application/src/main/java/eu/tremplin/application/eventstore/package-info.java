/**
 * The event store: Axon appends to it and reads aggregates from it, read models and auditors follow it. One unit of
 * work is one append, one round trip and one transaction, which moves each stream on by compare-and-set, takes and
 * gives back claims, and keeps the outcome of the caller's idempotency key. Nothing is written beside it.
 */
@NullMarked
package eu.tremplin.application.eventstore;

import org.jspecify.annotations.NullMarked;
