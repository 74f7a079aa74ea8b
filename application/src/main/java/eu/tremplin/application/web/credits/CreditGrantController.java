package eu.tremplin.application.web.credits;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.Callers;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.domain.credits.CreditGrantCommand.ExpireCredits;
import eu.tremplin.domain.credits.CreditGrantCommand.RecordUsage;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Amount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of grants of credits. */
@RestController
@RequestMapping("/api/credit-grants")
@Tag(name = "Credits")
final class CreditGrantController {

    private final CommandDesk desk;

    CreditGrantController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/{grant}/record-usage")
    @Operation(summary = "Record what was used, once per provider record, as the partner that gives the credits")
    ResponseEntity<AcceptedAnswer> recordUsage(
            @PathVariable GrantId grant, @RequestBody Usage request, CommandContext context) {
        return desk.send(context, grant, request.command(grant, Callers.partnerOf(context.caller())));
    }

    @PostMapping("/{grant}/expire-credits")
    @Operation(summary = "Book what was not used by the grant's expiry as expired")
    ResponseEntity<AcceptedAnswer> expire(@PathVariable GrantId grant, CommandContext context) {
        return desk.send(context, grant, new ExpireCredits(grant));
    }

    record Usage(
            @Schema(example = "job-2027-10-04-0001", description = "The provider's own id of the record")
            String recordId,

            @Schema(example = "2027-10-04T08:00:00Z") Instant start,
            @Schema(example = "2027-10-04T16:00:00Z") Instant end,
            @Schema(example = "H100 SXM") String device,
            @Schema(example = "EU") String region,
            Amount quantity) {

        RecordUsage command(GrantId grant, PartnerId by) {
            return new RecordUsage(grant, by, recordId, start, end, device, region, quantity);
        }
    }
}
