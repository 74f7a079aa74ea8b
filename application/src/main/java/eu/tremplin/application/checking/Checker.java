package eu.tremplin.application.checking;

import eu.tremplin.application.checking.Check.Walk;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is looked at, in order. */
public final class Checker {

    private final EventReading reading;
    private final List<ReadModel> readModels;

    public Checker(EventCodec codec, List<ReadModel> readModels) {
        reading = new EventReading(codec);
        this.readModels = List.copyOf(readModels);
    }

    /**
     * Looks at everything, as it stands at one moment.
     *
     * @param connection of which it changes nothing; left at the end of its transaction
     */
    public Report check(Connection connection, Progress progress) throws SQLException {
        try {
            return check(Snapshot.take(connection), progress);
        } finally {
            connection.rollback();
        }
    }

    Report check(Snapshot snapshot, Progress progress) {
        var findings = new Findings();
        for (Check check : whole()) {
            Walk walk = check.begin();
            while (walk.goOn(snapshot, findings)) {
                progress.at(check.name(), walk.place());
            }
            progress.at(check.name(), walk.place());
        }
        return new Report(snapshot.reached(), snapshot.head(), findings);
    }

    private List<Check> whole() {
        var checks = new ArrayList<Check>();
        checks.add(new EventsCheck(
                reading,
                () -> Stream.concat(lookers().stream(), Stream.of(new Folding(readModels)))
                        .toList()));
        checks.add(new EventIds());
        checks.addAll(rest());
        return checks;
    }

    /**
     * What can be looked at piece by piece, each in a snapshot of its own, without remembering anything between.
     *
     * @param more looks at the events as well
     */
    List<Check> piecemeal(EventsCheck.Passing more) {
        var checks = new ArrayList<Check>();
        checks.add(new EventsCheck(
                reading,
                () -> Stream.concat(lookers().stream(), Stream.of(more)).toList()));
        checks.addAll(rest());
        return checks;
    }

    private List<EventsCheck.Passing> lookers() {
        return List.of(new Positions(), new WholeStreams(), new Forms(), new TakenClaims(reading));
    }

    private List<Check> rest() {
        return List.of(
                Heads.check(),
                HeldClaims.check(reading),
                KeptOutcomes.check(),
                NotedPositions.reached(),
                NotedPositions.gaps(),
                new Standings());
    }

    /** Told from time to time how far it is. */
    @FunctionalInterface
    public interface Progress {

        void at(String check, String place);
    }
}
