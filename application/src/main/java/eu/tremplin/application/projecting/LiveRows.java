package eu.tremplin.application.projecting;

/**
 * How the rows do that answer the queries to a read model.
 *
 * @param standStill whether they go no further until somebody does something about it
 * @param parked how many events up to there are parked, and not in them
 */
record LiveRows(String readModel, long position, boolean standStill, int parked) {}
