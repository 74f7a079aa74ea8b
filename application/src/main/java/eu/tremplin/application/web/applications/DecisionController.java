package eu.tremplin.application.web.applications;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.commands.Ownership;
import eu.tremplin.application.web.AcceptedAnswer;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortCommand.AcceptOffer;
import eu.tremplin.domain.cohorts.CohortCommand.AdmitApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineOffer;
import eu.tremplin.domain.cohorts.CohortCommand.ExpireOffer;
import eu.tremplin.domain.cohorts.CohortCommand.LeaveWaitlist;
import eu.tremplin.domain.cohorts.CohortCommand.WaitlistApplication;
import eu.tremplin.domain.cohorts.CohortId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is decided about an application, and how the startup answers; the seats are its edition's cohort. */
@RestController
@RequestMapping("/api/applications")
@Tag(name = "Applications")
final class DecisionController {

    private final CommandDesk desk;
    private final Ownership ownership;

    DecisionController(CommandDesk desk, Ownership ownership) {
        this.desk = desk;
        this.ownership = ownership;
    }

    @PostMapping("/{application}/admit")
    @Operation(summary = "Admit: decide, publish and offer a seat in one transaction")
    ResponseEntity<AcceptedAnswer> admit(@PathVariable ApplicationId application, CommandContext context) {
        return desk.send(context, application, new AdmitApplication(cohortOf(application), application));
    }

    @PostMapping("/{application}/waitlist")
    @Operation(summary = "Put it on the waitlist")
    ResponseEntity<AcceptedAnswer> waitlist(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Waitlist request,
            CommandContext context) {
        return desk.send(
                context, application, new WaitlistApplication(cohortOf(application), application, request.rank()));
    }

    @PostMapping("/{application}/decline")
    @Operation(summary = "Decline the application")
    ResponseEntity<AcceptedAnswer> decline(@PathVariable ApplicationId application, CommandContext context) {
        return desk.send(context, application, new DeclineApplication(cohortOf(application), application));
    }

    @PostMapping("/{application}/accept-offer")
    @Operation(summary = "Accept the offered seat")
    ResponseEntity<AcceptedAnswer> acceptOffer(@PathVariable ApplicationId application, CommandContext context) {
        return desk.send(context, application, new AcceptOffer(cohortOf(application), application));
    }

    @PostMapping("/{application}/decline-offer")
    @Operation(summary = "Decline the offered seat, which goes to the lowest waiting rank at once")
    ResponseEntity<AcceptedAnswer> declineOffer(
            @PathVariable ApplicationId application,
            @RequestBody ApplicationRequests.Because request,
            CommandContext context) {
        return desk.send(
                context,
                application,
                new DeclineOffer(cohortOf(application), application, request.reason(application)));
    }

    @PostMapping("/{application}/expire-offer")
    @Operation(summary = "Let an offer that was not answered in time expire")
    ResponseEntity<AcceptedAnswer> expireOffer(@PathVariable ApplicationId application, CommandContext context) {
        return desk.send(context, application, new ExpireOffer(cohortOf(application), application));
    }

    @PostMapping("/{application}/leave-waitlist")
    @Operation(summary = "Leave the waitlist")
    ResponseEntity<AcceptedAnswer> leaveWaitlist(@PathVariable ApplicationId application, CommandContext context) {
        return desk.send(context, application, new LeaveWaitlist(cohortOf(application), application));
    }

    private CohortId cohortOf(ApplicationId application) {
        return CohortId.of(ownership.editionOf(application));
    }
}
