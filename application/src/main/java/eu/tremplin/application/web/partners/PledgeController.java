package eu.tremplin.application.web.partners;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.Callers;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.application.web.Text;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeCommand.CommitPledge;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.partners.PledgeCommand.ResumePledge;
import eu.tremplin.domain.partners.PledgeCommand.RevisePledge;
import eu.tremplin.domain.partners.PledgeCommand.SuspendPledge;
import eu.tremplin.domain.partners.PledgeCommand.WithdrawPledge;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.PersonalText;
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

    @PostMapping("/{pledge}/revise")
    @Operation(
            summary = "Change what is pledged, as the partner that gives it, with a reason",
            description = "All terms as they are from now on. Once its pool is open the unit stays and the amount is"
                    + " not below what has been allocated; once something has been, region and validity hold.")
    ResponseEntity<AcceptedAnswer> revise(
            @PathVariable PledgeId pledge, @RequestBody Revise request, CommandContext context) {
        return desk.send(context, pledge, request.command(pledge, context.caller()));
    }

    @PostMapping("/{pledge}/suspend")
    @Operation(
            summary = "Hold a pledge back, as the partner that gives it, with a reason",
            description = "Nothing more is allocated from it; what was allocated can be used.")
    ResponseEntity<AcceptedAnswer> suspend(
            @PathVariable PledgeId pledge, @RequestBody Because request, CommandContext context) {
        PartnerId partner = Callers.partnerOf(context.caller());
        return desk.send(context, pledge, new SuspendPledge(pledge, partner, request.text(context.caller())));
    }

    @PostMapping("/{pledge}/resume")
    @Operation(summary = "No longer hold a pledge back, as the partner that gives it")
    ResponseEntity<AcceptedAnswer> resume(@PathVariable PledgeId pledge, CommandContext context) {
        return desk.send(context, pledge, new ResumePledge(pledge, Callers.partnerOf(context.caller())));
    }

    @PostMapping("/{pledge}/withdraw")
    @Operation(
            summary = "Take a pledge back for good, as the partner that gives it, with a reason",
            description = "What was allocated stays with the startups; the rest goes back to the partner.")
    ResponseEntity<AcceptedAnswer> withdraw(
            @PathVariable PledgeId pledge, @RequestBody Because request, CommandContext context) {
        PartnerId partner = Callers.partnerOf(context.caller());
        return desk.send(context, pledge, new WithdrawPledge(pledge, partner, request.text(context.caller())));
    }

    record Revise(
            Amount amount,

            @Schema(example = "H100 cluster", description = "Which services it pays for")
            String scope,

            @Schema(example = "EU", description = "Region the resources are in")
            String residency,

            @Schema(example = "2027-09-01T00:00:00Z") Instant validFrom,
            @Schema(example = "2028-06-30T23:59:59Z") Instant validUntil,

            @Schema(example = "The cluster has grown.") String reason) {

        RevisePledge command(PledgeId pledge, Caller by) {
            return new RevisePledge(
                    pledge,
                    Callers.partnerOf(by),
                    new PledgeTerms(amount, scope, residency, validFrom, validUntil),
                    Text.of(by.person(), "reason", reason));
        }
    }

    record Because(
            @Schema(example = "The cluster is being rebuilt.")
            String reason) {

        PersonalText text(Caller by) {
            return Text.of(by.person(), "reason", reason);
        }
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
