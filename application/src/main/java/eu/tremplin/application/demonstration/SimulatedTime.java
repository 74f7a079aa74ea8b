package eu.tremplin.application.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time of a demonstration: what {@code log.now()} says in its database, said in the application. */
final class SimulatedTime implements InstantSource {

    private final InstantSource real;
    private volatile Reading reading;

    SimulatedTime(InstantSource real, Reading reading) {
        this.real = real;
        this.reading = reading;
    }

    void becomes(Reading changed) {
        reading = changed;
    }

    @Override
    public Instant instant() {
        return reading.at(real.instant());
    }

    /**
     * What the clock said when it was last set, and how fast it has run since.
     *
     * @param setAt real instant at which it said {@code simulated}
     * @param pace simulated seconds for each real one; 0 while it stands still
     */
    record Reading(Instant simulated, Instant setAt, double pace) {

        private static final double NANOS_OF_MICRO = 1_000;

        /** In microseconds, as the database has it. */
        Instant at(Instant real) {
            double micros = Duration.between(setAt, real).toNanos() / NANOS_OF_MICRO;
            return simulated.plus(Math.round(micros * pace), ChronoUnit.MICROS);
        }
    }
}
