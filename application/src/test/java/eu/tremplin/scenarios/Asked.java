package eu.tremplin.scenarios;

import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;

/**
 * A command that somebody sends under a key of its own, however often.
 *
 * @param events how many it leads to
 */
record Asked(String key, String path, String body, int events) {

    Answer of(Caller staff) {
        Caller sender = path.equals("/api/applications") ? staff.with("On-Behalf-Of", "applicant") : staff;
        return sender.with("Idempotency-Key", key).post(path, body);
    }
}
