package eu.tremplin.application.web.participations;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.commands.Ownership;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.application.web.Text;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.participations.Assessment;
import eu.tremplin.domain.participations.MilestoneKind;
import eu.tremplin.domain.participations.ParticipationCommand.AssessMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.CompleteOnboardingTask;
import eu.tremplin.domain.participations.ParticipationCommand.EnrolStartup;
import eu.tremplin.domain.participations.ParticipationCommand.GraduateStartup;
import eu.tremplin.domain.participations.ParticipationCommand.PlanMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.ReportMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.WaiveMilestone;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.PersonalText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of participations. */
@RestController
@RequestMapping("/api/participations")
@Tag(name = "Participations")
final class ParticipationController {

    private final CommandDesk desk;
    private final Ownership ownership;

    ParticipationController(CommandDesk desk, Ownership ownership) {
        this.desk = desk;
        this.ownership = ownership;
    }

    @PostMapping
    @Operation(summary = "Enrol a startup that has accepted its offer, where that has not happened by itself")
    ResponseEntity<AcceptedAnswer> enrol(@RequestBody Enrol request, CommandContext context) {
        var participation = ParticipationId.of(request.application);
        return desk.create(
                context, "/api/participations", participation, new EnrolStartup(participation, request.application));
    }

    @PostMapping("/{participation}/complete-onboarding-task")
    @Operation(summary = "Complete a task of the onboarding")
    ResponseEntity<AcceptedAnswer> completeOnboardingTask(
            @PathVariable ParticipationId participation, @RequestBody OnboardingTask request, CommandContext context) {
        return desk.send(context, participation, new CompleteOnboardingTask(participation, request.task));
    }

    @PostMapping("/{participation}/plan-milestone")
    @Operation(summary = "Plan a milestone")
    ResponseEntity<AcceptedAnswer> planMilestone(
            @PathVariable ParticipationId participation, @RequestBody Milestone request, CommandContext context) {
        return desk.send(
                context,
                participation,
                new PlanMilestone(participation, request.milestone, request.kind, request.mandatory, request.due));
    }

    @PostMapping("/{participation}/report-milestone")
    @Operation(summary = "Report on a milestone")
    ResponseEntity<AcceptedAnswer> reportMilestone(
            @PathVariable ParticipationId participation, @RequestBody MilestoneReport request, CommandContext context) {
        PersonalText report = aboutContact(participation, "report", request.report);
        return desk.send(context, participation, new ReportMilestone(participation, request.milestone, report));
    }

    @PostMapping("/{participation}/assess-milestone")
    @Operation(summary = "Judge a reported milestone as met or missed")
    ResponseEntity<AcceptedAnswer> assessMilestone(
            @PathVariable ParticipationId participation, @RequestBody MilestoneResult request, CommandContext context) {
        return desk.send(
                context, participation, new AssessMilestone(participation, request.milestone, request.assessment));
    }

    @PostMapping("/{participation}/waive-milestone")
    @Operation(summary = "Do without a milestone, with a reason")
    ResponseEntity<AcceptedAnswer> waiveMilestone(
            @PathVariable ParticipationId participation, @RequestBody MilestoneWaiver request, CommandContext context) {
        PersonalText reason = aboutContact(participation, "reason", request.reason);
        return desk.send(context, participation, new WaiveMilestone(participation, request.milestone, reason));
    }

    @PostMapping("/{participation}/allocate-credits")
    @Operation(summary = "Allocate credits of a pool to the startup, as a grant")
    ResponseEntity<AcceptedAnswer> allocateCredits(
            @PathVariable ParticipationId participation, @RequestBody Allocation request, CommandContext context) {
        var grant = new GrantId(desk.freshId());
        return desk.create(context, "/api/credit-grants", grant, request.command(grant, participation));
    }

    @PostMapping("/{participation}/graduate")
    @Operation(summary = "Graduate the startup")
    ResponseEntity<AcceptedAnswer> graduate(@PathVariable ParticipationId participation, CommandContext context) {
        return desk.send(context, participation, new GraduateStartup(participation));
    }

    private PersonalText aboutContact(ParticipationId participation, String field, String value) {
        return Text.of(ownership.applicationOf(participation).contact(), field, value);
    }

    record Enrol(ApplicationId application) {}

    record OnboardingTask(
            @Schema(example = "Sign the participation agreement")
            String task) {}

    record Milestone(
            @Schema(example = "Final report", description = "Unique within the participation")
            String milestone,

            @Schema(example = "FINAL_REPORT") MilestoneKind kind,
            boolean mandatory,
            @Schema(example = "2028-02-15") LocalDate due) {}

    record MilestoneReport(
            @Schema(example = "Final report") String milestone,
            @Schema(example = "The robot walks.") String report) {}

    record MilestoneResult(@Schema(example = "Final report") String milestone, Assessment assessment) {}

    record MilestoneWaiver(
            @Schema(example = "Demo video") String milestone,

            @Schema(example = "The customer asked for secrecy.")
            String reason) {}

    record Allocation(
            PoolId pool,
            Amount amount,
            @Schema(example = "H100 cluster") String scope,
            @Schema(example = "2027-10-01T00:00:00Z") Instant start,
            @Schema(example = "2028-01-31T23:59:59Z") Instant expiry) {

        AllocateCredits command(GrantId grant, ParticipationId participation) {
            return new AllocateCredits(pool, grant, participation, amount, scope, start, expiry);
        }
    }
}
