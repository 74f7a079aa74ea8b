package eu.tremplin.application.demonstration.stage;

/**
 * A startup that takes part.
 *
 * @param id of its participation
 */
public record Participant(Applied application, String id) {

    public String path(String command) {
        return "/api/participations/" + id + "/" + command;
    }
}
