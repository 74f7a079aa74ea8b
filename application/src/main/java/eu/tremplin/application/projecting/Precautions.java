package eu.tremplin.application.projecting;

/**
 * What keeps rows right when something goes wrong. A test takes one away to see that another test notices.
 *
 * @param savepoints whether what an event has changed before it failed is undone
 * @param fencing whether a node that has lost its claim is kept from going on
 */
record Precautions(boolean savepoints, boolean fencing) {

    static final Precautions ALL = new Precautions(true, true);
}
