package eu.tremplin.application.web;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.CH;
import static eu.tremplin.application.security.Role.DPO;
import static eu.tremplin.application.security.Role.LD;
import static eu.tremplin.application.security.Role.PM;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.tremplin.application.eventstore.Streams;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says of what nothing else shows at an address of its own that it is there, and at which version, for {@code
 * If-Match}.
 */
@RestController
@Tag(name = "Versions")
final class VersionController {

    private static final Map<String, String> AGGREGATE_TYPES = Map.of(
            "partners", "partners.Partner",
            "pledges", "partners.Pledge",
            "startups", "outcomes.Startup",
            "participations", "participations.Participation",
            "credit-grants", "credits.CreditGrant");

    private final Streams streams;

    VersionController(Streams streams) {
        this.streams = streams;
    }

    @GetMapping("/api/{collection:partners|pledges|startups|participations|credit-grants}/{id}")
    @Operation(summary = "Ask at which version something is")
    ResponseEntity<Standing> show(@PathVariable String collection, @PathVariable UUID id, Caller caller) {
        caller.require(PM, CH, LD, AU, DPO);
        Streams.Head head = streams.find(id)
                .filter(found -> found.aggregateType().equals(AGGREGATE_TYPES.get(collection)))
                .orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
        return ResponseEntity.ok()
                .eTag(Long.toString(head.version()))
                .body(new Standing(id, head.aggregateType(), head.edition().orElse(null), head.version()));
    }

    /** What something is, where it belongs, and its version. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(UUID id, String type, @Nullable UUID edition, long version) {}
}
