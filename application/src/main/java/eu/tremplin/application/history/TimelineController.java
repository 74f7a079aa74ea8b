package eu.tremplin.application.history;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.DPO;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.security.Caller;
import eu.tremplin.domain.applications.ApplicationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has happened to one application, and what was refused: who, when, why. */
@RestController
@Tag(name = "History")
final class TimelineController {

    private final Timeline timeline;
    private final CompleteLog log;
    private final Reads reads;

    TimelineController(Timeline timeline, CompleteLog log, Reads reads) {
        this.timeline = timeline;
        this.log = log;
        this.reads = reads;
    }

    @GetMapping("/api/applications/{application}/timeline")
    @Operation(
            summary = "Everything that concerns one application, in order",
            description = "Its own events, those of its cohort, its participation and its grants; for auditors and the"
                    + " data-protection officer also what was refused. Reasons are shown to those who read personal"
                    + " text.")
    ResponseEntity<TimelinePage> page(
            @PathVariable ApplicationId application,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = Page.ABOUT_LIMIT) @RequestParam(required = false) @Nullable Integer limit,
            @RequestHeader(name = "Min-Log-Position", defaultValue = "0") long minLogPosition,
            Caller caller,
            HttpServletRequest request) {
        caller.require(AU, PM, DPO);
        log.upTo(minLogPosition);
        TimelinePage page = timeline.page(application, caller, after, Page.limit(limit));
        reads.read(request, caller, application.value(), Map.of());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Log-Position", Long.toString(page.upTo()))
                .body(page);
    }
}
