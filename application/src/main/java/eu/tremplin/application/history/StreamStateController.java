package eu.tremplin.application.history;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.DPO;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.commands.ConflictsOfInterest;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.vault.PersonalTextCipher;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one thing was at a moment, for those who check decisions by what was known then. */
@RestController
@Tag(name = "History")
final class StreamStateController {

    private static final String KNOWN_AT = "knownAt";

    private final StreamStates states;
    private final Moments moments;
    private final CompleteLog log;
    private final Reads reads;
    private final PersonalTextCipher cipher;
    private final ConflictsOfInterest conflicts;

    StreamStateController(
            StreamStates states,
            Moments moments,
            CompleteLog log,
            Reads reads,
            PersonalTextCipher cipher,
            ConflictsOfInterest conflicts) {
        this.states = states;
        this.moments = moments;
        this.log = log;
        this.reads = reads;
        this.cipher = cipher;
        this.conflicts = conflicts;
    }

    @GetMapping("/api/history/streams/{stream}/state")
    @Operation(
            summary = "What one thing was, as known at a moment",
            description = "Its events up to then, folded by its own rules. Personal text is shown to those who read it,"
                    + " and left out for others. Nothing is here that did not exist yet.")
    ResponseEntity<StreamState> state(
            @PathVariable UUID stream,
            @Parameter(description = "An instant that has passed, or a position of the log")
                    @RequestParam(required = false)
                    @Nullable
                    String knownAt,
            @RequestHeader(name = "Min-Log-Position", defaultValue = "0") long minLogPosition,
            Caller caller,
            HttpServletRequest request) {
        caller.require(AU, PM, DPO);
        long complete = log.upTo(minLogPosition);
        long position = knownAt == null ? complete : known(Moment.parse(knownAt, KNOWN_AT));
        var tree = new StateTree(
                text -> caller.readsPersonalText() ? cipher.open(text).orElse(null) : null);
        StreamState state =
                states.knownAt(stream, position, tree).orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
        conflicts.requireNone(caller, stream);
        reads.read(request, caller, stream, Map.of(KNOWN_AT, Long.toString(position)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Log-Position", Long.toString(position))
                .eTag(Long.toString(state.version()))
                .body(state);
    }

    private long known(Moment moment) {
        long position = moments.position(moment);
        log.upTo(position);
        return position;
    }
}
