package eu.tremplin.application.web.applications;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.commands.Ownership;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.application.web.References;
import eu.tremplin.application.web.Text;
import eu.tremplin.domain.applications.ConflictKind;
import eu.tremplin.domain.applications.ConflictRule;
import eu.tremplin.domain.applications.ReviewerCommand.AcceptCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.ChangeCapacity;
import eu.tremplin.domain.applications.ReviewerCommand.ClearConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclineCommitment;
import eu.tremplin.domain.applications.ReviewerCommand.DetectConflicts;
import eu.tremplin.domain.applications.ReviewerCommand.InviteReviewer;
import eu.tremplin.domain.applications.ReviewerCommand.PinNonConflict;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.applications.ReviewerCommand.Tie;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final Ownership ownership;

    ReviewerController(CommandDesk desk, References references, Ownership ownership) {
        this.desk = desk;
        this.references = references;
        this.ownership = ownership;
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
    @Operation(
            summary = "Declare a conflict of interest with a startup, one's own or one that was learned of",
            description =
                    "While the tie lasts, and after its end for as long as the rules say: a year after employment,"
                            + " four after a collaboration, for life in a family and between advisor and advised.")
    ResponseEntity<AcceptedAnswer> declareConflict(
            @PathVariable ReviewerId reviewer, @RequestBody Conflict request, CommandContext context) {
        references.require(request.startup);
        return desk.send(
                context, reviewer, new DeclareConflict(reviewer, request.startup, request.kind, request.endedOn));
    }

    @PostMapping("/{reviewer}/detect-conflicts")
    @Operation(
            summary = "Hold what was found out about a reviewer against the rules",
            description = "Each tie that is a conflict of interest today, and neither known nor pinned nor cleared, is"
                    + " detected with its rule and its evidence.")
    ResponseEntity<AcceptedAnswer> detectConflicts(
            @PathVariable ReviewerId reviewer, @RequestBody Found request, CommandContext context) {
        request.ties.forEach(tie -> references.require(tie.startup));
        PersonId person = ownership.personOf(reviewer);
        return desk.send(
                context,
                reviewer,
                new DetectConflicts(
                        reviewer,
                        request.ties.stream().map(tie -> tie.about(person)).toList()));
    }

    @PostMapping("/{reviewer}/pin-non-conflict")
    @Operation(
            summary = "State that nothing that is detected between reviewer and startup is a conflict, with a reason")
    ResponseEntity<AcceptedAnswer> pinNonConflict(
            @PathVariable ReviewerId reviewer, @RequestBody NonConflict request, CommandContext context) {
        references.require(request.startup);
        PersonalText reason = Text.of(ownership.personOf(reviewer), "reason", request.reason);
        return desk.send(context, reviewer, new PinNonConflict(reviewer, request.startup, reason));
    }

    @PostMapping("/{reviewer}/clear-conflict")
    @Operation(summary = "State that a conflict that was declared or detected is none, with a reason")
    ResponseEntity<AcceptedAnswer> clearConflict(
            @PathVariable ReviewerId reviewer, @RequestBody Cleared request, CommandContext context) {
        references.require(request.startup);
        PersonalText reason = Text.of(ownership.personOf(reviewer), "reason", request.reason);
        return desk.send(context, reviewer, new ClearConflict(reviewer, request.startup, request.kind, reason));
    }

    record Invite(
            EditionId edition,

            @Schema(description = "The person behind a user, as the users say it")
            PersonId person) {}

    record Commitment(
            @Schema(example = "20", description = "Applications to read at most")
            int capacity) {}

    record Conflict(
            StartupId startup,
            ConflictKind kind,

            @Schema(description = "Last day of the tie; left out while it lasts") @Nullable
            LocalDate endedOn) {}

    record Found(List<FoundTie> ties) {}

    record FoundTie(
            StartupId startup,
            ConflictRule rule,

            @Schema(example = "doi:10.21105/joss.00264", description = "Where it is known from")
            String evidence,

            @Schema(description = "Last day of the tie, such as that of the last paper; left out while it lasts")
            @Nullable
            LocalDate endedOn) {

        Tie about(PersonId reviewer) {
            return new Tie(startup, rule, Text.of(reviewer, "evidence", evidence), endedOn);
        }
    }

    record NonConflict(
            StartupId startup,

            @Schema(example = "The author is somebody else of that name.")
            String reason) {}

    record Cleared(
            StartupId startup,
            ConflictKind kind,

            @Schema(example = "They sold their shares before.")
            String reason) {}
}
