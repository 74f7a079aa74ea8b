package eu.tremplin.application.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.demonstration.DemonstrationGate.Whereabouts;
import eu.tremplin.application.home.Home;
import eu.tremplin.application.home.StartRefused;
import eu.tremplin.application.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationGateIT {

    private static final Instant BEGINS = Instant.parse("2024-06-03T07:00:00Z");

    private static final DemonstrationSettings SETTINGS =
            new DemonstrationSettings(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void makesAnEmptyDatabaseADemonstrationWhoseClockStandsStill() throws SQLException {
        try (var gate = pass(Optional.of(SETTINGS))) {
            Demonstration demonstration = gate.demonstration().orElseThrow();

            assertThat(demonstration.wasPlayed()).isFalse();
            assertThat(demonstration.instant()).isEqualTo(BEGINS).isEqualTo(now());
        }
    }

    @Test
    void leavesAnOrdinaryDatabaseAsItIs() throws SQLException {
        try (var gate = pass(Optional.empty())) {
            assertThat(gate.demonstration()).isEmpty();
            assertThat(now()).isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
        }
    }

    @Test
    void movesTheClocksOfApplicationAndDatabaseTogether() throws SQLException {
        try (var gate = pass(Optional.of(SETTINGS))) {
            Demonstration demonstration = gate.demonstration().orElseThrow();
            Instant later = Instant.parse("2024-10-27T00:30:00.123456Z");

            demonstration.moveTo(later);

            assertThat(demonstration.instant()).isEqualTo(later).isEqualTo(now());
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> demonstration.moveTo(later.minusSeconds(1)));
        }
    }

    @Test
    void runsOnAtItsPaceAlsoAfterARestart() throws SQLException {
        var fast = new DemonstrationSettings(Optional.empty(), Optional.empty(), Optional.of(3600.0));
        Instant end = Instant.parse("2026-03-04T08:00:00Z");
        try (var gate = pass(Optional.of(fast))) {
            gate.demonstration().orElseThrow().moveTo(end);
            gate.demonstration().orElseThrow().runOn();
        }
        try (var gate = pass(Optional.of(fast))) {
            Demonstration demonstration = gate.demonstration().orElseThrow();
            Instant before = demonstration.instant();
            Instant inDatabase = now();
            Instant after = demonstration.instant();

            assertThat(demonstration.wasPlayed()).isTrue();
            assertThat(before).isAfter(end);
            assertThat(inDatabase).isAfter(before).isBefore(after);
        }
        try (var gate = pass(Optional.of(SETTINGS))) {
            Instant first = gate.demonstration().orElseThrow().instant();
            Instant second = gate.demonstration().orElseThrow().instant();

            assertThat(first).isAfter(end);
            assertThat(second).isBetween(first, first.plusSeconds(10));
        }
    }

    @Test
    void refusesADatabaseWithEvents() {
        database.jdbc()
                .sql("alter table log.event disable trigger event_is_inserted_by_append")
                .update();
        database.jdbc()
                .sql("insert into log.event (position, stream_id, version, type, payload, metadata, event_id,"
                        + " recorded_at) values (1, gen_random_uuid(), 0, 1, '', '', gen_random_uuid(), now())")
                .update();

        refusedBecause(Optional.of(SETTINGS), "holds data of its own", "TREMPLIN_HOME");
        assertThat(database.jdbc()
                        .sql("select count(*) from log.demonstration")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesADatabaseWithUsersOnly() {
        database.jdbc()
                .sql("insert into access.users (name, person, password_hash, roles, created_by)"
                        + " values ('staff', gen_random_uuid(), '', '{PM}', 'first start')")
                .update();

        refusedBecause(Optional.of(SETTINGS), "holds data of its own", "TREMPLIN_HOME");
    }

    @Test
    void refusesAHomeWithUsersOfItsOwn() {
        home().credentials().create("staff=password\n");

        refusedBecause(Optional.of(SETTINGS), "holds data of its own", "TREMPLIN_HOME");
    }

    @Test
    void refusesADemonstrationOutsideTheProfile() throws SQLException {
        pass(Optional.of(SETTINGS)).close();

        refusedBecause(Optional.empty(), "holds a demonstration", "profile demo");
    }

    @Test
    void refusesAnInterruptedPlayAndNamesWhatToDelete() throws SQLException {
        pass(Optional.of(SETTINGS)).close();

        refusedBecause(
                Optional.of(SETTINGS),
                "was interrupted",
                "Delete " + home().directory() + " and the database that SPRING_DATASOURCE_URL names");
    }

    @Test
    void refusesASecondProcessAtOnce() throws SQLException {
        try (var gate = pass(Optional.of(SETTINGS))) {
            assertThat(gate.demonstration()).isPresent();

            refusedBecause(Optional.of(SETTINGS), "Another Tremplin is running", "Stop it first");
        }
    }

    @Test
    void refusesAnotherStoryThanTheOneThatWasPlayed() throws SQLException {
        try (var gate = pass(Optional.of(SETTINGS))) {
            gate.demonstration().orElseThrow().runOn();
        }

        refusedBecause(
                Optional.of(new DemonstrationSettings(Optional.of(8L), Optional.empty(), Optional.empty())),
                "was played with the seed",
                "tremplin.demonstration.seed");
    }

    private void refusedBecause(Optional<DemonstrationSettings> settings, String reason, String nextStep) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> pass(settings).close())
                .withMessageContaining(reason)
                .satisfies(refused -> assertThat(refused.nextStep()).contains(nextStep));
    }

    private DemonstrationGate pass(Optional<DemonstrationSettings> settings) throws SQLException {
        var gate = new DemonstrationGate(settings, BEGINS, new Whereabouts(home(), true));
        try {
            gate.pass(database.dataSource());
        } catch (StartRefused e) {
            gate.close();
            throw e;
        }
        return gate;
    }

    private Home home() {
        return Home.at(directory.resolve("home"));
    }

    private Instant now() {
        return database.jdbc()
                .sql("select log.now()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }
}
