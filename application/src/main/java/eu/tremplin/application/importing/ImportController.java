package eu.tremplin.application.importing;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Takes files of past cohorts. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Imports")
final class ImportController {

    private static final int MAX_MAPPING_LENGTH = 256 * 1024;
    private static final Set<String> PARAMETERS = Set.of("dryRun", "mapping");

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Import past cohorts from a CSV file",
            description = "Rows that are there already stay as they are, so the same file can be sent again.")
    ResponseEntity<ImportReport> post(
            @RequestPart Part file,
            @RequestPart Part mapping,
            @RequestParam(defaultValue = "false") boolean dryRun,
            CommandContext context,
            HttpServletRequest request)
            throws IOException {
        context.caller().require(Role.PM);
        requireNothingElse(request);
        var upload = new Upload(Objects.requireNonNullElse(file.getSubmittedFileName(), ""), file::getInputStream);
        ImportReport report = dryRun
                ? imports.rehearse(upload, mapping(mapping, request), context)
                : imports.run(upload, mapping(mapping, request), context);
        return ResponseEntity.ok()
                .headers(headers -> logPosition(report, headers))
                .body(report);
    }

    private static void logPosition(ImportReport report, HttpHeaders headers) {
        if (report.position() != null) {
            headers.set("Log-Position", report.position().toString());
        }
    }

    private static Mapping mapping(Part part, HttpServletRequest request) throws IOException {
        try (var json = part.getInputStream()) {
            return MappingReader.read(json.readNBytes(MAX_MAPPING_LENGTH + 1));
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException(
                    "The mapping cannot be read", e, new ServletServerHttpRequest(request));
        }
    }

    /** A misspelt {@code dryRun} would otherwise be the real thing. */
    private static void requireNothingElse(HttpServletRequest request) {
        for (String parameter : request.getParameterMap().keySet()) {
            if (!PARAMETERS.contains(parameter)) {
                throw Problem.because(EdgeReason.MALFORMED_PARAMETER, Map.of("parameter", parameter));
            }
        }
    }
}
