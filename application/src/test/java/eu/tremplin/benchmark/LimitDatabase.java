package eu.tremplin.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database beside Tremplin's own on the same server, with the table and indices of Axon's own JDBC event store: the
 * least that storing an event can cost.
 */
record LimitDatabase(Server server) {

    static final String NAME = "benchmark";

    /** Limit (a): one event of a new stream, about 300 bytes, in a transaction of its own. */
    static final String INSERT = """
        insert into domain_event_entry
          (aggregate_identifier, sequence_number, type, event_identifier, meta_data, payload, payload_revision,
           payload_type, time_stamp)
        values
          (gen_random_uuid()::text, 0, 'outcomes.Startup', gen_random_uuid()::text,
           decode(repeat('6d', 60), 'hex'), decode(repeat('70', 90), 'hex'), '1',
           'outcomes.StartupRegistered', '2026-01-01T00:00:00.000000Z');
        """;

    /** Limit (b): an existing stream is read, and one event is written to it. */
    static final String READ_AND_INSERT = """
        \\set stream random(1, %d)
        \\set number random(1000000, 9000000000000000000)
        begin;
        select sequence_number, event_identifier, meta_data, payload, payload_revision, payload_type, time_stamp
          from domain_event_entry
          where aggregate_identifier = lpad(:stream::text, 36, '0')
            and sequence_number >= 0 and sequence_number < %d
          order by sequence_number;
        insert into domain_event_entry
          (aggregate_identifier, sequence_number, type, event_identifier, meta_data, payload, payload_revision,
           payload_type, time_stamp)
        values
          (lpad(:stream::text, 36, '0'), :number, 'outcomes.Startup', gen_random_uuid()::text,
           decode(repeat('6d', 60), 'hex'), decode(repeat('70', 90), 'hex'), '1',
           'outcomes.OutcomeReported', '2026-01-01T00:00:00.000000Z');
        commit;
        """;

    /** Makes the database with so many streams of so many events. */
    void create(int streams, int streamLength) throws SQLException {
        try (var all = server.connect("postgres")) {
            execute(all, "drop database if exists " + NAME);
            execute(all, "create database " + NAME);
        }
        try (var database = server.connect(NAME)) {
            execute(database, """
                create table domain_event_entry (
                  global_index bigserial primary key,
                  aggregate_identifier varchar(255) not null,
                  sequence_number bigint not null,
                  type varchar(255),
                  event_identifier varchar(255) not null unique,
                  meta_data bytea,
                  payload bytea not null,
                  payload_revision varchar(255),
                  payload_type varchar(255) not null,
                  time_stamp varchar(255) not null,
                  unique (aggregate_identifier, sequence_number))
                """);
            execute(database, """
                insert into domain_event_entry
                  (aggregate_identifier, sequence_number, type, event_identifier, meta_data, payload,
                   payload_revision, payload_type, time_stamp)
                select lpad(stream::text, 36, '0'), number, 'outcomes.Startup', gen_random_uuid()::text,
                       decode(repeat('6d', 60), 'hex'), decode(repeat('70', 90), 'hex'), '1',
                       'outcomes.OutcomeReported', '2026-01-01T00:00:00.000000Z'
                from generate_series(0, %d) number, generate_series(1, %d) stream
                """.formatted(streamLength - 1, streams));
            execute(database, "vacuum analyze domain_event_entry");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
