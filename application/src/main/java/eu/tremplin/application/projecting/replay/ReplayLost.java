package eu.tremplin.application.projecting.replay;

/** Somebody else is at work on the replay now, or it is over. */
final class ReplayLost extends RuntimeException {

    ReplayLost(ReplayTask task) {
        super("Replay " + task.id() + " is no longer this node's", null, false, false);
    }
}
