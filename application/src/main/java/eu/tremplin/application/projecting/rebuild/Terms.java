package eu.tremplin.application.projecting.rebuild;

import java.time.Duration;

/**
 * How rebuilds are gone about.
 *
 * @param look how often each node sees whether there is one to be done
 * @param claim how long a claim holds that is not renewed
 * @param politeness lag of live rows above which a load waits for them
 */
public record Terms(Duration look, Duration claim, Duration politeness) {

    public static final Terms USUAL = new Terms(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofMillis(250));

    public double claimSeconds() {
        return claim.toMillis() / 1e3;
    }
}
