package eu.tremplin.projections.selectionboard;

/** On which side of the last seat a rank lies. */
enum Cut {
    ABOVE,
    /** A tie has more applications than there are seats left for it. */
    STRADDLING,
    BELOW
}
