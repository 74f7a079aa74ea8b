package eu.tremplin.application.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.web.Programme;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A database in which something of everything has happened and nothing is broken, of which tests take copies. */
final class Inhabited {

    private Inhabited() {}

    static TestDatabase copy() {
        return Holder.ORIGINAL.copy();
    }

    private static TestDatabase lived() {
        TestDatabase database = TestDatabase.create();
        try (var application = RunningApplication.on(database)) {
            live(application);
            awaitFollowers(application);
        }
        database.goAway();
        return database;
    }

    private static void live(RunningApplication application) {
        Programme programme = Programme.open(application, 2).withCohort();
        leaveAGap(application);
        var reviewer = programme.reviewer();
        var admitted = programme.shortlisted(reviewer);
        programme.staff().post(admitted.path("admit")).expect(200);
        var withdrawn = programme.apply();
        programme
                .staff()
                .with("On-Behalf-Of", "applicant")
                .post(withdrawn.path("withdraw"), "{\"reason\":\"No longer.\"}")
                .expect(200);
        programme
                .staff()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/startups", "{\"name\":\"Kept\", \"country\":\"FR\"}")
                .expect(201);
        programme.apply();
    }

    /** A position that was drawn and never committed. */
    private static void leaveAGap(RunningApplication application) {
        application
                .jdbc()
                .sql("select nextval(pg_get_serial_sequence('log.event', 'position'))")
                .query(Long.class)
                .single();
    }

    private static void awaitFollowers(RunningApplication application) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(application
                                .jdbc()
                                .sql("""
                                    select read_model, position from projecting.generation
                                    union all
                                    select 'reached', max(position) from log.reached\
                                    """)
                                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                                .list())
                        .allSatisfy(each -> assertThat(each.getValue())
                                .as(each.getKey())
                                .isEqualTo(application.database().logHead())));
    }

    private static final class Holder {
        static final TestDatabase ORIGINAL = lived();
    }
}
