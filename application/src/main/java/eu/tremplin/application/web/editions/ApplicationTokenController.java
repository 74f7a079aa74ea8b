package eu.tremplin.application.web.editions;

import eu.tremplin.application.security.AccessLog;
import eu.tremplin.application.security.AccessLogEntry;
import eu.tremplin.application.security.ApplicantTokens;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.Role;
import eu.tremplin.application.web.CommandDesk;
import eu.tremplin.application.web.References;
import eu.tremplin.application.web.RequestStamp;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the tokens by which applicants apply and follow their application. */
@RestController
@RequestMapping("/api/editions")
@Tag(name = "Editions")
final class ApplicationTokenController {

    private final ApplicantTokens tokens;
    private final AccessLog accessLog;
    private final References references;
    private final CommandDesk desk;

    ApplicationTokenController(ApplicantTokens tokens, AccessLog accessLog, References references, CommandDesk desk) {
        this.tokens = tokens;
        this.accessLog = accessLog;
        this.references = references;
        this.desk = desk;
    }

    @PostMapping("/{edition}/application-tokens")
    @Operation(summary = "Issue a token for one startup's application, which does not exist yet")
    @ApiResponse(responseCode = "201", description = "Issued")
    ResponseEntity<Issued> issue(
            @PathVariable EditionId edition,
            @RequestBody Applying applying,
            Caller caller,
            HttpServletRequest request) {
        caller.require(Role.PM, Role.LD);
        references.requireAddressed(edition);
        references.require(applying.startup());
        var application = new ApplicationId(desk.freshId());
        accessLog.record(new AccessLogEntry(
                caller.name(),
                null,
                AccessLogEntry.Kind.TOKEN_ISSUED,
                "IssueApplicationToken",
                null,
                application.value(),
                edition.value(),
                RequestStamp.of(request).correlationId(),
                Map.of("startup", applying.startup().toString())));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Issued(
                        application,
                        edition,
                        applying.startup(),
                        tokens.issue(application, edition, applying.startup())));
    }

    /** Who is going to apply. */
    record Applying(StartupId startup) {}

    /**
     * A token that was issued.
     *
     * @param application id the application will have
     * @param token to be sent as {@code Authorization: Bearer …}
     */
    record Issued(ApplicationId application, EditionId edition, StartupId startup, String token) {}
}
