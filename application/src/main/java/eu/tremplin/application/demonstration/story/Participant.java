package eu.tremplin.application.demonstration.story;

/**
 * A startup that takes part.
 *
 * @param id of its participation
 */
record Participant(Applied application, String id) {

    String path(String command) {
        return "/api/participations/" + id + "/" + command;
    }
}
