package eu.tremplin.application.demonstration.acting;

import tools.jackson.databind.JsonNode;

/**
 * What an accepted command was answered.
 *
 * @param position of its last event in the log
 */
public record Reply(JsonNode body, long position) {

    public String id() {
        return text("id");
    }

    public String text(String field) {
        return body.path(field).asString();
    }
}
