package eu.tremplin.projections.editions;

import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import java.time.LocalDate;

/**
 * What was planned.
 *
 * @param zone by its IANA name; the dates are days there
 */
record Plan(
        String programme,
        String name,
        String host,
        int seats,
        String zone,
        String residency,
        LocalDate startsOn,
        LocalDate endsOn) {

    static Plan of(EditionPlanned event) {
        return new Plan(
                event.programme(),
                event.name(),
                event.host(),
                event.seats(),
                event.zone().getId(),
                event.residency(),
                event.startsOn(),
                event.endsOn());
    }
}
