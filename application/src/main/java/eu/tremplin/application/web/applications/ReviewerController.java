package eu.tremplin.application.web.applications;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.application.web.References;
import eu.tremplin.domain.applications.ConflictKind;
import eu.tremplin.domain.applications.ReviewerCommand.AcceptCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.ChangeCapacity;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclineCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.InviteReviewer;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of reviewers: one person's commitment to one edition. */
@RestController
@RequestMapping("/api/reviewers")
@Tag(name = "Reviewers")
final class ReviewerController {

    private final CommandDesk desk;
    private final References references;

    ReviewerController(CommandDesk desk, References references) {
        this.desk = desk;
        this.references = references;
    }

    @PostMapping
    @Operation(summary = "Invite a person to review for an edition")
    ResponseEntity<AcceptedAnswer> invite(@RequestBody Invite request, CommandContext context) {
        var reviewer = ReviewerId.of(request.edition, request.person);
        return desk.create(
                context, "/api/reviewers", reviewer, new InviteReviewer(reviewer, request.edition, request.person));
    }

    @PostMapping("/{reviewer}/accept-commitment")
    @Operation(summary = "Accept to review, as the invited person")
    ResponseEntity<AcceptedAnswer> acceptCommitment(
            @PathVariable ReviewerId reviewer, @RequestBody Commitment request, CommandContext context) {
        return desk.send(
                context,
                reviewer,
                new AcceptCommitment(reviewer, context.caller().person(), request.capacity));
    }

    @PostMapping("/{reviewer}/decline-commitment")
    @Operation(summary = "Decline to review, as the invited person; who changes their mind can still accept")
    ResponseEntity<AcceptedAnswer> declineCommitment(@PathVariable ReviewerId reviewer, CommandContext context) {
        return desk.send(
                context,
                reviewer,
                new DeclineCommitment(reviewer, context.caller().person()));
    }

    @PostMapping("/{reviewer}/change-capacity")
    @Operation(summary = "Read more or fewer applications, but no fewer than are already taken")
    ResponseEntity<AcceptedAnswer> changeCapacity(
            @PathVariable ReviewerId reviewer, @RequestBody Commitment request, CommandContext context) {
        return desk.send(context, reviewer, new ChangeCapacity(reviewer, request.capacity));
    }

    @PostMapping("/{reviewer}/release")
    @Operation(summary = "Give a reviewer nothing more to read; reviews already submitted stay")
    ResponseEntity<AcceptedAnswer> release(@PathVariable ReviewerId reviewer, CommandContext context) {
        return desk.send(context, reviewer, new ReleaseReviewer(reviewer));
    }

    @PostMapping("/{reviewer}/declare-conflict")
    @Operation(summary = "Declare a conflict of interest with a startup, one's own or one that was learned of")
    ResponseEntity<AcceptedAnswer> declareConflict(
            @PathVariable ReviewerId reviewer, @RequestBody Conflict request, CommandContext context) {
        references.require(request.startup);
        return desk.send(context, reviewer, new DeclareConflict(reviewer, request.startup, request.kind));
    }

    record Invite(
            EditionId edition,

            @Schema(description = "The person behind a user, as the users say it")
            PersonId person) {}

    record Commitment(
            @Schema(example = "20", description = "Applications to read at most")
            int capacity) {}

    record Conflict(StartupId startup, ConflictKind kind) {}
}
