package eu.tremplin.tour.recount;

import tools.jackson.databind.JsonNode;

/** One line of the history. */
public record Event(JsonNode line) {

    public long position() {
        return line.path("position").asLong();
    }

    public String stream() {
        return line.path("stream").asString();
    }

    public long version() {
        return line.path("version").asLong();
    }

    /** The stored name without its context, {@code ApplicationShortlisted}. */
    public String type() {
        String name = line.path("type").asString();
        return name.substring(name.indexOf('.') + 1);
    }

    public String recordedAt() {
        return line.path("recordedAt").asString();
    }

    public JsonNode metadata() {
        return line.path("metadata");
    }

    /** A value of the event itself, by its place: {@code data("profile", "stage")}. */
    public JsonNode data(String... path) {
        JsonNode value = line.path("payload");
        for (String name : path) {
            value = value.path(name);
        }
        return value;
    }

    public String text(String... path) {
        return Cell.of(data(path));
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
