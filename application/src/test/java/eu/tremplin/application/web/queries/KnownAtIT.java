package eu.tremplin.application.web.queries;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestAppends;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is asked as of a moment is what was answered at that moment, whatever has happened since. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownAtIT {

    private static final int APPENDS = 400;
    private static final int EDITIONS = 3;
    private static final String EVERYTHING = "?format=ndjson";

    private final long seed = Seed.number(getClass());
    private final Random random = new Random(seed);
    private final TestDatabase database = TestDatabase.create();
    private final RunningApplication application = RunningApplication.on(database);
    private final List<RandomHistory> histories = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();

    /**
     * An answer as it was given.
     *
     * @param query path and parameters
     */
    private record Sample(String query, Instant instant, Answer answer) {}

    @BeforeAll
    void sampleAnswersWhileMuchHappens() {
        System.out.println("seed " + seed);
        var appending = new TestAppends(application.part(TremplinEventStore.class), database.jdbc());
        for (int i = 0; i < EDITIONS; i++) {
            histories.add(new RandomHistory(seed + i));
        }
        Caller staff = application.as("staff");
        for (int append = 0; append < APPENDS; append++) {
            appending.append(histories.get(random.nextInt(EDITIONS)).next());
            if (append % 4 == 0) {
                sample(staff);
            }
        }
    }

    private void sample(Caller staff) {
        List<PublishedTable> tables = PublishedTable.all();
        String path = "/api/" + tables.get(random.nextInt(tables.size())).path();
        String query = switch (random.nextInt(4)) {
            case 0 -> path + "?limit=500&edition=" + histories.getFirst().edition();
            case 1 -> path + "?format=csv";
            default -> path + EVERYTHING;
        };
        Answer answer = staff.get(query);
        // Some tables have no column for the edition.
        if (answer.status() == 200) {
            samples.add(new Sample(query, databaseNow(), answer));
        }
    }

    @AfterAll
    void close() {
        application.close();
        database.close();
    }

    @Test
    void answersWhatWasAnsweredThen() {
        Caller staff = application.upToDate("staff");
        assertThat(samples).hasSizeGreaterThan(50);
        for (Sample sample : samples) {
            Answer known = staff.get(sample.query + "&knownAt=" + sample.answer.logPosition())
                    .expect(200);

            assertThat(known.body()).as(sample.query).isEqualTo(sample.answer.body());
            assertThat(known.logPosition()).isEqualTo(sample.answer.logPosition());
        }
    }

    @Test
    void takesAnInstantForThePositionThatTheLogHadThenReached() {
        Caller staff = application.upToDate("staff");
        for (Sample sample : samples.subList(samples.size() / 2, samples.size())) {
            Answer then = staff.get(sample.query + "&knownAt=" + sample.instant).expect(200);

            // The journal of what was reached leaves open some tenths of a second.
            assertThat(then.logPosition())
                    .isBetween(lastUntil(sample.instant.minusSeconds(1)), lastUntil(sample.instant));
            assertThat(then.body())
                    .as(sample.query)
                    .isEqualTo(staff.get(sample.query + "&knownAt=" + then.logPosition())
                            .expect(200)
                            .body());
        }
    }

    @Test
    void givesEveryPageOfOneMoment() {
        Caller staff = application.upToDate("staff");
        Sample sample = samples.get(samples.size() / 2);
        String worklist = "/api/worklist?limit=3&knownAt=" + sample.answer.logPosition();
        var paged = new ArrayList<String>();
        JsonNode page = staff.get(worklist).expect(200).json();
        while (page.has("next")) {
            page.path("items").forEach(row -> paged.add(row.toString()));
            page = staff.get(worklist + "&cursor=" + page.path("next").asString())
                    .expect(200)
                    .json();
        }
        page.path("items").forEach(row -> paged.add(row.toString()));

        var whole = new ArrayList<String>();
        staff.get("/api/worklist?limit=500&knownAt=" + sample.answer.logPosition())
                .expect(200)
                .json()
                .path("items")
                .forEach(row -> whole.add(row.toString()));
        assertThat(paged).isNotEmpty().isEqualTo(whole);
    }

    @Test
    void takesNoCursorOfAnotherMoment() {
        Caller staff = application.upToDate("staff");
        String next = staff.get("/api/worklist?limit=1&knownAt=" + database.logHead())
                .expect(200)
                .json()
                .path("next")
                .asString();

        staff.get("/api/worklist?limit=1&cursor=" + next).expectProblem(400, "malformed-parameter");
        staff.get("/api/worklist?limit=1&knownAt=" + (database.logHead() - 1) + "&cursor=" + next)
                .expectProblem(400, "malformed-parameter");
    }

    @Test
    void showsOneRowAsItWas() {
        Caller staff = application.upToDate("staff");
        String edition = histories.getFirst().edition().toString();
        JsonNode now = staff.get("/api/editions/" + edition).expect(200).json();
        long first = database.jdbc()
                .sql("select min(position) from log.event where stream_id = ?::uuid")
                .param(edition)
                .query(Long.class)
                .single();

        Answer begun =
                staff.get("/api/editions/" + edition + "?knownAt=" + first).expect(200);
        assertThat(begun.json()).isNotEqualTo(now);
        assertThat(begun.json().path("version").asLong()).isZero();
        assertThat(begun.headers().firstValue("ETag")).isEmpty();
        assertThat(begun.logPosition()).isEqualTo(first);
        staff.get("/api/editions/" + edition + "?knownAt=" + (first - 1)).expectProblem(404, "not-found");
    }

    @Test
    void showsPersonalTextAsToday() {
        String worklist = "/api/worklist?limit=500&knownAt=" + database.logHead();

        for (JsonNode row :
                application.upToDate("analyst").get(worklist).expect(200).json().path("items")) {
            assertThat(row.path("contactEmail").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "-1", "2026-11-23", "1e3", "99999999999999999999", "+1000000000-12-31T00:00:00Z"
            })
    void isAnInstantOrAPosition(String text) {
        application
                .as("staff")
                .get("/api/worklist?knownAt=" + text.replace("+", "%2B"))
                .expectProblem(400, "malformed-parameter");
    }

    @Test
    void isNotBeforeTheLogBegan() {
        application
                .as("staff")
                .get("/api/worklist?knownAt=1999-12-31T23:59:59Z")
                .expectProblem(400, "moment-before-the-log");
    }

    @Test
    void isNotInTheFuture() {
        Caller staff = application.as("staff");

        staff.get("/api/worklist?knownAt=" + databaseNow().plus(Duration.ofHours(1)))
                .expectProblem(400, "moment-in-the-future");
        staff.get("/api/worklist?knownAt=" + (database.logHead() + 1)).expectProblem(400, "moment-in-the-future");
    }

    @Test
    void goesWithEveryQuery() {
        Caller staff = application.upToDate("staff");
        for (PublishedTable table : PublishedTable.all()) {
            String path = "/api/" + table.path() + EVERYTHING;

            assertThat(staff.get(path + "&knownAt=" + database.logHead())
                            .expect(200)
                            .body())
                    .as(path)
                    .isEqualTo(staff.get(path).expect(200).body());
            assertThat(staff.get(path + "&knownAt=0").expect(200).body()).isEmpty();
        }
    }

    private long lastUntil(Instant instant) {
        return database.jdbc()
                .sql("select coalesce(max(position), 0) from log.event where recorded_at <= ?")
                .param(instant.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private Instant databaseNow() {
        return database.jdbc()
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
