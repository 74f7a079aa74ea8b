package eu.tremplin.application.projecting;

import java.sql.SQLException;

/** The database has failed at a task; {@link Failures} knows whether to try again. */
final class DatabaseFailure extends RuntimeException {

    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
