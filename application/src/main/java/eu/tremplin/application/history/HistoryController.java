package eu.tremplin.application.history;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.DPO;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.commands.ConflictsOfInterest;
import eu.tremplin.application.eventstore.Streams;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log, for those who check it. */
@RestController
@RequestMapping("/api/history")
@Tag(name = "History")
final class HistoryController {

    private final History history;
    private final CompleteLog log;
    private final Streams streams;
    private final Reads reads;
    private final NdjsonWriter ndjson;
    private final ConflictsOfInterest conflicts;

    HistoryController(
            History history,
            CompleteLog log,
            Streams streams,
            Reads reads,
            NdjsonWriter ndjson,
            ConflictsOfInterest conflicts) {
        this.history = history;
        this.log = log;
        this.streams = streams;
        this.reads = reads;
        this.ndjson = ndjson;
        this.conflicts = conflicts;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every event, by page", description = "As application/x-ndjson: all of them, one a line.")
    ResponseEntity<Page<RecordedEvent>> page(
            @ParameterObject HistoryFilter filter,
            @RequestParam(defaultValue = "0") long after,
            @Parameter(description = Page.ABOUT_LIMIT) @RequestParam(required = false) @Nullable Integer limit,
            @RequestHeader(name = "Min-Log-Position", defaultValue = "0") long minLogPosition,
            Caller caller,
            HttpServletRequest request) {
        caller.require(AU, PM, DPO);
        requireNotWithheld(caller, filter);
        int lines = Page.limit(limit);
        long complete = log.upTo(minLogPosition);
        reads.read(request, caller, filter.stream(), filter.inWords());
        return ResponseEntity.ok()
                .header("Log-Position", Long.toString(complete))
                .body(Page.of(history.read(filter, after, complete, lines), lines, RecordedEvent::position));
    }

    @GetMapping(produces = NdjsonWriter.MEDIA_TYPE)
    void export(
            @ParameterObject HistoryFilter filter,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Min-Log-Position", defaultValue = "0") long minLogPosition,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        caller.require(AU, PM, DPO);
        requireNotWithheld(caller, filter);
        Page.requireNoLimit(request);
        long complete = log.upTo(minLogPosition);
        reads.exported(request, caller, filter.inWords(), complete);
        response.setHeader("Log-Position", Long.toString(complete));
        ndjson.write(
                response, after, (last, limit) -> history.read(filter, last, complete, limit), RecordedEvent::position);
    }

    @GetMapping(path = "/streams/{stream}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Everything that happened to one thing")
    ResponseEntity<Page<RecordedEvent>> stream(
            @PathVariable UUID stream,
            @RequestParam(defaultValue = "0") long after,
            @Parameter(description = Page.ABOUT_LIMIT) @RequestParam(required = false) @Nullable Integer limit,
            @RequestHeader(name = "Min-Log-Position", defaultValue = "0") long minLogPosition,
            Caller caller,
            HttpServletRequest request) {
        caller.require(AU, PM, DPO);
        int lines = Page.limit(limit);
        long complete = log.upTo(minLogPosition);
        long version = streams.versionOf(stream).orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
        conflicts.requireNone(caller, stream);
        reads.read(request, caller, stream, HistoryFilter.ofStream(stream).inWords());
        return ResponseEntity.ok()
                .header("Log-Position", Long.toString(complete))
                .eTag(Long.toString(version))
                .body(Page.of(
                        history.read(HistoryFilter.ofStream(stream), after, complete, lines),
                        lines,
                        RecordedEvent::position));
    }

    /** Whoever checks the whole log checks all of it; one application by itself is withheld like its file. */
    private void requireNotWithheld(Caller caller, HistoryFilter filter) {
        UUID stream = filter.stream();
        if (stream != null) {
            conflicts.requireNone(caller, stream);
        }
    }
}
