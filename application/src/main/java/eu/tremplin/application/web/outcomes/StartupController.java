package eu.tremplin.application.web.outcomes;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.domain.outcomes.OutcomeFact;
import eu.tremplin.domain.outcomes.StartupCommand.RecordPastParticipation;
import eu.tremplin.domain.outcomes.StartupCommand.RegisterStartup;
import eu.tremplin.domain.outcomes.StartupCommand.ReportOutcome;
import eu.tremplin.domain.shared.StartupId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of the register of startups. */
@RestController
@RequestMapping("/api/startups")
@Tag(name = "Startups")
final class StartupController {

    private final CommandDesk desk;

    StartupController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Operation(summary = "Register a startup")
    ResponseEntity<AcceptedAnswer> register(@RequestBody Register request, CommandContext context) {
        var startup = new StartupId(desk.freshId());
        return desk.create(context, "/api/startups", startup, request.command(startup));
    }

    @PostMapping("/{startup}/record-past-participation")
    @Operation(summary = "Record that it took part in something that was not run here")
    ResponseEntity<AcceptedAnswer> recordPastParticipation(
            @PathVariable StartupId startup, @RequestBody PastParticipation request, CommandContext context) {
        return desk.send(context, startup, request.command(startup));
    }

    @PostMapping("/{startup}/report-outcome")
    @Operation(summary = "Report what became of it")
    ResponseEntity<AcceptedAnswer> reportOutcome(
            @PathVariable StartupId startup, @RequestBody Outcome request, CommandContext context) {
        return desk.send(context, startup, request.command(startup));
    }

    record Register(
            @Schema(example = "Pollen Robotics") String name,

            @Schema(example = "FR", description = "ISO 3166 alpha-2 code of the headquarters") @Nullable
            String country,

            @Schema(example = "2016") @Nullable Integer foundedIn,

            @Schema(example = "https://pollen-robotics.example") @Nullable
            String website,

            @Schema(example = "Open-source robots") @Nullable
            String description) {

        RegisterStartup command(StartupId startup) {
            return new RegisterStartup(startup, name, country, foundedIn, website, description);
        }
    }

    record PastParticipation(
            @Schema(example = "Y Combinator") String programme,
            @Schema(example = "2011 Winter") String session,
            @Schema(example = "2011-01-01") LocalDate startedOn,
            @Schema(example = "The programme's own list") String source) {

        RecordPastParticipation command(StartupId startup) {
            return new RecordPastParticipation(startup, programme, session, startedOn, source);
        }
    }

    record Outcome(
            OutcomeFact fact,

            @Schema(example = "2029-03-01", description = "When the fact itself holds")
            LocalDate businessDate,

            @Schema(example = "Commercial register") String source,
            @Schema(example = "2029-04-02") @Nullable LocalDate verifiedOn) {

        ReportOutcome command(StartupId startup) {
            return new ReportOutcome(startup, fact, businessDate, source, verifiedOn);
        }
    }
}
