package eu.tremplin.application.history;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.DPO;

import eu.tremplin.application.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was refused, read and exported, for those who check it. */
@RestController
@RequestMapping("/api/access-log")
@Tag(name = "History")
final class AccessLogController {

    private final AccessHistory history;
    private final Reads reads;
    private final NdjsonWriter ndjson;

    AccessLogController(AccessHistory history, Reads reads, NdjsonWriter ndjson) {
        this.history = history;
        this.reads = reads;
        this.ndjson = ndjson;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every line, by page", description = "As application/x-ndjson: all of them, one a line.")
    Page<AccessLine> page(
            @ParameterObject AccessFilter filter,
            @RequestParam(defaultValue = "0") long after,
            @Parameter(description = Page.ABOUT_LIMIT) @RequestParam(required = false) @Nullable Integer limit,
            Caller caller,
            HttpServletRequest request) {
        caller.require(AU, DPO);
        int lines = Page.limit(limit);
        reads.read(request, caller, filter.stream(), filter.inWords());
        return Page.of(history.read(filter, after, Long.MAX_VALUE, lines), lines, AccessLine::id);
    }

    @GetMapping(produces = NdjsonWriter.MEDIA_TYPE)
    void export(
            @ParameterObject AccessFilter filter,
            @RequestParam(defaultValue = "0") long after,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        caller.require(AU, DPO);
        Page.requireNoLimit(request);
        long last = history.last();
        reads.exported(request, caller, filter.inWords(), last);
        ndjson.write(response, after, (id, limit) -> history.read(filter, id, last, limit), AccessLine::id);
    }
}
