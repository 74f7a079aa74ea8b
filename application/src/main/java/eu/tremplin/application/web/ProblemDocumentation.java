package eu.tremplin.application.web;

import eu.tremplin.application.problems.Catalogue;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What stands behind the {@code type} of a problem document. */
@RestController
@Tag(name = "Problems")
final class ProblemDocumentation {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    @GetMapping("/problems/{code}")
    @Operation(summary = "Explain a problem by its code")
    ResponseEntity<String> explain(@PathVariable String code) {
        return Catalogue.find(code)
                .map(reason -> "%s (%s)%n%n%s%n"
                        .formatted(Catalogue.title(reason), Catalogue.status(reason), reason.explanation()))
                .map(text -> ResponseEntity.ok().contentType(TEXT).body(text))
                .orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
    }
}
