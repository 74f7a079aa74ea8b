package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An instant that somebody typed is the same wherever it is looked at afterwards. */
class InstantsIT {

    private static final String TYPED = "2028-02-29T23:59:59.123456789Z";
    private static final String KEPT = "2028-02-29T23:59:59.123456Z";

    private final RunningApplication application = RunningApplication.get();
    private final Caller staff = application.as("staff");

    @Test
    void isCutToMicrosecondsInTheLogAndInTheRows() {
        Answer opened = openPool(TYPED);

        assertThat(validUntilInTheLog(opened)).isEqualTo(KEPT);
        JsonNode row = staff.with("Min-Log-Position", Long.toString(opened.logPosition()))
                .get("/api/credit-pools/" + opened.id())
                .expect(200)
                .json();
        assertThat(row.path("validUntil").asString()).isEqualTo(KEPT);
        assertThat(staff.get("/api/credit-pools?validUntil=%s&pool=%s".formatted(TYPED, opened.id()))
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-29T23:59:59Z, 2028-02-29T23:59:59Z",
        "2028-02-29T23:59:59.999999999Z, 2028-02-29T23:59:59.999999Z",
        "2028-03-01T01:59:59+02:00, 2028-02-29T23:59:59Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void isNeverMovedOtherwise(String typed, String kept) {
        assertThat(validUntilInTheLog(propose(partner(), typed).expect(201))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"+10000-01-01T00:00:00Z\"",
                "\"+1000000000-12-31T23:59:59.999999999Z\"",
                "\"2028-02-29\"",
                "\"2028-02-30T00:00:00Z\"",
                "\"\"",
                "1835481599",
                "1835481599.5",
                "{}"
            })
    void isAnsweredWithItsPlaceWhenItCannotBeKept(String typed) {
        Answer answer = staff.post("/api/pledges", pledge(UUID.randomUUID().toString(), typed))
                .expectProblem(400, "malformed-body");

        assertThat(answer.json().path("pointer").asString()).isEqualTo("/validUntil");
        assertThat(answer.json().path("detail").asString()).contains("an instant such as");
    }

    private Answer openPool(String validUntil) {
        String partner = partner();
        String name = "partner-" + UUID.randomUUID();
        String password = "long enough " + name;
        staff.post("/api/users", """
            {"name":"%s", "roles":["PT"], "partner":"%s", "password":"%s"}\
            """.formatted(name, partner, password)).expect(201);
        String pledge = propose(partner, validUntil).expect(201).id();
        application
                .as(name, password)
                .post("/api/pledges/%s/commit".formatted(pledge))
                .expect(200);
        return staff.post("/api/credit-pools", "{\"pledge\":\"%s\"}".formatted(pledge))
                .expect(201);
    }

    private String partner() {
        return staff.post("/api/partners", "{\"name\":\"The cloud\", \"legalSeat\":\"FR\"}")
                .expect(201)
                .id();
    }

    private Answer propose(String partner, String validUntil) {
        return staff.post("/api/pledges", pledge(partner, "\"" + validUntil + "\""));
    }

    private String pledge(String partner, String validUntil) {
        return """
            {"partner":"%s", "edition":"%s", "amount":{"value":"1000", "unit":"GPU_HOUR"}, "scope":"H100 cluster",
             "residency":"EU", "validFrom":"2027-09-01T00:00:00Z", "validUntil":%s}\
            """.formatted(partner, Programme.planned(application, 1).edition(), validUntil);
    }

    private String validUntilInTheLog(Answer created) {
        return application
                .as("auditor")
                .with("Min-Log-Position", Long.toString(created.logPosition()))
                .get("/api/history/streams/" + created.id())
                .expect(200)
                .json()
                .at("/items/0/payload/terms/validUntil")
                .asString();
    }
}
