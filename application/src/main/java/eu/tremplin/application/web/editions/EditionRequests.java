package eu.tremplin.application.web.editions;

import eu.tremplin.application.web.Text;
import eu.tremplin.domain.editions.Deadlines;
import eu.tremplin.domain.editions.EditionCommand.CancelEdition;
import eu.tremplin.domain.editions.EditionCommand.ExtendDeadline;
import eu.tremplin.domain.editions.EditionCommand.GrantDeadlineOverride;
import eu.tremplin.domain.editions.EditionCommand.PlanEdition;
import eu.tremplin.domain.editions.EditionCommand.ReopenCall;
import eu.tremplin.domain.editions.EditionCommand.RevokeDeadlineOverride;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The bodies of what is asked of an edition. */
interface EditionRequests {

    record Plan(
            @Schema(example = "Station") String programme,
            @Schema(example = "Edition 2") String name,
            @Schema(example = "Meta") String host,
            @Schema(example = "5") int seats,

            @Schema(example = "Europe/Paris", type = "string")
            ZoneId zone,

            @Schema(example = "EU", description = "Region in which the edition's data must stay")
            String residency,

            @Schema(example = "2027-09-01") LocalDate startsOn,
            @Schema(example = "2028-02-28") LocalDate endsOn) {

        PlanEdition command(EditionId edition) {
            return new PlanEdition(edition, programme, name, host, seats, zone, residency, startsOn, endsOn);
        }
    }

    record Limit(
            @Schema(example = "250", description = "Submissions; without it there is no limit") @Nullable
            Integer cap) {}

    record Extend(
            @Schema(example = "2027-08-20T21:59:59Z") Instant advertised,
            @Schema(example = "2027-08-20T22:29:59Z") Instant enforced,
            @Schema(example = "2027-09-05T21:59:59Z") Instant internal,

            @Schema(example = "The form was down on the last evening.")
            String reason) {

        ExtendDeadline command(EditionId edition, PersonId by) {
            return new ExtendDeadline(
                    edition, new Deadlines(advertised, enforced, internal), Text.of(by, "reason", reason));
        }
    }

    record Reopen(
            @Schema(example = "2027-08-24T21:59:59Z") Instant advertised,
            @Schema(example = "2027-08-24T22:29:59Z") Instant enforced,
            @Schema(example = "2027-09-05T21:59:59Z") Instant internal,

            @Schema(example = "It was closed on the wrong day.")
            String reason) {

        ReopenCall command(EditionId edition, PersonId by) {
            return new ReopenCall(
                    edition, new Deadlines(advertised, enforced, internal), Text.of(by, "reason", reason));
        }
    }

    record Cancel(
            @Schema(example = "The host has withdrawn.") String reason) {

        CancelEdition command(EditionId edition, PersonId by) {
            return new CancelEdition(edition, Text.of(by, "reason", reason));
        }
    }

    record GrantOverride(
            StartupId startup,
            @Schema(example = "2027-08-23T21:59:59Z") Instant until,

            @Schema(example = "Their register extract came late.")
            String reason) {

        GrantDeadlineOverride command(EditionId edition, PersonId by) {
            return new GrantDeadlineOverride(edition, startup, until, Text.of(by, "reason", reason));
        }
    }

    record RevokeOverride(
            StartupId startup,
            @Schema(example = "It was granted by mistake.") String reason) {

        RevokeDeadlineOverride command(EditionId edition, PersonId by) {
            return new RevokeDeadlineOverride(edition, startup, Text.of(by, "reason", reason));
        }
    }
}
