package eu.tremplin.application.web.editions;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.application.web.References;
import eu.tremplin.domain.editions.Deadlines;
import eu.tremplin.domain.editions.EditionCommand.AdoptPolicy;
import eu.tremplin.domain.editions.EditionCommand.CloseCall;
import eu.tremplin.domain.editions.EditionCommand.EndEdition;
import eu.tremplin.domain.editions.EditionCommand.OpenCall;
import eu.tremplin.domain.editions.EditionCommand.PublishRubric;
import eu.tremplin.domain.editions.EditionCommand.SetCap;
import eu.tremplin.domain.editions.EditionCommand.SetDeadlines;
import eu.tremplin.domain.editions.EditionCommand.StartEdition;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.editions.Rubric;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of an edition. */
@RestController
@RequestMapping("/api/editions")
@Tag(name = "Editions")
final class EditionController {

    private final CommandDesk desk;
    private final References references;

    EditionController(CommandDesk desk, References references) {
        this.desk = desk;
        this.references = references;
    }

    @PostMapping
    @Operation(summary = "Plan an edition")
    ResponseEntity<AcceptedAnswer> plan(@RequestBody EditionRequests.Plan request, CommandContext context) {
        var edition = new EditionId(desk.freshId());
        return desk.create(context, "/api/editions", edition, request.command(edition));
    }

    @PostMapping("/{edition}/publish-rubric")
    @Operation(summary = "Publish what reviewers score")
    ResponseEntity<AcceptedAnswer> publishRubric(
            @PathVariable EditionId edition, @RequestBody Rubric rubric, CommandContext context) {
        return desk.send(context, edition, new PublishRubric(edition, rubric));
    }

    @PostMapping("/{edition}/adopt-policy")
    @Operation(summary = "Adopt quorum, offer period, eligibility and onboarding tasks")
    ResponseEntity<AcceptedAnswer> adoptPolicy(
            @PathVariable EditionId edition, @RequestBody Policy policy, CommandContext context) {
        return desk.send(context, edition, new AdoptPolicy(edition, policy));
    }

    @PostMapping("/{edition}/set-deadlines")
    @Operation(summary = "Set the three instants of the call, each inclusive")
    ResponseEntity<AcceptedAnswer> setDeadlines(
            @PathVariable EditionId edition, @RequestBody Deadlines deadlines, CommandContext context) {
        return desk.send(context, edition, new SetDeadlines(edition, deadlines));
    }

    @PostMapping("/{edition}/set-cap")
    @Operation(
            summary = "Limit how many submissions the call takes; whichever comes first, cap or deadline, closes it",
            description = "Once the call has been opened, a cap can only be raised, or lifted by leaving it out.")
    ResponseEntity<AcceptedAnswer> setCap(
            @PathVariable EditionId edition, @RequestBody EditionRequests.Limit request, CommandContext context) {
        return desk.send(context, edition, new SetCap(edition, request.cap()));
    }

    @PostMapping("/{edition}/open-call")
    @Operation(summary = "Open the call")
    ResponseEntity<AcceptedAnswer> openCall(@PathVariable EditionId edition, CommandContext context) {
        return desk.send(context, edition, new OpenCall(edition));
    }

    @PostMapping("/{edition}/extend-deadline")
    @Operation(summary = "Move the deadline later, with a reason")
    ResponseEntity<AcceptedAnswer> extendDeadline(
            @PathVariable EditionId edition, @RequestBody EditionRequests.Extend request, CommandContext context) {
        return desk.send(
                context, edition, request.command(edition, context.caller().person()));
    }

    @PostMapping("/{edition}/close-call")
    @Operation(summary = "Close the call; what was submitted stays")
    ResponseEntity<AcceptedAnswer> closeCall(@PathVariable EditionId edition, CommandContext context) {
        return desk.send(context, edition, new CloseCall(edition));
    }

    @PostMapping("/{edition}/reopen-call")
    @Operation(
            summary = "Open the closed call again, with a reason",
            description = "The deadlines are no earlier than they were, and the enforced one is still to come. Of a"
                    + " call that has reached its cap, raise or lift the cap first.")
    ResponseEntity<AcceptedAnswer> reopenCall(
            @PathVariable EditionId edition, @RequestBody EditionRequests.Reopen request, CommandContext context) {
        return desk.send(
                context, edition, request.command(edition, context.caller().person()));
    }

    @PostMapping("/{edition}/grant-deadline-override")
    @Operation(summary = "Let one startup submit later, with a reason")
    ResponseEntity<AcceptedAnswer> grantDeadlineOverride(
            @PathVariable EditionId edition,
            @RequestBody EditionRequests.GrantOverride request,
            CommandContext context) {
        references.require(request.startup());
        return desk.send(
                context, edition, request.command(edition, context.caller().person()));
    }

    @PostMapping("/{edition}/revoke-deadline-override")
    @Operation(summary = "Take one startup's later deadline back, with a reason")
    ResponseEntity<AcceptedAnswer> revokeDeadlineOverride(
            @PathVariable EditionId edition,
            @RequestBody EditionRequests.RevokeOverride request,
            CommandContext context) {
        references.require(request.startup());
        return desk.send(
                context, edition, request.command(edition, context.caller().person()));
    }

    @PostMapping("/{edition}/start")
    @Operation(summary = "Start the edition")
    ResponseEntity<AcceptedAnswer> start(@PathVariable EditionId edition, CommandContext context) {
        return desk.send(context, edition, new StartEdition(edition));
    }

    @PostMapping("/{edition}/end")
    @Operation(summary = "End the edition")
    ResponseEntity<AcceptedAnswer> end(@PathVariable EditionId edition, CommandContext context) {
        return desk.send(context, edition, new EndEdition(edition));
    }

    @PostMapping("/{edition}/cancel")
    @Operation(
            summary = "Give the edition up before it starts, with a reason",
            description = "All its seats must be free. What was submitted stays and can be withdrawn; nothing is"
                    + " checked, reviewed or decided any more.")
    ResponseEntity<AcceptedAnswer> cancel(
            @PathVariable EditionId edition, @RequestBody EditionRequests.Cancel request, CommandContext context) {
        return desk.send(
                context, edition, request.command(edition, context.caller().person()));
    }
}
