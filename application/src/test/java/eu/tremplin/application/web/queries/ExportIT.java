package eu.tremplin.application.web.queries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export of many rows passes through: what has been read is sent while the rest is still in the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {

    private static final int ROWS = 25_000;
    private static final int GATE = 4711;

    private final TestDatabase database = database();
    private final RunningApplication application = RunningApplication.on(database);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void fill() throws SQLException {
        execute("alter table credit_statement_v1.credit_postings rename to stored_postings");
        execute("""
            insert into credit_statement_v1.stored_postings
            select number, 1, 'POOL_OPENED', 'POOL', gen_random_uuid(), -0.000001, 'GPU_HOUR', gen_random_uuid(),
                   gen_random_uuid(), null, now(), 1
              from generate_series(1, %d) number\
            """.formatted(ROWS));
        execute("analyze credit_statement_v1.stored_postings");
        execute("create table credit_statement_v1.broken_postings (position bigint)");
        // The last row is behind a gate, which the test can close.
        execute("""
            create function credit_statement_v1.is_passed(place bigint) returns boolean language plpgsql as $$
            begin
              if place = %d then
                perform pg_advisory_xact_lock_shared(%d);
                if exists (select from credit_statement_v1.broken_postings) then
                  raise exception 'This posting is broken';
                end if;
              end if;
              return true;
            end $$\
            """.formatted(ROWS, GATE));
        execute("""
            create view credit_statement_v1.credit_postings as
            select * from credit_statement_v1.stored_postings where credit_statement_v1.is_passed(position)\
            """);
    }

    @AfterAll
    void close() {
        client.shutdownNow();
        application.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void beginsBeforeTheLastRowIsRead(String form) throws Exception {
        try (var gatekeeper = database.connect();
                var gate = gatekeeper.createStatement()) {
            gate.execute("select pg_advisory_lock(" + GATE + ")");
            try (var lines = export(form)) {
                assertThat(lines.readLine()).isNotEmpty();

                gate.execute("select pg_advisory_unlock(" + GATE + ")");

                // CSV begins with the names of the columns.
                assertThat(lines.lines().count()).isEqualTo(form.equals("csv") ? ROWS : ROWS - 1);
            }
        }
    }

    @Test
    void isBrokenOffWhereItCannotGoOnSoThatNobodyTakesItForWhole() throws Exception {
        execute("insert into credit_statement_v1.broken_postings values (1)");
        try (var lines = export("csv")) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> assertThat(lines.lines().count()).isLessThan(ROWS));
        } finally {
            execute("delete from credit_statement_v1.broken_postings");
        }
    }

    private BufferedReader export(String form) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(application.uri().resolve("/api/credit-postings?format=" + form))
                        .header("Authorization", application.as("analyst").authorization())
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static TestDatabase database() {
        var database = TestDatabase.create();
        // Rows come in the order of the key's index, one by one: a sort would read the last one first.
        database.set("enable_sort", "off");
        return database;
    }
}
