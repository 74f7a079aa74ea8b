package eu.tremplin.projections.editions;

/** How far an edition has come. */
enum Stage {
    PLANNED,
    /** Its call is open. */
    OPEN,
    /** Its call is closed. */
    CLOSED,
    RUNNING,
    ENDED,
    /** Given up before its programme began. */
    CANCELLED
}
