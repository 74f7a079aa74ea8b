package eu.tremplin.application.web.queries;

import static eu.tremplin.application.security.Role.AN;
import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.ReadModelStatus;
import eu.tremplin.application.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how the read models do. */
@RestController
@RequestMapping("/api/read-models")
@Tag(name = "Read models")
final class ReadModelController {

    private final Projecting projecting;

    ReadModelController(Projecting projecting) {
        this.projecting = projecting;
    }

    @GetMapping
    @Operation(summary = "How far each read model has come")
    Map<String, List<ReadModelStatus>> all(Caller caller) {
        caller.require(PM, AU, AN);
        return Map.of("items", projecting.status());
    }
}
