package eu.tremplin.application.projecting.replay;

/**
 * A replay that this node has claimed.
 *
 * @param epoch of the claim: whoever finds another one in its place has lost it
 * @param deaths how many nodes have died over it
 */
record ReplayTask(long id, String readModel, long target, long epoch, int deaths) {

    /** The schema that this claim's tables are in; no other claim writes there. */
    String schema() {
        return readModel.replace('-', '_') + "_replay_" + id + "_" + epoch;
    }
}
