package eu.tremplin.benchmark;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How long and how much is measured; every figure can be given on the command line, {@code -Dbenchmark.rounds=1}.
 *
 * @param warmUp until the JVM has compiled what it runs, which takes minutes where it shares two processors
 * @param streams existing streams to write to
 * @param streamLength events in each of them before the measurement
 */
record Settings(
        Path jar,
        Path root,
        int clients,
        int rounds,
        Duration round,
        Duration warmUp,
        int streams,
        int streamLength,
        int starts) {

    static Settings fromSystemProperties() {
        return new Settings(
                Path.of(System.getProperty("benchmark.jar")),
                Path.of(System.getProperty("benchmark.root")).normalize(),
                Integer.getInteger("benchmark.clients", 32),
                Integer.getInteger("benchmark.rounds", 3),
                Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 10)),
                Duration.ofSeconds(Integer.getInteger("benchmark.warmUpSeconds", 180)),
                Integer.getInteger("benchmark.streams", 10_000),
                Integer.getInteger("benchmark.streamLength", 20),
                Integer.getInteger("benchmark.starts", 3));
    }
}
