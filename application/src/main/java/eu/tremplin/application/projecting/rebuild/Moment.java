package eu.tremplin.application.projecting.rebuild;

/** Places at which a test may have a node die. */
enum Moment {
    BEGUN,
    CHECKPOINT,
    LOADED,
    INDEXED,
    COMPARED,
    SWITCHING
}
