package eu.tremplin.application.eventstore.contiguous;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The transactions that may still commit a position drawn before now. */
interface Writers {

    /** Those that have drawn, or may be about to draw, a position. */
    Set<String> inFlight(Connection connection) throws SQLException;

    /** Those of the former that are still undecided. */
    Set<String> undecided(Connection connection, Set<String> former) throws SQLException;
}
