package eu.tremplin.application.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.projections.ReadModels;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerIT {

    private static final String STARTUP =
            "(select position from log.events where type = 'outcomes.StartupRegistered' order by position limit 1)";

    private static final String OTHER_STARTUP =
            "(select max(position) from log.events where type = 'outcomes.StartupRegistered')";

    private static final String SUBMITTED =
            "(select max(position) from log.events where type = 'applications.ApplicationSubmitted')";

    private static final String WITHDRAWN =
            "(select max(position) from log.events where type = 'applications.ApplicationWithdrawn')";

    @RegisterExtension
    static final TestDatabase database = Inhabited.copy();

    @Test
    void findsNothingWhereNothingIsWrong() throws SQLException {
        Report report = report();

        assertThat(report.findings().first()).isEmpty();
        assertThat(report.head()).isEqualTo(database.logHead()).isEqualTo(report.reached());
        assertThat(database.jdbc()
                        .sql("select count(*) from log.event_gap")
                        .query(Long.class)
                        .single())
                .as("gaps that were recorded")
                .isPositive();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage(
                        "an event in the midst of its stream is gone",
                        "delete from log.event where position = (select max(position) from log.events"
                                + " where type = 'editions.RubricPublished')",
                        "POSITIONS Position * is missing, and not recorded as a gap that was never committed",
                        "STREAMS It is version 2, and version 1 of its stream is missing",
                        "STANDINGS *; +",
                        "READ_MODELS *; +"),
                damage(
                        "two events have changed places",
                        """
                        update log.event set version = -1 where position = %1$s;
                        update log.event a set stream_id = b.stream_id
                          from log.event b where a.position = %1$s and b.position = %2$s;
                        update log.event b set stream_id = s.stream_id
                          from log.stream s where b.position = %2$s
                           and s.stream_id::text = log.json((select payload from log.event where position = %1$s)) ->> 'startup';
                        update log.event set version = 0 where position = %1$s\
                        """.formatted(STARTUP, OTHER_STARTUP),
                        "STREAMS It says of itself that it happened to *; 2"),
                damage(
                        "an event has been moved on in its stream",
                        "update log.event set version = 7 where position = " + STARTUP,
                        "STREAMS It is version 7 of a stream whose head says 0",
                        "STREAMS It is version 7, and version 6 of its stream is missing",
                        "STREAMS Its head says version 0, and there is no such event"),
                damage(
                        "a head has run ahead",
                        "update log.stream set version = 1 where stream_id = (select stream_id from log.event where"
                                + " position = " + STARTUP + ")",
                        "STREAMS Its head says version 1, and there is no such event"),
                damage(
                        "a head is gone",
                        "delete from log.stream where stream_id = (select stream_id from log.event where position = "
                                + STARTUP + ")",
                        "STREAMS Its stream has no head in log.stream"),
                damage(
                        "a head names another edition",
                        "update log.stream set edition_id = gen_random_uuid() where stream_id = (select stream_id from"
                                + " log.event where position = " + STARTUP + ")",
                        "STREAMS It begins a stream of edition null, and the head says *"),
                damage(
                        "two events have one id",
                        "update log.event set event_id = (select event_id from log.event where position = " + STARTUP
                                + ") where position = " + OTHER_STARTUP,
                        "EVENT_IDS Its id * is also that of the event at position *"),
                damage(
                        "a byte of a payload has flipped, and it cannot be read",
                        "update log.event set payload = set_byte(payload, 0, get_byte(payload, 0) # 1) where position"
                                + " = " + STARTUP,
                        "FORMS outcomes.StartupRegistered in revision 1: its payload is not of its form: *"),
                damage(
                        "a byte of a payload has flipped, and it reads otherwise",
                        "update log.event set payload = convert_to(replace(convert_from(payload, 'UTF8'),"
                                + " '\"name\":\"Edition 2\"', '\"name\":\"Edition 3\"'), 'UTF8') where version = 0",
                        "READ_MODELS *differs in *name; +"),
                damage(
                        "a type is unknown",
                        """
                        insert into log.event_type (name, revision) values ('outcomes.StartupSold', 1);
                        update log.event set type = (select id from log.event_type where name = 'outcomes.StartupSold')
                         where position = %s\
                        """.formatted(STARTUP),
                        "FORMS outcomes.StartupSold in revision 1: *is unknown here*"),
                damage(
                        "a type is not in the dictionary",
                        "update log.event set type = 999 where position = " + STARTUP,
                        "FORMS a type without a name: its type is not in the dictionary log.event_type"),
                damage(
                        "nobody knows who did it",
                        "update log.event set metadata = '{}' where position = " + STARTUP,
                        "FORMS outcomes.StartupRegistered in revision 1: its metadata says nothing of actor"),
                damage(
                        "a gap is no longer recorded",
                        "delete from log.event_gap",
                        "POSITIONS Position * is missing, and not recorded as a gap that was never committed"),
                damage(
                        "an event is inside a gap",
                        "insert into log.event_gap (first, last) values (%1$s, %1$s)".formatted(STARTUP),
                        "POSITIONS There is an event inside the gap from *"),
                damage(
                        "a gap is recorded beyond the end",
                        "insert into log.event_gap (first, last) values (100000, 100001)",
                        "POSITIONS The gap from 100000 to 100001 is recorded, and the log ends at *"),
                damage(
                        "a claim is gone",
                        "delete from log.claim where stream_id = (select stream_id from log.event where position = "
                                + SUBMITTED + ")",
                        "CLAIMS It took claim *, which nobody holds"),
                damage(
                        "a claim was not given back",
                        """
                        insert into log.claim (kind, key, stream_id, version)
                        select (select kind from log.claim limit 1),
                               concat(log.json(payload) ->> 'edition', '/', log.json(payload) ->> 'startup'), stream_id, 0
                          from log.event where position = %s\
                        """.formatted(WITHDRAWN),
                        "CLAIMS It gives back claim *, which version 0 still holds"),
                damage(
                        "a claim is held by an event that never took it",
                        """
                        insert into log.claim (kind, key, stream_id, version)
                        select 'invented', 'key', stream_id, 0 from log.event where position = %s\
                        """.formatted(STARTUP),
                        "CLAIMS Claim invented key is held by version 0 of its stream, outcomes.StartupRegistered in"
                                + " revision 1, which does not claim it"),
                damage(
                        "a claim is held by no event",
                        "insert into log.claim (kind, key, stream_id, version)"
                                + " values ('invented', 'key', gen_random_uuid(), 3)",
                        "CLAIMS Claim invented key is held by version 3 of its stream, which is not in the log"),
                damage(
                        "an outcome leads nowhere",
                        "update log.outcome set last_version = 99 where caller = 'staff'",
                        "OUTCOMES The outcome of a key of staff led to version 99 of this stream, which is not in the"
                                + " log"),
                damage(
                        "an outcome names what is not there",
                        "update log.outcome set resource_version = 98 where caller = 'staff'",
                        "OUTCOMES The outcome of a key of staff names version 98 of *, which is not in the log"),
                damage("a key has two outcomes", """
                    alter table log.outcome drop constraint outcome_pkey;
                    insert into log.outcome select * from log.outcome where caller = 'staff'\
                    """, "OUTCOMES The outcome of a key of staff is kept twice; 2"),
                damage(
                        "the log is noted as complete beyond its end",
                        "insert into log.reached (position, instant) values (100000, now() + interval '1 hour')",
                        "REACHED The log was complete up to here, and ends at *"),
                damage(
                        "an instant comes before the one before it",
                        "update log.reached set instant = instant - interval '1 day' where position = (select"
                                + " max(position) from log.reached)",
                        "REACHED It was reached at *, and the position before it at *"),
                damage(
                        "a read model is ahead of the log",
                        "update projecting.generation set position = 100000 where read_model = 'funnel'",
                        "STANDINGS Read model funnel, generation 1, stands at 100000, and the log ends at *"),
                damage(
                        "a read model has not handled every event",
                        "update projecting.generation set handled = handled - 1 where read_model = 'funnel'",
                        "STANDINGS Read model funnel, generation 1, has handled * events and put 0 aside, of *"),
                damage(
                        "an event was handled though one before it in its stream was parked",
                        """
                        insert into projecting.parked (read_model, number, position, sequence, type, cause, attempts)
                        select 'funnel', 1, position, stream_id, type, 'Forged', 1
                          from log.events where type = 'editions.EditionPlanned';
                        update projecting.generation set handled = handled - 1 where read_model = 'funnel'\
                        """,
                        "STANDINGS Read model funnel, generation 1, has parked it and handled a later event of its"
                                + " stream, at position *",
                        "READ_MODELS Read model funnel, generation 1,*; +"),
                damage(
                        "a reaction is ahead of the log",
                        "update reactions.token set token = regexp_replace(convert_from(token, 'UTF8'),"
                                + " '\"globalIndex\":[0-9]+', '\"globalIndex\":100000')::bytea"
                                + " where processor_name = 'reactions.form-cohort'",
                        "STANDINGS Reaction reactions.form-cohort stands at 100000, and the log ends at *"),
                damage(
                        "a row was changed",
                        "update editions_v1.editions set seats = 77",
                        "READ_MODELS Read model editions, generation 1, table editions: the row * differs in seats"),
                damage(
                        "a row was removed",
                        "delete from editions_v1.editions",
                        "READ_MODELS Read model editions, generation 1, table editions: the row * is missing"),
                damage(
                        "a row was added",
                        """
                        create temp table added as select * from editions_v1.editions;
                        update added set edition = '00000000-0000-4000-8000-000000000001';
                        insert into editions_v1.editions select * from added\
                        """,
                        "READ_MODELS Read model editions, generation 1, table editions: the row"
                                + " [00000000-0000-4000-8000-000000000001] is there, and no event makes it"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void findsThatAndNothingElse(String sql, List<String> expected) throws SQLException {
        List<Finding> findings = afterDamage(sql).findings().first();

        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.position() != null || finding.stream() != null)
                        .isTrue());
        Expected.these(expected).requireExactly(findings);
    }

    @Test
    void changesNothing() throws SQLException {
        try (var connection = database.connect()) {
            connection.createStatement().execute("set default_transaction_read_only = on");
            assertThat(checker().check(connection, (_, _) -> {}).findings().count())
                    .isZero();
        }
    }

    private static Report report() throws SQLException {
        try (var connection = database.connect()) {
            return checker().check(connection, (_, _) -> {});
        }
    }

    private static Checker checker() {
        return new Checker(CheckCommand.codec(), ReadModels.all());
    }

    /** Done by somebody whom no trigger stops, in a transaction that is taken back. */
    private static Report afterDamage(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(sql);
            return checker().check(Snapshot.of(connection), (_, _) -> {});
        }
    }

    private static Arguments damage(String name, String sql, String... expected) {
        return arguments(named(name, sql), List.of(expected));
    }
}
