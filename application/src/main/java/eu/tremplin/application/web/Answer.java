package eu.tremplin.application.web;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.domain.shared.Reason;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * What a problem document is made of.
 *
 * @param detail one sentence for the person who asked; never personal data
 * @param facts members of the document beside the standard ones
 */
record Answer(Reason reason, String detail, Map<String, Object> facts, HttpHeaders headers) {

    Answer(Reason reason, Map<String, Object> facts) {
        this(reason, reason.explanation(), facts, HttpHeaders.EMPTY);
    }

    Answer(Reason reason, String detail, Map<String, Object> facts) {
        this(reason, detail, facts, HttpHeaders.EMPTY);
    }

    Answer(Reason reason) {
        this(reason, Map.of());
    }

    static Answer unavailable() {
        return new Answer(EdgeReason.UNAVAILABLE, Map.of(Problem.RETRY_AFTER, 1));
    }
}
