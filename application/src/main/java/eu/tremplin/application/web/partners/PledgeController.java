package eu.tremplin.application.web.partners;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.Callers;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeCommand.CommitPledge;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.partners.PledgeTerms;
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

/** What is asked of pledges. */
@RestController
@RequestMapping("/api/pledges")
@Tag(name = "Partners")
final class PledgeController {

    private final CommandDesk desk;

    PledgeController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Operation(summary = "Propose what a partner gives to an edition")
    ResponseEntity<AcceptedAnswer> propose(@RequestBody Propose request, CommandContext context) {
        var pledge = new PledgeId(desk.freshId());
        return desk.create(context, "/api/pledges", pledge, request.command(pledge));
    }

    @PostMapping("/{pledge}/commit")
    @Operation(summary = "Commit a pledge, as the partner that gives it")
    ResponseEntity<AcceptedAnswer> commit(@PathVariable PledgeId pledge, CommandContext context) {
        return desk.send(context, pledge, new CommitPledge(pledge, Callers.partnerOf(context.caller())));
    }

    record Propose(
            PartnerId partner,
            EditionId edition,
            Amount amount,

            @Schema(example = "H100 cluster", description = "Which services it pays for")
            String scope,

            @Schema(example = "EU", description = "Region the resources are in")
            String residency,

            @Schema(example = "2027-09-01T00:00:00Z") Instant validFrom,
            @Schema(example = "2028-02-29T23:59:59Z") Instant validUntil) {

        ProposePledge command(PledgeId pledge) {
            return new ProposePledge(
                    pledge, partner, edition, new PledgeTerms(amount, scope, residency, validFrom, validUntil));
        }
    }
}
