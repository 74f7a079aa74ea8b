package eu.tremplin.application.web.partners;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.domain.partners.PartnerCommand.InvitePartner;
import eu.tremplin.domain.partners.PartnerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of partners. */
@RestController
@RequestMapping("/api/partners")
@Tag(name = "Partners")
final class PartnerController {

    private final CommandDesk desk;

    PartnerController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Operation(summary = "Invite an organisation to give resources")
    ResponseEntity<AcceptedAnswer> invite(@RequestBody Invite request, CommandContext context) {
        var partner = new PartnerId(desk.freshId());
        return desk.create(
                context, "/api/partners", partner, new InvitePartner(partner, request.name, request.legalSeat));
    }

    record Invite(
            @Schema(example = "Scaleway") String name,

            @Schema(example = "FR", description = "ISO 3166 alpha-2 code")
            String legalSeat) {}
}
