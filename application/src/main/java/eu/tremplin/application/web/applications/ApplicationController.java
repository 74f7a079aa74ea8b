package eu.tremplin.application.web.applications;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.security.ApplicantTokens;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.application.web.References;
import eu.tremplin.domain.applications.ApplicationCommand.AbstainReview;
import eu.tremplin.domain.applications.ApplicationCommand.AssignReviewer;
import eu.tremplin.domain.applications.ApplicationCommand.CheckEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.RecallAssignment;
import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.applications.ApplicationCommand.VoidReview;
import eu.tremplin.domain.applications.ApplicationCommand.WaiveEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.WithdrawApplication;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of an application until it is shortlisted. */
@RestController
@RequestMapping("/api/applications")
@Tag(name = "Applications")
final class ApplicationController {

    private final CommandDesk desk;
    private final References references;
    private final ApplicantTokens tokens;

    ApplicationController(CommandDesk desk, References references, ApplicantTokens tokens) {
        this.desk = desk;
        this.references = references;
        this.tokens = tokens;
    }

    @PostMapping
    @Operation(
            summary = "Apply",
            description =
                    "An applicant's token says which application of which startup this is, and to which edition. Staff"
                            + " who apply for somebody send On-Behalf-Of: applicant, name the edition, and are answered"
                            + " with the applicant's token.")
    ResponseEntity<SubmittedAnswer> submit(@RequestBody ApplicationRequests.Submit request, CommandContext context) {
        ApplicationId application = applicationOf(request, context.caller());
        EditionId edition = request.editionFor(context.caller());
        var response = desk.create(context, "/api/applications", application, request.command(application, edition));
        return ResponseEntity.status(response.getStatusCode())
                .headers(response.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(answer(Objects.requireNonNull(response.getBody()), edition, request.startup(), context.caller()));
    }

    private ApplicationId applicationOf(ApplicationRequests.Submit request, Caller caller) {
        return switch (caller) {
            // The startup was looked up when the token was issued, and holders of tokens need not learn of others.
            case Caller.Applicant applicant -> applicant.application();
            case Caller.User _, Caller.Policy _ -> {
                references.require(request.startup());
                yield new ApplicationId(desk.freshId());
            }
        };
    }

    private SubmittedAnswer answer(AcceptedAnswer accepted, EditionId edition, StartupId startup, Caller caller) {
        // After a repeated request the application is the first one, not the one whose id was drawn just now.
        var application = new ApplicationId(accepted.id());
        return new SubmittedAnswer(
                accepted.id(),
                accepted.version(),
                accepted.position(),
                caller instanceof Caller.Applicant ? null : tokens.issue(application, edition, startup));
    }

    @PostMapping("/{application}/withdraw")
    @Operation(summary = "Withdraw before the decision, with a reason")
    ResponseEntity<AcceptedAnswer> withdraw(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Because request,
            CommandContext context) {
        return desk.send(context, application, new WithdrawApplication(application, request.reason(application)));
    }

    @PostMapping("/{application}/check-eligibility")
    @Operation(summary = "Hold the application against the edition's eligibility rules")
    ResponseEntity<AcceptedAnswer> checkEligibility(@PathVariable ApplicationId application, CommandContext context) {
        return desk.send(context, application, new CheckEligibility(application));
    }

    @PostMapping("/{application}/waive-eligibility")
    @Operation(summary = "Let an ineligible application through, with a reason")
    ResponseEntity<AcceptedAnswer> waiveEligibility(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Because request,
            CommandContext context) {
        return desk.send(context, application, new WaiveEligibility(application, request.reason(application)));
    }

    @PostMapping("/{application}/assign-reviewer")
    @Operation(summary = "Assign a reviewer")
    ResponseEntity<AcceptedAnswer> assignReviewer(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Assign request,
            CommandContext context) {
        return desk.send(context, application, new AssignReviewer(application, request.reviewer()));
    }

    @PostMapping("/{application}/submit-review")
    @Operation(summary = "Hand in one's own review: every criterion of the rubric once")
    ResponseEntity<AcceptedAnswer> submitReview(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Review request,
            CommandContext context) {
        return desk.send(
                context,
                application,
                request.command(application, context.caller().person()));
    }

    @PostMapping("/{application}/revise-review")
    @Operation(summary = "Hand in one's own review anew, until the application is on the shortlist")
    ResponseEntity<AcceptedAnswer> reviseReview(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Review request,
            CommandContext context) {
        return desk.send(
                context,
                application,
                request.revision(application, context.caller().person()));
    }

    @PostMapping("/{application}/recall-assignment")
    @Operation(summary = "Take the application back from a reviewer who has not handed in, with a reason")
    ResponseEntity<AcceptedAnswer> recallAssignment(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.OfReviewer request,
            CommandContext context) {
        return desk.send(
                context,
                application,
                new RecallAssignment(application, request.reviewer(), request.reason(application)));
    }

    @PostMapping("/{application}/abstain-review")
    @Operation(summary = "Pass, as the assigned reviewer, with a reason")
    ResponseEntity<AcceptedAnswer> abstainReview(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Because request,
            CommandContext context) {
        return desk.send(
                context,
                application,
                new AbstainReview(application, context.caller().person(), request.reason(application)));
    }

    @PostMapping("/{application}/recuse-review")
    @Operation(
            summary = "Step out for a conflict of interest, as the assigned reviewer, with a reason",
            description =
                    "The conflict is declared by it. A review that was handed in counts for nothing from then on.")
    ResponseEntity<AcceptedAnswer> recuseReview(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Recusal request,
            CommandContext context) {
        return desk.send(
                context,
                application,
                request.command(application, context.caller().person()));
    }

    @PostMapping("/{application}/void-review")
    @Operation(
            summary = "Have a review count for nothing, with a reason",
            description = "It stays to be seen, struck through. Without it the quorum is counted again: an application"
                    + " that misses it on the shortlist is under review again.")
    ResponseEntity<AcceptedAnswer> voidReview(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.OfReviewer request,
            CommandContext context) {
        return desk.send(
                context, application, new VoidReview(application, request.reviewer(), request.reason(application)));
    }

    @PostMapping("/{application}/shortlist")
    @Operation(summary = "Put it on the shortlist, once the quorum of reviews is met")
    ResponseEntity<AcceptedAnswer> shortlist(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Shortlist request,
            CommandContext context) {
        return desk.send(context, application, new ShortlistApplication(application, request.rank()));
    }
}
