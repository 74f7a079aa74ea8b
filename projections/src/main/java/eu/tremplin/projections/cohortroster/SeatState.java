package eu.tremplin.projections.cohortroster;

/** How a seat stands. */
enum SeatState {
    FREE,
    RESERVED,
    OFFERED,
    TAKEN
}
