package eu.tremplin.application.web.queries;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.projecting.ParkedEvent;
import eu.tremplin.application.projecting.ParkedEvents;
import eu.tremplin.application.projecting.ParkedEvents.Retried;
import eu.tremplin.application.security.Caller;
import eu.tremplin.domain.shared.InvalidValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what read models could not handle, and has it tried again or skipped. */
@RestController
@RequestMapping("/api/read-models/{name}/parked")
@Tag(name = "Read models")
final class ParkedEventsController {

    private static final int LONGEST_REASON = 500;

    private final ParkedEvents parked;

    ParkedEventsController(ParkedEvents parked) {
        this.parked = parked;
    }

    @GetMapping
    @Operation(
            summary = "What a read model could not handle",
            description = "With what waits behind it in its stream, by generation and in the order of the log.")
    Map<String, List<ParkedEvent>> all(@PathVariable String name, Caller caller) {
        caller.require(PM, AU);
        return Map.of("items", found(parked.list(name)));
    }

    @PostMapping("/retry")
    @Operation(
            summary = "Tries again whatever a read model has parked",
            description = "Of each stream in order, up to the first event that fails again.")
    Retried retryAll(@PathVariable String name, Caller caller) {
        caller.require(PM);
        return found(parked.retry(name));
    }

    @PostMapping("/{position}/retry")
    @Operation(summary = "Tries again what is parked of an event's stream, from its first event on")
    Retried retry(@PathVariable String name, @PathVariable long position, Caller caller) {
        caller.require(PM);
        return found(parked.retry(name, position));
    }

    @PostMapping("/{position}/skip")
    @Operation(
            summary = "Decides that an event is not to be in a read model",
            description = "For good and in every generation; what is parked behind it is tried again.")
    Retried skip(@PathVariable String name, @PathVariable long position, @RequestBody Skip skip, Caller caller) {
        caller.require(PM);
        return found(parked.skip(name, position, skip.checkedReason(), caller.name()));
    }

    private static <T> T found(Optional<T> answer) {
        return answer.orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
    }

    /**
     * A decision.
     *
     * @param reason why it is taken, in words of whoever takes it
     */
    record Skip(@Nullable String reason) {

        private String checkedReason() {
            String given = reason == null ? "" : reason.strip();
            InvalidValue.unless(
                    !given.isEmpty() && given.length() <= LONGEST_REASON,
                    "reason",
                    "must be given in at most " + LONGEST_REASON + " characters");
            return given;
        }
    }
}
