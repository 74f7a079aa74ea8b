package eu.tremplin.application.projecting.rebuild;

/**
 * A rebuild that this node has claimed.
 *
 * @param epoch of the claim: whoever finds another one in its place has lost it
 */
record Task(String readModel, int number, int version, Phase phase, Wish wish, boolean switchesByItself, long epoch) {}
