package eu.tremplin.application.eventstore;

import java.util.Optional;
import java.util.UUID;

/**
 * How an accepted request was answered.
 *
 * @param requestDigest keyed digest of the request in lower-case hex
 * @param resource the id the answer named
 * @param version the version the resource's stream was given; empty where the request wrote to other streams only
 * @param position of the last event it led to
 */
public record AcceptedOutcome(String requestDigest, UUID resource, Optional<Long> version, long position) {}
