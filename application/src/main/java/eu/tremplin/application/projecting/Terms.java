package eu.tremplin.application.projecting;

import java.time.Duration;

/**
 * How nodes share.
 *
 * @param look how often each sees which generations and nodes there are, and renews its claims
 * @param claim how long a claim holds that is not renewed
 */
record Terms(Duration look, Duration claim) {

    static final Terms USUAL = new Terms(Duration.ofSeconds(1), Duration.ofSeconds(10));
}
