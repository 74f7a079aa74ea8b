package eu.tremplin.application.web.applications;

import eu.tremplin.application.commands.ConflictsOfInterest;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.StoredEvent;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.AccessLog;
import eu.tremplin.application.security.AccessLogEntry;
import eu.tremplin.application.security.AccessLogEntry.Kind;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.CorrelationId;
import eu.tremplin.application.security.Role;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.shared.PersonalText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows one application, to its applicant in public wording and to staff as it is. */
@RestController
@RequestMapping("/api/applications")
@Tag(name = "Applications")
final class ApplicationQueries {

    private final EventLog log;
    private final PersonalTextCipher cipher;
    private final AccessLog accessLog;
    private final ConflictsOfInterest conflicts;

    ApplicationQueries(EventLog log, PersonalTextCipher cipher, AccessLog accessLog, ConflictsOfInterest conflicts) {
        this.log = log;
        this.cipher = cipher;
        this.accessLog = accessLog;
        this.conflicts = conflicts;
    }

    @GetMapping("/{application}")
    @Operation(summary = "Look at an application; applicants see their own")
    ResponseEntity<ApplicationView> show(
            @PathVariable ApplicationId application, Caller caller, HttpServletRequest request) {
        boolean applicant =
                caller instanceof Caller.Applicant own && own.application().equals(application);
        if (!applicant) {
            caller.require(Role.PM, Role.CH, Role.LD);
        }
        List<StoredEvent> stream = log.readStream(application.value(), 0);
        ApplicationFile file = fold(stream);
        conflicts.requireNone(caller, application.value());
        // Before it is shown: what stands in it is personal, and its applicant may ask who has opened it.
        accessLog.record(new AccessLogEntry(
                caller.name(),
                null,
                Kind.READ,
                "application",
                null,
                application.value(),
                file.submitted().edition().value(),
                CorrelationId.of(request),
                Map.of()));
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (applicant) {
            return answer.body(view(file, file.stage().publicName(), null, null));
        }
        long version = stream.getLast().version();
        return answer.eTag(Long.toString(version)).body(view(file, file.stage().name(), file.reviews(), version));
    }

    private ApplicationFile fold(List<StoredEvent> stream) {
        if (stream.isEmpty() || !(stream.getFirst().event() instanceof ApplicationSubmitted submitted)) {
            throw Problem.because(EdgeReason.NOT_FOUND);
        }
        var file = ApplicationFile.opened(submitted);
        for (StoredEvent stored : stream) {
            file = file.after((ApplicationEvent) stored.event());
        }
        for (StoredEvent stored :
                log.readStream(CohortId.of(submitted.edition()).value(), 0)) {
            file = file.after((CohortEvent) stored.event());
        }
        return file;
    }

    private ApplicationView view(
            ApplicationFile file, String stage, @Nullable Integer reviews, @Nullable Long version) {
        ApplicationSubmitted submitted = file.submitted();
        return new ApplicationView(
                submitted.application().value(),
                submitted.edition().value(),
                submitted.startup().value(),
                stage,
                file.stage().publicWording(),
                file.offerExpiresAt(),
                submitted.receivedAt(),
                opened(submitted.contactName()),
                opened(submitted.contactEmail()),
                opened(submitted.pitch()),
                submitted.profile(),
                reviews,
                version);
    }

    private @Nullable String opened(PersonalText text) {
        return cipher.open(text).orElse(null);
    }
}
