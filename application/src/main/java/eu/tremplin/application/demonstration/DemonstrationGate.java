package eu.tremplin.application.demonstration;

import eu.tremplin.application.demonstration.DemonstrationTable.Row;
import eu.tremplin.application.home.Home;
import eu.tremplin.application.home.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Sees to it, as soon as the database has its tables and before anything is written there, that a demonstration is made
 * in an empty database only, and that nobody takes one for anything else.
 */
final class DemonstrationGate implements FlywayMigrationStrategy, AutoCloseable {

    private final Optional<DemonstrationSettings> wanted;
    private final Instant begins;
    private final Whereabouts where;
    private @Nullable Connection held;
    private @Nullable Demonstration demonstration;

    DemonstrationGate(Optional<DemonstrationSettings> wanted, Instant begins, Whereabouts where) {
        this.wanted = wanted;
        this.begins = begins;
        this.where = where;
    }

    @Override
    public void migrate(Flyway flyway) {
        flyway.migrate();
        try {
            pass(flyway.getConfiguration().getDataSource());
        } catch (SQLException e) {
            throw new StartRefused("The database does not answer: " + e.getMessage(), "Check that it runs.", e);
        }
    }

    /** The demonstration, where this is one. */
    Optional<Demonstration> demonstration() {
        return Optional.ofNullable(demonstration);
    }

    void pass(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        var table = new DemonstrationTable(connection);
        if (wanted.isEmpty()) {
            try (connection) {
                if (table.find().isPresent()) {
                    throw where.isADemonstration();
                }
            }
            return;
        }
        // Kept for as long as this process has the demonstration: its lock is the connection's.
        held = connection;
        if (!table.lock()) {
            throw where.isTaken();
        }
        demonstration = admit(table, wanted.get());
    }

    private Demonstration admit(DemonstrationTable table, DemonstrationSettings settings) throws SQLException {
        Optional<Row> found = table.find();
        if (found.isEmpty()) {
            if (table.holdsOtherData() || where.isInhabited()) {
                throw where.holdsOtherData();
            }
            table.create(settings.seedOrUsual(), settings.applicantsOrUsual(), begins);
            found = table.find();
        } else if (!found.get().played()) {
            throw where.wasInterrupted();
        }
        Row row = found.orElseThrow();
        refuseAnotherStory(row, settings);
        var time = new SimulatedTime(InstantSource.system(), row.reading());
        if (row.played() && settings.paceOrUsual() != row.reading().pace()) {
            time.becomes(table.run(settings.paceOrUsual()));
        }
        return new Demonstration(row.seed(), row.applicants(), row.played(), settings.paceOrUsual(), time, table);
    }

    private void refuseAnotherStory(Row row, DemonstrationSettings settings) {
        boolean same = settings.seed().orElse(row.seed()) == row.seed()
                && settings.applicants().orElse(row.applicants()) == row.applicants();
        if (!same) {
            throw where.holdsAnotherStory(row.seed(), row.applicants());
        }
    }

    @Override
    public void close() throws SQLException {
        if (held != null) {
            held.close();
        }
    }

    /** Where a demonstration would be, in words for whoever starts it there. */
    record Whereabouts(Home home, boolean givenDatabase) {

        /** Whether somebody's passwords are kept in the home, whatever the database says. */
        boolean isInhabited() {
            return home.credentials().exists();
        }

        StartRefused holdsOtherData() {
            return new StartRefused(
                    "The home " + home.directory()
                            + " or its database holds data of its own, which a demonstration would"
                            + " mix with what it invents.",
                    "Set TREMPLIN_HOME to another directory"
                            + (givenDatabase ? ", and SPRING_DATASOURCE_URL to an empty database." : "."));
        }

        StartRefused isADemonstration() {
            return new StartRefused(
                    "The database holds a demonstration, whose data and time are invented.",
                    "Start it with the profile " + DemonstrationSettings.PROFILE
                            + ", or set TREMPLIN_HOME to another directory"
                            + (givenDatabase ? " and SPRING_DATASOURCE_URL to another database." : "."));
        }

        StartRefused wasInterrupted() {
            return new StartRefused(
                    "The demonstration in " + home.directory() + " was interrupted while it was being played.",
                    "Delete " + home.directory()
                            + (givenDatabase ? " and the database that SPRING_DATASOURCE_URL names," : "")
                            + " and start again.");
        }

        StartRefused isTaken() {
            return new StartRefused(
                    "Another Tremplin is running on this demonstration's database.",
                    "Stop it first, or give this one a home and a database of its own.");
        }

        StartRefused holdsAnotherStory(long seed, int applicants) {
            return new StartRefused(
                    "The demonstration in " + home.directory() + " was played with the seed " + seed + " and "
                            + applicants + " applicants, and it is not played again.",
                    "Leave tremplin.demonstration.seed and tremplin.demonstration.applicants out, or set TREMPLIN_HOME"
                            + " to another directory"
                            + (givenDatabase ? " and SPRING_DATASOURCE_URL to an empty database." : "."));
        }
    }
}
