package eu.tremplin.application.web.credits;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.partners.PledgeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of credit pools. */
@RestController
@RequestMapping("/api/credit-pools")
@Tag(name = "Credits")
final class CreditPoolController {

    private final CommandDesk desk;

    CreditPoolController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Operation(summary = "Open the pool of a committed pledge")
    ResponseEntity<AcceptedAnswer> open(@RequestBody Open request, CommandContext context) {
        var pool = PoolId.of(request.pledge);
        return desk.create(context, "/api/credit-pools", pool, new OpenPool(pool, request.pledge));
    }

    record Open(PledgeId pledge) {}
}
