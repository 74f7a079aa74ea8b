package eu.tremplin.application.web.queries;

import static eu.tremplin.application.security.Role.AN;
import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.projecting.rebuild.RebuildProgress;
import eu.tremplin.application.projecting.rebuild.RebuildRefused;
import eu.tremplin.application.projecting.rebuild.Rebuilding;
import eu.tremplin.application.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Has a read model built anew beside the live rows, and the live rows changed for those. */
@RestController
@RequestMapping("/api/read-models/{name}")
@Tag(name = "Read models")
final class RebuildController {

    private final Rebuilding rebuilding;

    RebuildController(Rebuilding rebuilding) {
        this.rebuilding = rebuilding;
    }

    @PostMapping("/rebuild")
    @Operation(
            summary = "Builds a read model anew",
            description =
                    "Beside the live rows, which serve until the new ones have caught up, were held against them and"
                            + " take their place. They do so by themselves unless switch=ON_DEMAND, or rows differ that"
                            + " should not.")
    ResponseEntity<Void> begin(
            @PathVariable String name,
            @RequestParam(name = "switch", defaultValue = "BY_ITSELF") Switch how,
            Caller caller) {
        caller.require(PM);
        return accepted(name, each -> rebuilding.begin(each, caller.name(), how == Switch.BY_ITSELF));
    }

    @GetMapping("/rebuild")
    @Operation(summary = "How far the latest rebuild is, and what the new rows differ in from the live ones")
    RebuildProgress progress(@PathVariable String name, Caller caller) {
        caller.require(PM, AU, AN);
        try {
            return rebuilding.progress(name).orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
        } catch (RebuildRefused e) {
            throw problem(e);
        }
    }

    @PostMapping("/rebuild/pause")
    @Operation(summary = "Has the rebuild wait, with what it has loaded")
    ResponseEntity<Void> pause(@PathVariable String name, Caller caller) {
        caller.require(PM);
        return accepted(name, rebuilding::pause);
    }

    @PostMapping("/rebuild/resume")
    @Operation(summary = "Has a rebuild go on that waits")
    ResponseEntity<Void> resume(@PathVariable String name, Caller caller) {
        caller.require(PM);
        return accepted(name, rebuilding::resume);
    }

    @PostMapping("/rebuild/cancel")
    @Operation(summary = "Ends the rebuild and removes what it has made")
    ResponseEntity<Void> cancel(@PathVariable String name, Caller caller) {
        caller.require(PM);
        return accepted(name, rebuilding::cancel);
    }

    @PostMapping("/rebuild/verify")
    @Operation(summary = "Holds the new rows against the live ones again")
    ResponseEntity<Void> verify(@PathVariable String name, Caller caller) {
        caller.require(PM);
        return accepted(name, rebuilding::verify);
    }

    @PostMapping("/rebuild/switch")
    @Operation(
            summary = "Makes the new rows the live ones, whatever they differ in; the live ones are kept up as the"
                    + " former")
    ResponseEntity<Void> switchOver(@PathVariable String name, Caller caller) {
        caller.require(PM);
        return accepted(name, rebuilding::switchOver);
    }

    @PostMapping("/former/switch")
    @Operation(summary = "Goes back: makes the former rows the live ones, and the live ones the former")
    ResponseEntity<Void> goBack(@PathVariable String name, Caller caller) {
        caller.require(PM);
        accepted(name, rebuilding::goBack);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/former/retire")
    @Operation(summary = "Removes the former rows")
    ResponseEntity<Void> retire(@PathVariable String name, Caller caller) {
        caller.require(PM);
        accepted(name, rebuilding::retire);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Void> accepted(String name, Consumer<String> wish) {
        try {
            wish.accept(name);
        } catch (RebuildRefused e) {
            throw problem(e);
        }
        return ResponseEntity.accepted()
                .header("Location", "/api/read-models/" + name + "/rebuild")
                .build();
    }

    private static RuntimeException problem(RebuildRefused refused) {
        return Problem.because(
                switch (refused.why()) {
                    case NO_SUCH_READ_MODEL -> EdgeReason.NOT_FOUND;
                    case IN_PROGRESS -> EdgeReason.REBUILD_IN_PROGRESS;
                    case NONE_UNDER_WAY -> EdgeReason.NO_REBUILD_UNDER_WAY;
                    case NOT_READY -> EdgeReason.REBUILD_NOT_READY;
                    case NO_FORMER -> EdgeReason.NO_FORMER_ROWS;
                    case FORMER_IS_BEHIND -> EdgeReason.FORMER_ROWS_BEHIND;
                });
    }

    /** When new rows go live. */
    enum Switch {
        BY_ITSELF,
        ON_DEMAND
    }
}
