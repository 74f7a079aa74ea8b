package eu.tremplin.benchmark;

import java.time.Duration;
import java.util.Arrays;

/** What one round of load came to. */
final class Load {

    private final Duration elapsed;
    private final long[] latencies;

    /** Takes the nanoseconds each request waited for its answer. */
    Load(Duration elapsed, long[] latencies) {
        this.elapsed = elapsed;
        this.latencies = latencies.clone();
        Arrays.sort(this.latencies);
    }

    double perSecond() {
        return latencies.length * 1e9 / elapsed.toNanos();
    }

    /** The latency in milliseconds that this share of the requests did not exceed. */
    double percentileMillis(double share) {
        return latencies[(int) Math.ceil(share * latencies.length) - 1] / 1e6;
    }
}
