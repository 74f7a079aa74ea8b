package eu.tremplin.application.web.queries;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.history.Moment;
import eu.tremplin.application.history.Moments;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.projecting.replay.ReplayProgress;
import eu.tremplin.application.projecting.replay.ReplayRefused;
import eu.tremplin.application.projecting.replay.Replaying;
import eu.tremplin.application.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Has the log replayed for whoever wants to know whether a read model's rows were what the log says. */
@RestController
@RequestMapping("/api/read-models/{name}/replays")
@Tag(name = "Read models")
final class ReplayController {

    private static final String TO = "to";

    private final Replaying replaying;
    private final Moments moments;
    private final EventLog log;

    ReplayController(Replaying replaying, Moments moments, EventLog log) {
        this.replaying = replaying;
        this.moments = moments;
        this.log = log;
    }

    @PostMapping
    @Operation(
            summary = "Replays the log up to a moment and compares",
            description =
                    "Folds the log into tables of their own and holds them against what the live rows were at that"
                        + " moment, with all that they had been before. Nothing is changed by it, and nobody sees"
                        + " those tables. Look at the address in Location for how far it is and for what came of it.")
    ResponseEntity<ReplayProgress> ask(
            @PathVariable String name,
            @RequestParam(TO)
                    @Parameter(
                            description =
                                    "An instant such as 2026-11-23T08:00:00Z, or a position of the log, up to which"
                                            + " it is replayed",
                            example = "2026-11-23T08:00:00Z")
                    String to,
            Caller caller) {
        caller.require(PM, AU);
        ReplayProgress asked = unlessRefused(() -> {
            replaying.required(name);
            Moment moment = Moment.parse(to, TO);
            return replaying.ask(name, target(moment), moment.text(), caller.name());
        });
        return ResponseEntity.accepted()
                .header("Location", "/api/read-models/" + name + "/replays/" + asked.id())
                .body(asked);
    }

    private long target(Moment moment) {
        long position = moments.position(moment);
        if (position == 0) {
            throw Problem.because(EdgeReason.MOMENT_BEFORE_THE_LOG);
        }
        if (position > log.watermark()) {
            throw Problem.because(EdgeReason.POSITION_NOT_REACHED, Map.of(Problem.RETRY_AFTER, 1));
        }
        return position;
    }

    @GetMapping
    @Operation(summary = "The latest replays of a read model, the newest first")
    Map<String, List<ReplayProgress>> latest(@PathVariable String name, Caller caller) {
        caller.require(PM, AU);
        return Map.of("items", unlessRefused(() -> replaying.latest(name)));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "How far a replay is, and what came of it",
            description = "verdict says whether the live rows were what the log says; tables says how each differs, a"
                + " table's former versions under its name with _past; eventsApart lists the events that the live rows"
                + " or the replayed ones are without, or show later than the log has them.")
    ReplayProgress progress(@PathVariable String name, @PathVariable long id, Caller caller) {
        caller.require(PM, AU);
        return unlessRefused(() -> replaying.progress(name, id));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Cancels a replay and drops what it has made",
            description = "That it was asked for is kept, as is what came of one that has ended.")
    ResponseEntity<Void> cancel(@PathVariable String name, @PathVariable long id, Caller caller) {
        caller.require(PM, AU);
        unlessRefused(() -> {
            replaying.cancel(name, id);
            return id;
        });
        return ResponseEntity.noContent().build();
    }

    private static <T> T unlessRefused(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (ReplayRefused e) {
            throw Problem.because(
                    switch (e.why()) {
                        case NO_SUCH_READ_MODEL, NO_SUCH_REPLAY -> EdgeReason.NOT_FOUND;
                        case TOO_MANY -> EdgeReason.TOO_MANY_REPLAYS;
                        case OVER -> EdgeReason.REPLAY_OVER;
                    });
        }
    }
}
