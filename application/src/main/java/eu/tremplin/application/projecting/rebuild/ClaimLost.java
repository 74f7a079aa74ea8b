package eu.tremplin.application.projecting.rebuild;

/** Somebody else is at work on the rebuild now, or it is over. */
final class ClaimLost extends RuntimeException {

    ClaimLost(Task task) {
        super("The rebuild of " + task.readModel() + " is no longer this node's", null, false, false);
    }
}
